"""How long a notice lets a paper be: a number that is of one part, or of another paper, is none of the whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docklint import packs, readers
from docklint.derive import derive
from tests.running import docklint

HEAD = "关于开好2026年度民主生活会的通知\n各科室：\n现将有关要求通知如下。\n"
TASK = "重点从理论武装、为民服务、敢于担当、清正廉洁四个方面查摆问题。材料写问题、原因、措施三部分。\n"
MOST, LEAST = "max-characters", "min-characters"


@pytest.mark.parametrize(
    ("said", "limits"),
    [
        ("材料先用一小段话交代学习情况，不超过150字。", {}),
        ("开头一段话介绍会前情况，不超过150字，全文控制在2600字以内。", {MOST: 2600}),
        ("用一段话写体会，不超过150字。通篇不超过2200字。", {MOST: 2200}),
        ("原因写300字以内，材料2400字以内。", {MOST: 2400}),
        ("篇幅以1700字为限。", {MOST: 1700}),
        ("字数700到1600之间，多了没人看。", {MOST: 1600, LEAST: 700}),
        ("不少于1100字，也不必超过2100字。", {MOST: 2100, LEAST: 1100}),
    ],
)
def test_limits_of_the_whole(said: str, limits: dict[str, int], tmp_path: Path) -> None:
    file = tmp_path / "通知.txt"
    file.write_text(HEAD + TASK + said + "\n", "utf-8")
    (found,) = derive(readers.read(str(file), "final", False), packs.load())
    assert dict(found.limits) == limits


def test_the_limit_of_each_of_two_audiences(tmp_path: Path) -> None:
    file = tmp_path / "通知.txt"
    file.write_text(
        f"{HEAD}【领导班子】\n检视“谋大事”“带队伍”“守底线”三个维度的短板。写清问题、成因、整改思路。通篇不超过3600字。\n"
        "【班子成员】\n检视“讲政治”“转作风”“守规矩”三个维度的短板。写清个人问题、成因、整改思路。通篇不超过1900字。\n",
        "utf-8",
    )
    found = derive(readers.read(str(file), "final", False), packs.load())
    told = {each.audience.value: dict(each.limits) for each in found if each.audience}
    assert told == {"group": {MOST: 3600}, "individual": {MOST: 1900}}


def test_what_a_long_paper_is_told_leaves_no_gap(tmp_path: Path) -> None:
    notice, draft = tmp_path / "通知.txt", tmp_path / "材料.txt"
    notice.write_text(HEAD + TASK + "全文不超过120字。\n", "utf-8")
    draft.write_text("个人对照检查材料\n一、存在的问题\n" + "学习抓得不紧。" * 60 + "\n", "utf-8")
    ran = docklint("check", "--isolated", draft, "--notice", notice, "--format", "json")
    findings = json.loads(ran.text)["files"][0]["findings"]
    assert "LEN101" in [each["code"] for each in findings]
    assert not [each for each in findings if "{" in each["message"] + each["help"]]
