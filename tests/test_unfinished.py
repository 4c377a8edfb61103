"""A paper of which only the first section is written: what is missing is told, and nothing that is not so."""

from __future__ import annotations

import pytest

from docklint.rules import Finding
from tests.mutations import lint

TITLE = "青禾县档案馆馆长2025年度民主生活会个人发言提纲"
PROBLEMS = """按照会议安排，我认真查摆，现报告如下。
一、存在的问题
一是学习不够系统。比如，2025年5月的专题研讨准备不足。
二是督促落实不够。比如，6月部署的库房排查到9月才完成。
"""


def findings(text: str) -> tuple[Finding, ...]:
    return lint.linter("auto").check_bytes("a.txt", text.encode()).findings


def found(text: str) -> list[str]:
    return [each.code for each in findings(text)]


def test_year_and_title_alone_choose_no_meeting_but_tell_which_is_nearest() -> None:
    told = findings(f"{TITLE}\n{PROBLEMS}")
    assert {each.code for each in told} == {"DL902", "NUM106"}
    (unknown,) = (each for each in told if each.code == "DL902")
    assert unknown.data["id"] == "2025"
    assert "带头固本培元、增强党性" in unknown.message


@pytest.mark.parametrize(
    "title",
    [
        "青禾县档案馆2025年工作总结",
        "关于2025年度民主生活会征求意见情况的报告",
        "关于做好2025年度民主生活会对照检查材料撰写工作的通知",
        "2025年度民主生活会整改方案",
        "青禾县档案馆领导班子对照检查材料",
        "",
    ],
)
def test_a_text_whose_title_does_not_tell_lacks_nothing(title: str) -> None:
    assert found(f"{title}\n{PROBLEMS}".lstrip()) == ["DL902", "NUM106"]


def test_a_section_without_an_ordinal_is_another_section() -> None:
    (lone,) = (
        each for each in findings(f"{PROBLEMS}整改措施\n每月组织一次集中学习。\n") if each.code == "NUM106"
    )
    assert lone.message == "这里只有“一、”一项，后面没有下一项。"


def test_causes_and_measures_below_the_dimensions_are_no_missing_sections() -> None:
    parts = "问题表现：{0}不够，5月只开展了1次。\n原因剖析：对{0}重视不够。\n整改措施：每月开展1次{0}。\n"
    text = "一、存在问题\n" + "".join(
        f"（{number}）{name}方面\n{parts.format(name)}"
        for number, name in zip("一二", ("学习", "调研"), strict=True)
    )
    (lone,) = (each for each in findings(text) if each.code == "NUM106")
    assert lone.message == "这里只有“一、”一项，后面没有下一项。"


def test_the_lone_first_section_is_told_as_a_section() -> None:
    _, lone = findings(PROBLEMS)
    assert lone.message == "全文只有“一、存在的问题”这一个部分，后面没有下一部分。"
    assert "原因分析" in lone.help
