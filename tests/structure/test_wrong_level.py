"""One part marked as if it stood on another level is one fault, whichever part it is."""

from __future__ import annotations

import pytest

from tests.mutations import lint
from tests.structure.test_unmarked import PAPER

OWN_LINES = PAPER.replace("1.", "一是").replace("2.", "二是").replace("3.", "三是")


def found(text: str) -> list[tuple[str, str]]:
    findings = lint.linter("2024").check_bytes("a.txt", text.encode()).findings
    return [(each.code, each.quote) for each in findings]


@pytest.mark.parametrize("paper", [PAPER, OWN_LINES])
@pytest.mark.parametrize("number", "一二三四")
def test_a_dimension_marked_as_a_section(paper: str, number: str) -> None:
    assert found(paper.replace(f"（{number}）带头", f"{number}、带头")) == [("NUM104", f"{number}、")]


def test_dimensions_all_marked_as_sections_are_dimensions_still() -> None:
    text = PAPER
    for number in "一二三四":
        text = text.replace(f"（{number}）带头", f"{number}、带头")
    assert {code for code, _ in found(text)} <= {"NUM105"}


def test_an_ordinal_among_words_is_told_without_what_it_should_be() -> None:
    text = (
        OWN_LINES.replace("一是学习", "首先，学习")
        .replace("二是督促", "其次，督促")
        .replace("三是请示", "第三，请示")
    )
    (finding,) = lint.linter("2024").check_bytes("a.txt", text.encode()).findings
    assert finding.message == "同一层次的序号应与“首先，”一致，不宜与“第三，”混用。"


@pytest.mark.parametrize(("wrong", "quote"), [("4", "4."), ("2", "2.")])
def test_a_number_typed_one_too_high_or_too_low_is_one_fault(wrong: str, quote: str) -> None:
    more = "\n4.落实制度不够严格。比如，8月的采购没有集体研究。\n5.保密教育不经常。比如，2024年只开展1次。\n（二）带头"
    text = PAPER.replace("\n（二）带头", more, 1).replace("3.请示", f"{wrong}.请示")
    assert [each for _, each in found(text)] == [quote]


def test_a_section_without_a_number_may_join_two_parts() -> None:
    text = OWN_LINES.replace("二、存在问题的原因分析", "原因分析和整改措施").replace("一、存在的", "存在的")
    text = (
        text.replace("三、下一步努力方向和整改措施\n", "")
        .replace("（一）加强理论", "（三）加强理论")
        .replace("（二）强化担当", "（四）强化担当")
    )
    assert found(text) == []
