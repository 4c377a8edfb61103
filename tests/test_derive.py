"""`docklint profiles derive`: what it proposes loads, checks, and says where it came from."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from docklint.errors import SetupError
from tests.running import docklint

NOTICE = """关于认真开好2026年度基层党员领导干部民主生活会的通知
各党委（党组）：
一、明确主题
深入学习贯彻党的创新理论。
二、深入查摆问题
要重点对照以下五个方面查摆问题：一是带头学深悟透、笃信笃行，重点看是否学用脱节；二是带头严守纪律、维护团结；三是带头改进作风、服务群众；四是带头担当尽责、攻坚克难；五是带头廉洁自律、从严管理。
三、认真撰写材料
领导班子对照检查材料一般包括存在的突出问题、产生问题的原因、整改措施等内容，查摆问题要有具体事例支撑。
"""
LISTED = "关于召开2026年度组织生活会的通知\n党员要对照信念、意识、学习、本领、作用、纪律等6个方面查摆问题。\n"
PAPER = """2026年度民主生活会对照检查材料
一、检视出的突出问题
（一）在“学习”方面。一是学得浅。比如：3月只学过一次。二是用得少。比如：5月的方案照抄上级。
（二）在“作风”方面。一是走得少。比如：上半年只去过两个村。二是改得慢。比如：去年9月老街住户提的路灯意见今年还没答复。
二、原因剖析
（一）认识不足。没有想深。
（二）要求不严。没有抓紧。
三、今后整改方向
（一）加强学习。每月一次。
（二）改进作风。每季一村。
"""


def proposed(tmp_path: Path, text: str, *options: str) -> str:
    source = tmp_path / "通知.txt"
    source.write_text(text, "utf-8")
    ran = docklint("profiles", "derive", source, *options)
    assert ran.status == 0, ran.said
    return ran.text


def loaded(tmp_path: Path, toml: str) -> dict[str, list[str]]:
    """Load a proposal as `--profile FILE` would; titles by level."""
    from docklint import packs

    path = tmp_path / "ours.toml"
    path.write_text(toml, "utf-8")
    library = packs.load((), (path,))
    profile = library.profiles[library.given[-1]]
    return {
        "sections": [slot.title for slot in profile.sections if slot.required],
        "dimensions": [slot.title for slot in profile.dimensions],
        "example": [profile.example],
        "years": list(profile.years),
    }


def test_a_notice_with_numbered_dimensions(tmp_path: Path) -> None:
    found = loaded(tmp_path, proposed(tmp_path, NOTICE))
    assert found["dimensions"] == [
        "带头学深悟透、笃信笃行",
        "带头严守纪律、维护团结",
        "带头改进作风、服务群众",
        "带头担当尽责、攻坚克难",
        "带头廉洁自律、从严管理",
    ]
    assert found["sections"] == ["存在的突出问题", "产生问题的原因", "整改措施"]
    assert found["example"] == ["evidence"]
    assert found["years"] == ["2026"]


def test_a_notice_that_lists_names_before_their_number(tmp_path: Path) -> None:
    found = loaded(tmp_path, proposed(tmp_path, LISTED))
    assert found["dimensions"] == ["信念", "意识", "学习", "本领", "作用", "纪律"]


def test_a_model_paper(tmp_path: Path) -> None:
    found = loaded(tmp_path, proposed(tmp_path, PAPER))
    assert found["dimensions"] == ["学习", "作风"]
    assert found["sections"] == ["检视出的突出问题", "原因剖析", "今后整改方向"]
    assert found["example"] == ["marker"]


def test_every_value_stands_under_its_sentence(tmp_path: Path) -> None:
    lines = proposed(tmp_path, NOTICE).splitlines()
    at = lines.index('  name = "带头改进作风、服务群众"')
    assert lines[at - 2].strip() == "# 第 6 行"
    assert lines[at + 2].strip() == 'source = "三是带头改进作风、服务群众；"'


def test_what_is_left_open_is_said(tmp_path: Path) -> None:
    said = proposed(tmp_path, "关于召开2026年度组织生活会的通知\n请认真查摆问题，时间另行通知。\n")
    assert said.count("# 未能确定：") == 3
    assert "# Undecided: " in proposed(tmp_path, LISTED, "--lang", "en")


def test_the_paper_lints_clean_under_its_own_profile(tmp_path: Path) -> None:
    profile, draft = tmp_path / "ours.toml", tmp_path / "draft.txt"
    profile.write_text(proposed(tmp_path, PAPER, "--id", "ours-2026"), "utf-8")
    draft.write_text(PAPER, "utf-8")
    ran = docklint("check", draft, "--profile", profile, "--select", "SEC,DIM,NUM,EXA")
    assert ran.status == 0, ran.text


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    ran = docklint("profiles", "derive", tmp_path / "none.txt")
    assert ran.status == 2
    assert "Traceback" not in ran.said


def test_an_id_is_quoted(tmp_path: Path) -> None:
    toml = proposed(tmp_path, LISTED, "--id", 'a"b')
    assert 'id = "a\\"b"' in toml
    with pytest.raises(SetupError):
        loaded(tmp_path, toml.replace("extends", "extend"))


ROLES = ("problems", "causes", "measures")


@pytest.mark.parametrize(
    ("listed", "titles"),
    [
        ("存在的问题、原因分析、整改措施三个部分", ["存在的问题", "原因分析", "整改措施"]),
        (
            "存在的问题、原因剖析、下一步努力方向和整改措施等3个部分",
            ["存在的问题", "原因剖析", "下一步努力方向和整改措施"],
        ),
        ("存在的问题、原因分析和整改措施", ["存在的问题", "原因分析", "整改措施"]),
    ],
)
def test_the_last_part_of_a_list_is_named_as_the_notice_names_it(
    tmp_path: Path, listed: str, titles: list[str]
) -> None:
    toml = proposed(tmp_path, f"关于开好2026年度民主生活会的通知\n对照检查材料应包括{listed}。\n")
    sections = tomllib.loads(toml)["section"]
    assert [section["title"] for section in sections if section["role"] in ROLES] == titles


def test_parts_that_others_may_leave_out_are_required_where_the_notice_lists_them(tmp_path: Path) -> None:
    text = NOTICE.replace("一般包括存在", "一般包括上年度民主生活会整改措施落实情况、存在")
    found = loaded(tmp_path, proposed(tmp_path, text))
    assert found["sections"][0] == "上年度民主生活会整改措施落实情况"
    assert len(found["sections"]) == 4


def test_what_only_some_have_to_explain_is_not_required(tmp_path: Path) -> None:
    text = NOTICE.replace("整改措施等内容", "整改措施、个人有关事项说明等内容")
    assert len(loaded(tmp_path, proposed(tmp_path, text))["sections"]) == 3


def test_parts_that_the_notice_does_not_list_are_not_required(tmp_path: Path) -> None:
    text = NOTICE.replace(
        "存在的突出问题、产生问题的原因、整改措施等内容", "存在的突出问题、整改措施两个部分"
    )
    assert loaded(tmp_path, proposed(tmp_path, text))["sections"] == ["存在的突出问题", "整改措施"]


def test_one_paper_does_not_tell_whether_such_a_part_is_required(tmp_path: Path) -> None:
    text = PAPER.replace("一、检视", "一、上年度民主生活会整改措施落实情况\n都已完成。\n二、检视", 1)
    text = text.replace("三、今后", "四、今后").replace("二、原因", "三、原因")
    derived = proposed(tmp_path, text)
    assert 'title = "上年度民主生活会整改措施落实情况"\nrequired = false\n' in derived
    assert len(loaded(tmp_path, derived)["sections"]) == 3


def test_with_output_it_says_what_was_read(tmp_path: Path) -> None:
    source, out = tmp_path / "通知.txt", tmp_path / "本年.toml"
    source.write_text(NOTICE, "utf-8")
    ran = docklint("profiles", "derive", source, "--output", out)
    assert (ran.status, ran.text) == (0, "")
    assert ran.said == (
        f"docklint: 已写入 {out}：读出3个部分、5个方面；请先核对，再用 --profile {out} 检查文稿。\n"
    )
    source.write_text("关于召开2026年度民主生活会的通知\n请认真准备。\n", "utf-8")
    assert "未能确定" in docklint("profiles", "derive", source, "--output", out, "--force").said
    english = docklint("profiles", "derive", source, "--output", out, "--force", "--lang", "en").said
    assert "settle the 3 point(s) named at its top" in english
