"""`docklint check --notice`, `init --notice`: a notice in place of a profile, and the small notices in ../shared/cases."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import pytest

from tests.running import docklint

BESIDE = Path(__file__).parents[1] / ".." / "shared"
CASES = Path(os.environ.get("DOCKLINT_SHARED", BESIDE)) / "cases" / "notices"
NOTICE = """关于开好2026年度民主生活会的通知
各单位：
重点从信念、作风两个方面查摆问题，对照检查材料写存在的问题、原因分析、整改措施三部分，不超过3000字。
"""
DRAFT = """2026年度民主生活会对照检查材料
一、存在的问题
（一）信念方面。一是学得浅。比如，3月只学过一次。二是用得少。比如，5月的方案照抄上级。
（二）作风方面。一是走得少。比如，上半年只去过两个村。二是改得慢。比如，去年9月老街住户提的路灯意见今年还没答复。
二、原因分析
（一）信念有所松动。没有常学常新。
（二）作风有所漂浮。没有常下基层。
三、整改措施
（一）坚定信念。每月一次学习。
（二）改进作风。每季一村。
"""
DIMENSIONS = {
    "decoy": ["信念", "学习", "作风"],
    "deng": ["信念不牢", "学习不深", "作风不实"],
    "from1": ["信念", "学习", "作风", "纪律"],
    "headed": ["信念", "学习", "作风"],
    "jige": ["带头信", "带头学", "带头干", "带头廉"],
    "nocount": ["信念牢不牢", "学习深不深", "作风实不实"],
    "paper1": ["信念", "学习", "作风", "纪律"],
    "paper2": ["信念", "学习", "作风", "纪律"],
    "paper3": ["信念", "学习", "作风", "纪律"],
    "steal": ["信念", "学习", "作风", "纪律"],
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "通知.txt").write_text(NOTICE, "utf-8")
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    return tmp_path


def test_every_report_says_that_the_notice_was_named(files: Path) -> None:
    for format in ("text", "markdown", "html"):
        told = docklint(
            "check", "--isolated", "draft.txt", "--notice", "通知.txt", "-f", format, cwd=files
        ).text
        assert "由 --notice 指定" in told
        assert "--profile" not in told
    concise = docklint("check", "--isolated", "draft.txt", "--notice", "通知.txt", "-f", "concise", cwd=files)
    assert "（由 --notice 指定）" in concise.said
    as_json = docklint("check", "--isolated", "draft.txt", "--notice", "通知.txt", "-f", "json", cwd=files)
    profile = json.loads(as_json.out)["files"][0]["profile"]
    assert (profile["chosen_by"], profile["notice"]) == ("option", True)


def test_a_right_draft_has_nothing_against_its_notice(files: Path) -> None:
    ran = docklint(
        "check", "--isolated", "draft.txt", "--notice", "通知.txt", "--save-profile", "本年.toml", cwd=files
    )
    assert ran.status == 0, ran.text
    assert "依据 通知.txt 第 3 行，对照2个方面：信念、作风。" in ran.said
    assert "材料写3个部分：存在的问题、原因分析、整改措施" in ran.said
    saved = tomllib.loads((files / "本年.toml").read_text("utf-8"))
    assert saved["limits"]["max-characters"] == 3000
    assert "不超过3000字" in saved["limits"]["source"]
    assert docklint("check", "--isolated", "draft.txt", "--profile", "本年.toml", cwd=files).status == 0


def test_a_missing_dimension_is_found(files: Path) -> None:
    (files / "draft.txt").write_text(
        "".join(DRAFT.splitlines(keepends=True)[:3] + DRAFT.splitlines(keepends=True)[4:]), "utf-8"
    )
    ran = docklint(
        "check", "--isolated", "draft.txt", "--notice", "通知.txt", "--format", "concise", cwd=files
    )
    assert ran.status == 1
    assert "DIM101" in ran.text


def test_without_dimensions_it_says_what_was_looked_at(files: Path) -> None:
    (files / "通知.txt").write_text("关于开好民主生活会的通知\n各单位：\n请认真查摆问题。\n", "utf-8")
    ran = docklint(
        "check", "--isolated", "draft.txt", "--notice", "通知.txt", "--save-profile", "本年.toml", cwd=files
    )
    assert "请认真查摆问题" in ran.said
    assert tomllib.loads((files / "本年.toml").read_text("utf-8"))["undecided"]


@pytest.mark.parametrize(
    "options",
    [
        ("--notice", "通知.txt", "--profile", "2025"),
        ("--save-profile", "x.toml"),
        ("--notice", "none.txt"),
        ("--audience", "all"),
    ],
)
def test_what_does_not_go_together_is_one_sentence(files: Path, options: tuple[str, ...]) -> None:
    ran = docklint("check", "draft.txt", *options, cwd=files)
    assert ran.status == 2
    assert "Traceback" not in ran.said


def test_a_draft_longer_than_the_notice_allows_is_told_with_its_sentence(files: Path) -> None:
    (files / "通知.txt").write_text(NOTICE.replace("3000", "100"), "utf-8")
    ran = docklint("check", "--isolated", "draft.txt", "--notice", "通知.txt", "--format", "json", cwd=files)
    (found,) = json.loads(ran.text)["files"][0]["findings"]
    assert found["code"] == "LEN101"
    assert "100字" in found["message"]
    assert "不超过100字" in found["requirement"]["text"]


@pytest.mark.parametrize(
    "demand",
    ["请认真查摆问题。", "围绕甲风、乙风、丙风、丁风三个方面查摆问题。", "查摆的方面见附件，附件另发。"],
)
def test_with_anything_undecided_no_draft_is_ready(files: Path, demand: str) -> None:
    notice = "关于开好民主生活会的通知\n各单位：\n{}材料写问题、原因、措施三部分。\n"
    (files / "通知.txt").write_text(notice.format(demand), "utf-8")
    ran = docklint("check", "--isolated", "draft.txt", "--notice", "通知.txt", "--format", "json", cwd=files)
    (told,) = json.loads(ran.text)["files"]
    assert told["verdict"] != "ready"
    assert told["verdict_reasons"]


def test_init_writes_the_configuration(files: Path) -> None:
    assert docklint("init", "--notice", "通知.txt", cwd=files).status == 0
    assert docklint("check", "draft.txt", cwd=files).status == 0
    assert 'profile = "通知.toml"' in (files / "docklint.toml").read_text("utf-8")


@pytest.mark.skipif(not CASES.is_dir(), reason="no ../shared/cases here")
@pytest.mark.parametrize("name", DIMENSIONS)
def test_small_notices(name: str) -> None:
    toml = tomllib.loads(docklint("profiles", "derive", CASES / f"{name}.txt").text)
    (problems,) = (each for each in toml["section"] if each["role"] == "problems")
    assert [each["name"] for each in problems["dimension"]] == DIMENSIONS[name]
    assert not any(each["role"].startswith("extra") for each in toml["section"])


def test_a_file_that_is_no_notice_is_told_from_one(files: Path) -> None:
    same = docklint("check", "--isolated", "通知.txt", "--notice", "通知.txt", cwd=files)
    assert same.status == 2
    assert "通知.txt 既是要检查的文稿，又写在 --notice 之后" in same.said
    (files / "本年.toml").write_text('id = "ours"\n', "utf-8")
    profile = docklint("check", "--isolated", "draft.txt", "--notice", "本年.toml", cwd=files)
    assert profile.status == 2
    assert "请改用 --profile 本年.toml" in profile.said
    (files / "另一份.txt").write_text(DRAFT, "utf-8")
    paper = docklint("check", "--isolated", "draft.txt", "--notice", "另一份.txt", cwd=files)
    assert "另一份.txt 像是一份写好的材料，不像通知" in paper.said


def test_parts_that_no_profile_knows_are_asked_for_under_their_names(files: Path) -> None:
    (files / "通知.txt").write_text(
        NOTICE.replace("整改措施三部分", "整改措施、公开承诺四部分，初任的同志可以增写一段履职打算"), "utf-8"
    )
    ran = docklint("check", "--isolated", "draft.txt", "--notice", "通知.txt", "-f", "concise", cwd=files)
    assert "缺少“公开承诺”部分" in ran.text
    assert "可写可不写的部分：履职打算" in ran.said
    (files / "draft.txt").write_text(DRAFT + "四、公开承诺\n按期改完，请大家监督。\n", "utf-8")
    right = docklint("check", "--isolated", "draft.txt", "--notice", "通知.txt", cwd=files)
    assert right.status == 0, right.text


def test_parts_that_are_counted_and_not_made_out_are_told(files: Path) -> None:
    (files / "通知.txt").write_text(NOTICE.replace("三部分", "五部分"), "utf-8")
    ran = docklint("check", "--isolated", "draft.txt", "--notice", "通知.txt", cwd=files)
    assert "通知说材料分5个部分，只看出3个" in ran.said


THEMES = """关于召开以案促改专题民主生活会的通知
各党支部：
请围绕四个专题查摆问题：专题一，守底线；专题二，知敬畏；专题三，明公私；专题四，严家风。
材料要讲清查摆出来的问题、问题背后的原因和改进工作的办法。
"""


def test_numbers_of_themes_belong_to_no_name_and_a_sentence_is_no_heading(tmp_path: Path) -> None:
    (tmp_path / "通知.txt").write_text(THEMES, "utf-8")
    aspects = zip("一二三四", ("守底线", "知敬畏", "明公私", "严家风"), ("3", "5", "7", "9"), strict=True)
    problems = "".join(
        f"（{n}）{name}方面。{name}不够。比如，{month}月下乡时没有交餐费。\n" for n, name, month in aspects
    )
    draft = f"以案促改专题民主生活会对照检查材料\n一、自身存在的问题\n{problems}二、背后原因\n守底线、知敬畏、明公私、严家风都放松了要求。\n三、改进办法\n守底线、知敬畏、明公私、严家风，每季度自查一次，下乡一律交餐费。\n"
    (tmp_path / "draft.txt").write_text(draft, "utf-8")
    done = docklint("check", "--isolated", "draft.txt", "--notice", "通知.txt", "-f", "json", cwd=tmp_path)
    codes = {each["code"] for each in json.loads(done.text)["files"][0]["findings"]}
    assert not codes & {"SEC101", "SEC105", "DIM101", "DIM105"}
