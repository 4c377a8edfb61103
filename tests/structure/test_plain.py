"""The looks of a text: radicals, signs nobody sees, line ends of other kinds, Markdown and what is left of it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docklint.document import Document
from docklint.packs import load
from docklint.readers.text import read as read_text
from docklint.spans import Range
from docklint.structure.normalise.body import read, unwrapped
from docklint.structure.normalise.lookalikes import BREAKS, SUPPLEMENT, odd, ordinary
from docklint.structure.normalise.reading import Reading, Substitution, edited, through

GRAMMAR = load().grammar

ORDINARY = [
    ("⼀、存在的问题", "一、存在的问题"),
    ("（⼆）廉洁⾃律、⼈⺠⾄上、⻓期", "（二）廉洁自律、人民至上、长期"),
    ("\uf967\U0002f800⽐⻋⻅", "不丽比车见"),
    ("（\u200b一\u2060）甲\u00ad乙\ufeff\ufe0f\U000e0101丙\u3164\ufffc\u034f\u202c", "（一）甲乙丙"),
    ("甲\v乙\x85丙\u2028丁\u2029戊\f己", "甲\n乙\n丙\n丁\n戊\n己"),
    ("甲\n\f乙\f\n丙\f", "甲\n乙\n丙"),
]
MARKDOWN = [
    ("&emsp;&emsp;甲&nbsp;乙&#12288;&ldquo;丙&rdquo;&amp;&lt;丁&#x6c11;", "甲乙“丙”&<丁民"),
    ("&bogus;&#0;&notin&;", "&bogus;&#0;&notin&;"),
    ('<font color="red">二、</font>存<b>在</b>的<br/>问题<br>\n<center>题</center>', "二、存在的\n问题\n题"),
    ("<单位>、<姓名>、3<5、A<X>C", "<单位>、<姓名>、3<5、A<X>C"),
    (r"1\.甲\[上级\]，20\*\*年，\#，\\", "1.甲[上级]，20**年，#，\\"),
    (
        "***（一）甲***\n**_（二）乙_**\n_**（三）丙**_\n**（四）*丁*方面。**一是",
        "（一）甲\n（二）乙\n（三）丙\n（四）丁方面。一是",
    ),
    (
        "**一、**甲，**二是**乙\n__（一）丙__\n**一是对*学用*结合**抓得不够",
        "一、甲，二是乙\n（一）丙\n一是对学用结合抓得不够",
    ),
    ("# 题 #\n## 一、甲 ##\n题\n===\n节\n---\n> - [x] 乙\n* 丙\n", "题\n一、甲\n题\n\n节\n\n 乙\n丙\n"),
    ("---\ntitle: XX\ntags: [a, b]\n---\n\n一、甲\n", "\n一、甲\n"),
    ("---\n一、甲\n---\n", "\n一、甲\n\n"),
    (
        '见[通知](通知.md)和[意见][1]、[二][]![图](a.png "x")[^1]。\n\n[1]: http://a.cn\n[二]: b.md\n[^1]: 注',
        "见通知和意见、二。\n\n\n\n 注",
    ),
    ("见[甲](./附件 1.pdf)、[乙](c(1).md)、[丙](<d e.md>)", "见甲、乙、丙"),
    ("<br>".join("甲乙丙") + "\\\n*一是甲。*乙", "甲\n乙\n丙\n一是甲。乙"),
    ("**首先，**甲。**其次，**乙。\n**县委、**局党组", "首先，甲。其次，乙。\n**县委、**局党组"),
    ("[上级通知]和[一][二]、[待定]", "[上级通知]和[一][二]、[待定]"),
    ("| 甲 | 乙 |\n| :-- | --: |\n| 1 | 2 |\n", " 甲 \n 乙 \n\n 1 \n 2 \n"),
    ("甲|乙\n丙", "甲|乙\n丙"),
    ("```markdown\n一、甲\n```\n~~~\n乙\n~~~", "\n一、甲\n\n\n乙\n"),
    ("`a*b*c`、``x `y` z``", "`a*b*c`、``x `y` z``"),
    ("<!-- **甲** [乙](c.md) -->", "<!-- **甲** [乙](c.md) -->"),
    ("中共*局党组围绕*、*、*等，20**年，**同志", "中共*局党组围绕*、*、*等，20**年，**同志"),
    (r"中共\*\*县委和\*\*局", "中共**县委和**局"),
]
LISTS = [
    ("1. 甲\n1. 乙\n1. 丙\n", "1. 甲\n2. 乙\n3. 丙\n"),
    ("1) 甲\n\n   段\n\n1) 乙\n", "1) 甲\n\n   段\n\n2) 乙\n"),
    ("1. 甲\n   1. 子\n   1. 丑\n1. 乙\n", "1. 甲\n   1. 子\n   2. 丑\n2. 乙\n"),
    ("1. 甲\n1. 乙\n2. 丙\n", "1. 甲\n1. 乙\n2. 丙\n"),
    ("1. 甲\n\n断\n\n1. 乙\n", "1. 甲\n\n断\n\n1. 乙\n"),
    ("1. 甲\n1.乙\n", "1. 甲\n1.乙\n"),
    ("1\\. 甲\n1\\. 乙\n", "1. 甲\n1. 乙\n"),
]
PASTED = [
    ("## 一、甲 ##\n**二、乙**\n**（一）丙。**一是", "一、甲\n二、乙\n（一）丙。一是"),
    ("1.**甲不深**：乙。二是**丙不够**。", "1.甲不深：乙。二是丙不够。"),
    ("见[甲](https://a.cn/x#三)、[乙](./乙.docx)", "见甲、乙"),
    (
        "**（一）甲不紧。**以干代学。\n**（一）甲。**局党组",
        "**（一）甲不紧。**以干代学。\n**（一）甲。**局党组",
    ),
    ("中共**县委、**局党组，为**市**局", "中共**县委、**局党组，为**市**局"),
    (r"20\*\*年&emsp;<b>甲</b>[乙](http://a.cn/b)[丙](见后)[1](2)", "20**年\u2003甲乙[丙](见后)[1](2)"),
    ("- [x] 已改\n- [ ] 未改", "-  已改\n-  未改"),
]


def document(text: str, name: str = "draft.txt") -> Document:
    return read_text(name, text.encode("utf-8", "surrogatepass"))


def plain(text: str, name: str = "draft.txt") -> Reading:
    found = document(text, name)
    return unwrapped(found, read(found, GRAMMAR))


@pytest.mark.parametrize(("text", "wanted"), ORDINARY)
def test_look_alikes_are_ordinary_and_unseen_signs_nothing(text: str, wanted: str) -> None:
    assert plain(text).text == wanted


@pytest.mark.parametrize(("text", "wanted"), [*MARKDOWN, *LISTS])
def test_markdown_is_undone(text: str, wanted: str) -> None:
    found = plain(text, "draft.md").text
    assert found.replace("\u2003", "").replace("\xa0", "").replace("\u3000", "") == wanted


def test_long_lists_count_as_far_as_there_is_room() -> None:
    lines = plain("1. 甲\n" * 12 + "1.  乙\n" * 100, "draft.md").text.split("\n")
    assert lines[8:11] == ["9. 甲", "10.甲", "11.甲"]
    assert lines[98:101] == ["99. 乙", "100.乙", "101.乙"]
    assert plain("1. 甲\n" * 101, "draft.md").text.split("\n")[98:101] == ["99.甲", "甲", "甲"]


@pytest.mark.parametrize(("text", "wanted"), PASTED)
def test_markdown_pasted_into_other_text_is_undone_as_far_as_it_is_certain(text: str, wanted: str) -> None:
    assert plain(text).text == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[一]甲\n 〈二〉乙\n【三】丙\n﹝四﹞丁", "（一）甲\n（二）乙\n（三）丙\n（四）丁"),
        ("见[一]、【二】", "见[一]、【二】"),
    ],
)
def test_brackets_around_an_ordinal_at_a_line_start_are_round(text: str, wanted: str) -> None:
    assert read(document(text)).text == wanted


def test_a_plain_text_costs_no_reading_of_its_own() -> None:
    for name in ("draft.txt", "draft.md"):
        assert read(document("一、存在的问题\n　　（一）学习 不够。", name)).plain is None


def test_every_supplementary_radical_stands_for_an_ideograph() -> None:
    assert len(SUPPLEMENT) == 114
    for sign, meant in SUPPLEMENT.items():
        assert "\u2e80" <= sign <= "\u2ef3"
        assert unicodedata.name(meant).startswith("CJK UNIFIED")
        assert unicodedata.normalize("NFKC", sign) in (sign, meant)


def test_every_kangxi_radical_stands_for_an_ideograph() -> None:
    assert all(
        unicodedata.name(ordinary(chr(code))).startswith("CJK UNIFIED") for code in range(0x2F00, 0x2FD6)
    )


PIECES = st.lists(
    st.sampled_from(
        [
            *"一二三、（）。，\n 学习甲乙民12.ab*_#>-[]()|\\&<`:",
            *"⼀⺠\u200b\ufeff\f\v\u2028\u3164㈠",
            "**", "&emsp;", "&lt;", "&#42;", "<b>", "</b>", "<br>", "\\*", "1. ", "---\n", "[a](b.md)", "![a](b)", "（一）", "20**年",
            "\n1. 甲\n1. 乙\n", "| 甲 | 乙 |\n|---|---|\n", "<!--", "-->", "```\n", "[^1]", "[1]: x\n", "一是",
        ]
    ),
    max_size=50,
).map("".join)  # fmt: skip


@given(PIECES, st.sampled_from(["draft.txt", "draft.md"]))
def test_indices_lead_to_places_and_back(text: str, name: str) -> None:
    found = document("甲" + text, name)
    body = read(found, GRAMMAR)
    for reading in (body, unwrapped(found, body)):
        last = 0
        for index in range(len(reading.text)):
            start, end = reading.span(Range(index, index + 1))
            assert last <= start < end <= len(found.text)
            assert reading.index(start) == index
            assert reading.index(end) == index + 1
            last = end
        whole = reading.span(Range(0, len(reading.text)))
        assert reading.words(whole) == reading.text


@given(PIECES)
def test_characters_of_a_reading_are_those_of_the_document_or_stand_for_more(text: str) -> None:
    found = document("甲" + text)
    reading = unwrapped(found, read(found, GRAMMAR))
    for index, char in enumerate(reading.text):
        start, end = reading.span(Range(index, index + 1))
        source = found.text[start:end]
        assert (
            char == source
            or char == ordinary(source[:1])
            or (char == "\n" and source[0] in BREAKS + "<")
            or source[0] in "\\&"
        )


EDITS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), st.sampled_from(["", "x"])), max_size=12)


def _edits(steps: list[tuple[int, int, str]], length: int) -> list[Substitution]:
    edits, at = [], 0
    for skip, size, char in steps:
        start, at = at + skip, at + skip + size
        if at <= length:
            edits.append(Substitution(start, at, char))
    return edits


@given(EDITS, EDITS)
def test_two_steps_are_one(first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]) -> None:
    text = "abcdefghijklmnopqrstuvwABCDEFGHIJKLMNOPQRSTUVW"
    one = edited(text, _edits(first, len(text)))
    two = edited(one.text, _edits(second, len(one.text)))
    both = through(one, two)
    assert both.text == two.text
    for index in range(len(both.text)):
        assert both.span(Range(index, index + 1)) == one.span(Range(*two.span(Range(index, index + 1))))


@given(st.text())
def test_ordinary_text_has_nothing_odd(text: str) -> None:
    for sign in odd(set(text)):
        assert sign in BREAKS or ordinary(sign) != sign


def test_the_lines_of_a_table_are_of_another_part() -> None:
    text = "甲\n| 存在问题 | 整改措施 |\n|---|---|\n| 乙 | 丙 |\n\n| 丁\n戊|己\n--|--\n庚|辛"
    parts = [line.part for line in document(text, "draft.md").lines]
    assert parts == ["body", *["table"] * 3, "body", "body", *["table"] * 3]
    assert {line.part for line in document(text).lines} == {"body"}


def test_the_cells_of_a_table_are_no_headings() -> None:
    from docklint.linter import Linter
    from docklint.settings import Settings

    table = "| 序号 | 存在问题 | 原因分析 | 整改措施 |\n|---|---|---|---|\n| 1 | 学习不够 | 抓得不紧 | （二）每月学习 |\n"
    paper = "# 对照检查材料\n\n一、原因分析\n\n学习不深，责任不实。\n\n二、整改措施\n\n每月学习一次，每季度检查一次。\n\n"
    linter = Linter(Settings())
    before, found = (linter.check_bytes("draft.md", text.encode()) for text in (paper, paper + table))
    assert [each.code for each in found.findings] == [each.code for each in before.findings]
