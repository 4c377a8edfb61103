"""One slip in an ordinal is one finding, at any level and any place."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from docklint.structure.outline.numerals import chinese

from ..mutations import lint

PAPER = """\
青禾县气象局党组2023年主题教育专题民主生活会对照检查材料
一、查摆出的突出问题
（一）理论学习方面。一是学习不够系统。比如：6月的读书班只念了文件。二是学用结合不紧。比如：预警流程三年没有改过。
（二）政治素质方面。一是执行部署不够有力。比如：8月该建成的站点拖到10月。二是政治敏锐性不强。比如：对5月的谣言没有回应。
（三）能力本领方面。一是服务农业的本领不足。比如：今年两次冰雹预报落空。二是应对风险的本领不足。比如：6月值班表排错。
（四）担当作为方面。一是攻坚的劲头不足。比如：雷达塔征地谈了四次仍未签约。二是主动协调不够。比如：数据共享拖了半年。
（五）工作作风方面。一是调查研究不深。比如：上半年只去过两个乡镇。二是形式主义仍有表现。比如：每月要填七张报表。
（六）廉洁自律方面。一是廉政教育不够经常。比如：全年只组织了一次警示教育。二是资金监管不严。比如：两台观测仪闲置一年。
二、存在问题原因分析
（一）理论武装抓得不紧。以干代学，学得不深不透，政治素质和能力本领跟不上。
（二）责任担当有所欠缺。怕担风险，遇到难事往后退。
（三）宗旨意识有所淡化。工作作风不实，廉洁自律要求不严。
三、下一步努力方向和整改措施
（一）抓紧理论武装。每月研读一篇原著，提高政治素质和能力本领。
（二）压实责任担当。对站点建设挂牌督办。
（三）牢记宗旨意识。改进工作作风，严格廉洁自律。
"""
LINES = PAPER.split("\n")
DIMENSIONS = range(3, 9)


def edited(*edits: tuple[int, str, str]) -> str:
    """Return the paper with the first of some characters exchanged in some lines (1-based)."""
    lines = list(LINES)
    for number, old, new in edits:
        assert old in lines[number - 1]
        lines[number - 1] = lines[number - 1].replace(old, new, 1)
    return "\n".join(lines)


def found(text: str, profile: str = "2023-theme-education") -> list[tuple[str, int, str]]:
    """Return code, line and quote of every finding."""
    findings = lint.check(text.encode(), profile)
    return [(each.code, text.count("\n", 0, each.span.start) + 1, each.quote) for each in findings]


def counted_on(lines: Iterable[int], first: int, form: str) -> list[tuple[int, str, str]]:
    """Return edits by which the ordinals of some lines are one too low."""
    return [
        (line, form.format(chinese(first + k)), form.format(chinese(first + k - 1)))
        for k, line in enumerate(lines)
    ]


def test_the_paper_is_faultless() -> None:
    assert found(PAPER) == []


@pytest.mark.parametrize(
    ("edits", "line", "ordinal"),
    [
        (counted_on(range(4, 9), 2, "（{}）"), 4, "（一）"),
        (counted_on(range(5, 9), 3, "（{}）"), 5, "（二）"),
        (counted_on([11, 12], 2, "（{}）"), 11, "（一）"),
        (counted_on([15, 16], 2, "（{}）"), 15, "（一）"),
        (counted_on([9, 13], 2, "{}、"), 9, "一、"),
        (counted_on([13], 3, "{}、"), 13, "二、"),
        (counted_on([4], 2, "{}是"), 4, "一是"),
        (counted_on([7], 5, "（{}）"), 7, "（四）"),
    ],
)
def test_an_ordinal_that_comes_again_is_one_fault(
    edits: list[tuple[int, str, str]], line: int, ordinal: str
) -> None:
    assert found(edited(*edits)) == [("NUM102", line, ordinal)]


def test_items_on_their_own_lines_that_count_on_from_a_repeat_are_one_fault() -> None:
    text = PAPER.replace("方面。一是", "方面。\n一是", 1).replace("二是学用", "\n一是学用", 1)
    text = text.replace("三年没有改过。", "三年没有改过。\n二是交流不多。比如：7月没有开过一次研讨会。", 1)
    assert found(text) == [("NUM102", 5, "一是")]


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        (2, "一、", "一、一、"),
        (9, "二、", "二、二、"),
        (9, "二、", "一、二、"),
        (13, "三、", "一、三、"),
        (3, "（一）", "（一）（一）"),
        (5, "（三）", "（三）（三）"),
        (10, "（一）", "（一）（一）"),
        (5, "二是", "二是二是"),
        (2, "一、", "1.一、"),
        (2, "一、", "1. 一、"),
        (3, "（一）", "1.（一）"),
    ],
)
def test_an_ordinal_written_twice_is_a_fault_at_the_second(line: int, old: str, new: str) -> None:
    assert found(edited((line, old, new))) == [("NUM102", line, old)]


def test_every_section_may_bear_an_automatic_and_a_typed_ordinal() -> None:
    text = edited((2, "一、", "1.一、"), (9, "二、", "2.二、"), (13, "三、", "3.三、"))
    assert found(text) == [("NUM102", 2, "一、"), ("NUM102", 9, "二、"), ("NUM102", 13, "三、")]


def test_a_list_of_numerals_is_no_doubled_ordinal() -> None:
    assert found(edited((4, "一是执行", "一、二、三产业融合不够。一是执行"))) == []


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        *((3, "（一）", f"（{sign}）") for sign in "-－—–ー"),
        *((2, "一、", f"{sign}、") for sign in "-－—ー"),
        (10, "（一）", "（—）"),
        (4, "（二）", "（ニ）"),
        (9, "二、", "ニ、"),
        (5, "（三）", "（ミ）"),
    ],
)
def test_a_sign_that_looks_like_the_numeral_is_a_wrong_mark(line: int, old: str, new: str) -> None:
    assert found(edited((line, old, new))) == [("NUM107", line, new)]


def test_signs_that_look_like_numerals_confirm_each_other() -> None:
    text = edited((2, "一、", "—、"), (9, "二、", "ニ、"))
    assert found(text) == [("NUM107", 2, "—、"), ("NUM107", 9, "ニ、")]


@pytest.mark.parametrize("brackets", ["〈〉", "[]", "［］", "﹝﹞", "【】"])
def test_other_brackets_number_the_same_parts(brackets: str) -> None:
    text = re.sub(r"(?m)^（([一二三四五六])）", rf"{brackets[0]}\1{brackets[1]}", PAPER)
    assert [code for code, _, _ in found(text) if code[:3] in ("NUM", "DIM", "SEC")] == []


@pytest.mark.parametrize("form", ["{n}.", "第{c}部分 ", "第{c}部分：", "（{n}）"])
@pytest.mark.parametrize("items", ["{c}是", "\n{n}."])
def test_known_sections_are_sections_however_they_are_numbered(form: str, items: str) -> None:
    text = PAPER
    for value, numeral in enumerate("一二三", 1):
        text = text.replace(f"\n{numeral}、", "\n" + form.format(n=value, c=numeral))
        text = text.replace(f"{numeral}是", items.format(n=value, c=numeral))
    assert found(text) == []


def test_sections_numbered_with_a_dunhao_are_sections() -> None:
    text = PAPER.replace("\n一、", "\n1、").replace("\n二、", "\n2、").replace("\n三、", "\n3、")
    assert [code for code, _, _ in found(text)] == ["NUM109"] * 3


def test_great_numbers_are_read_and_written() -> None:
    head, each = "一、存在的问题\n", "（{}）学习抓得不紧，2023年只学了2次。\n"
    text = head + "".join(each.format(chinese(n)) for n in (*range(1, 1001), 1000))
    assert ("NUM102", 1002, "（一千）") in found(text, "generic")


def test_what_cannot_be_written_is_said_in_words() -> None:
    text = "".join(f"{chinese(n)}、学习抓得不紧。\n" for n in (*range(1, 10_000), 9999))
    messages = [
        each.message for each in lint.linter("generic").check_bytes("draft.txt", text.encode()).findings
    ]
    assert any("超过9999" in message for message in messages)


def test_words_that_enumerate_head_no_section() -> None:
    text = "发现自己存在以下不足：\n首先，走访不多。\n其次，办理不快。\n再次，学习不够。\n"
    assert [part.kind for draft in lint.drafts(text.encode(), "generic") for part in draft.parts] == [
        "problem"
    ] * 3
