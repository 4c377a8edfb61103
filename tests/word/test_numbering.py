"""Automatic numbers: each rule by itself, then the oracles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from docklint.document import MADE_UP, Document
from docklint.readers import docx
from tests import docx_builder as b
from tests.docx_builder import abstract, level, num, para, style
from tests.word.reading import built

THREE = abstract(
    0, level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting"), level(2, "%3.")
)


def labels(document: Document) -> list[str]:
    """Return the label of every line."""
    return [document.text[line.start : line.start + line.label] for line in document.lines]


def counted(*places: tuple[int, int], numbering: str, styles: str = b.STYLES) -> list[str]:
    """Return the labels of empty paragraphs at these (numId, level)."""
    return labels(built(*(para(num=place) for place in places), numbering=numbering, styles=styles))


def test_three_levels_restart_below_a_higher_one() -> None:
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1), (1, 2)]
    assert counted(*places, numbering=THREE + num(1, 0)) == [
        "一、",
        "（一）",
        "（二）",
        "1.",
        "2.",
        "（三）",
        "二、",
        "（一）",
        "1.",
    ]


def test_label_is_made_up_text_before_the_paragraph() -> None:
    document = built(para("甲", num=(1, 0)), numbering=THREE + num(1, 0))
    assert document.text == "一、甲"
    assert [(piece.start, piece.end, piece.atom) for piece in document.pieces] == [(0, 2, MADE_UP), (2, 3, 0)]
    assert document.lines[0].label == 2


def test_counters_belong_to_the_abstract_list() -> None:
    numbering = THREE + num(1, 0) + num(2, 0)
    assert counted((1, 0), (2, 0), (1, 0), numbering=numbering) == ["一、", "二、", "三、"]


def test_a_start_override_counts_once_and_only_at_its_own_level() -> None:
    numbering = THREE + num(1, 0) + num(2, 0, {0: 5, 1: 7})
    places = [(1, 0), (2, 0), (2, 0), (2, 1), (2, 1), (2, 0), (1, 0)]
    assert counted(*places, numbering=numbering) == [
        "一、",
        "五、",
        "六、",
        "（七）",
        "（八）",
        "七、",
        "八、",
    ]


def test_a_skipped_level_counts() -> None:
    text = abstract(0, level(0, "%1"), level(1, "%1.%2", "lowerLetter"), level(2, "%1.%2.%3", "upperRoman"))
    assert counted((1, 0), (1, 2), (1, 1), numbering=text + num(1, 0)) == ["1", "1.a.I", "1.b"]


@pytest.mark.parametrize(
    ("restart", "after_level_1", "after_level_0"),
    [(None, "1", "1"), (0, "2", "2"), (1, "2", "1"), (2, "1", "1")],
)
def test_level_restart(restart: int | None, after_level_1: str, after_level_0: str) -> None:
    extra = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    numbering = abstract(0, level(0, "%1"), level(1, "%2"), level(2, "%3", extra=extra)) + num(1, 0)
    assert counted((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), numbering=numbering)[-1] == after_level_1
    assert counted((1, 0), (1, 1), (1, 2), (1, 0), (1, 2), numbering=numbering)[-1] == after_level_0


def test_legal_numbering_writes_decimals() -> None:
    legal = level(1, "%1.%2", extra="<w:isLgl/>")
    numbering = abstract(0, level(0, "第%1条", "chineseCounting"), legal) + num(1, 0)
    assert counted((1, 0), (1, 1), numbering=numbering) == ["第一条", "1.1"]


def test_a_level_override_replaces_the_level() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "第%1项", start=3)}</w:lvlOverride>'
    numbering = THREE + num(1, 0) + num(2, 0, extra=other)
    assert counted((2, 0), (2, 0), (1, 0), numbering=numbering) == ["第3项", "第4项", "五、"]


def test_start_is_zero_if_missing() -> None:
    assert counted((1, 0), (1, 0), numbering=abstract(0, level(0, "%1", start=None)) + num(1, 0)) == [
        "0",
        "1",
    ]


def test_bullets_are_no_text() -> None:
    assert counted((1, 0), numbering=abstract(0, level(0, "\uf06c", "bullet")) + num(1, 0)) == [""]


@pytest.mark.parametrize("place", [(0, 0), (7, 0), (1, 5), (1, 12), (2, 0)])
def test_undefined_numbers_give_no_label(place: tuple[int, int]) -> None:
    assert counted(place, numbering=THREE + num(1, 0) + num(2, 99)) == [""]


def test_no_numbering_part_at_all() -> None:
    assert counted((1, 0), numbering="") == [""]


def test_empty_numbered_paragraphs_count() -> None:
    document = built(
        para("甲", num=(1, 0)), para(num=(1, 0)), para("丙", num=(1, 0)), numbering=THREE + num(1, 0)
    )
    assert document.text == "一、甲\n二、\n三、丙"


def test_table_controls_and_insertions_count_in_document_order() -> None:
    item = para("甲", num=(1, 0))
    document = built(
        item,
        b.table([item]),
        b.control(item),
        para(b.inserted("甲"), num=(1, 0), mark=b.MARK_INSERTED),
        numbering=THREE + num(1, 0),
    )
    assert labels(document) == ["一、", "二、", "三、", "四、"]


def test_other_stories_count_for_themselves() -> None:
    item = para("甲", num=(1, 0))
    document = built(
        item,
        para(b.text_box(item, item)),
        item,
        headers=[item],
        footnotes=[item],
        numbering=THREE + num(1, 0),
    )
    assert labels(document) == ["一、", "", "二、", "一、", "二、", "一、", "一、"]


def test_a_deleted_mark_shows_its_number_and_counts_nothing() -> None:
    deleted = para("乙", num=(1, 0), mark=b.MARK_DELETED)
    document = built(
        para("甲", num=(1, 0)), deleted, para("丙"), para("丁", num=(1, 0)), numbering=THREE + num(1, 0)
    )
    assert document.text.split("\n") == ["一、甲", "二、乙丙", "二、丁"]


def test_a_paragraph_deleted_whole_leaves_neither_number_nor_line() -> None:
    gone = para(b.deleted("乙"), num=(1, 0), mark=b.MARK_DELETED)
    document = built(para("甲", num=(1, 0)), gone, para("丙", num=(1, 0)), gone, numbering=THREE + num(1, 0))
    assert document.text.split("\n") == ["一、甲", "二、丙"]


def test_hidden_numbered_paragraphs_do_not_count() -> None:
    hidden = para(b.run("乙", hidden=True), num=(1, 0), mark="<w:vanish/>")
    document = built(para("甲", num=(1, 0)), hidden, para("丙", num=(1, 0)), numbering=THREE + num(1, 0))
    assert document.text.split("\n") == ["一、甲", "二、丙"]


BOUND = abstract(0, *(level(n, f"%{n + 1}.", extra=f'<w:pStyle w:val="H{n + 1}"/>') for n in range(3))) + num(
    1, 0
)


def _numbered(style_id: str, ppr: str, based_on: str = "") -> str:
    return style(style_id, ppr=f"<w:numPr>{ppr}</w:numPr>" if ppr else "", based_on=based_on)


@pytest.mark.parametrize(
    ("styles", "paragraph", "expected"),
    [
        (_numbered("H2", '<w:numId w:val="1"/>'), para(style="H2"), "1.1"),
        (_numbered("H2", '<w:ilvl w:val="0"/><w:numId w:val="1"/>'), para(style="H2"), "1.1"),
        (_numbered("X", '<w:ilvl w:val="2"/><w:numId w:val="1"/>'), para(style="X"), "1.1.1"),
        (_numbered("H3", '<w:numId w:val="1"/>') + _numbered("X", "", "H3"), para(style="X"), "1.1.1"),
        (_numbered("X", '<w:numId w:val="1"/>'), para(style="X"), "1"),
        (
            _numbered("X", '<w:ilvl w:val="1"/><w:numId w:val="1"/>'),
            para(style="X", props='<w:numPr><w:ilvl w:val="2"/></w:numPr>'),
            "1.1.1",
        ),
        (
            _numbered("X", '<w:ilvl w:val="1"/>'),
            para(style="X", props='<w:numPr><w:numId w:val="1"/></w:numPr>'),
            "1.1",
        ),
        (_numbered("H2", '<w:numId w:val="1"/>'), para(style="H2", num=(0, 0)), ""),
        (
            _numbered("H2", '<w:numId w:val="1"/>') + _numbered("X", '<w:numId w:val="0"/>', "H2"),
            para(style="X"),
            "",
        ),
    ],
    ids=[
        "bound",
        "bound beats ilvl",
        "chain's ilvl",
        "bound to the giver",
        "nothing",
        "direct ilvl",
        "direct numId",
        "off",
        "off in a style",
    ],
)
def test_number_and_level_are_folded_independently(styles: str, paragraph: str, expected: str) -> None:
    texts = ["%1", "%1.%2", "%1.%2.%3"]
    levels = [level(n, texts[n], extra=f'<w:pStyle w:val="H{n + 1}"/>' if n else "") for n in range(3)]
    assert labels(built(paragraph, styles=b.STYLES + styles, numbering=abstract(0, *levels) + num(1, 0))) == [
        expected
    ]


def test_a_style_link_leads_to_the_list_it_names() -> None:
    linked = abstract(0, extra='<w:numStyleLink w:val="公文"/>') + abstract(
        5, level(0, "%1、", "chineseCounting"), extra='<w:styleLink w:val="公文"/>'
    )
    assert counted((1, 0), (2, 0), numbering=linked + num(1, 0) + num(2, 5)) == ["一、", "二、"]


def test_a_style_link_in_a_circle_ends() -> None:
    both = '<w:styleLink w:val="A"/><w:numStyleLink w:val="A"/>'
    assert counted((1, 0), numbering=abstract(0, level(0, "%1."), extra=both) + num(1, 0)) == ["1."]


def test_custom_format() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert counted((1, 0), numbering=abstract(0, custom) + num(1, 0)) == ["007"]


def test_huge_counters_and_labels_are_capped() -> None:
    numbering = abstract(0, level(0, "%1" * 40, start=999_999_999_999)) + num(1, 0)
    assert counted((1, 0), (1, 0), numbering=numbering) == ["32767" * 12 + "3276"] * 2
    assert counted((1, 0), numbering=abstract(0, level(0, "%1", "upperRoman", 32767)) + num(1, 0)) == [
        "M" * 32 + "DCCLXVII"
    ]


SELF_LABELLED = {
    "apache__tika__testWORD_override_list_numbering.docx": 43,
    "plutext__docx4j__startOverride.docx": 12,
    "plutext__docx4j__article-section-isLgl.docx": 6,
    "plutext__docx4j__article-section-NotIsLgl.docx": 6,
}


@pytest.mark.parametrize(("name", "count"), SELF_LABELLED.items())
def test_self_labelled_files(shared: Path, name: str, count: int) -> None:
    """The typed text names the label Word shows."""
    pairs = list(_named(docx.read(name, (shared / "corpus" / name).read_bytes())))
    assert len(pairs) == count
    assert [label for label, _ in pairs] == [expected for _, expected in pairs]


def _named(document: Document) -> Iterator[tuple[str, str]]:
    for line, label in zip(document.lines, labels(document), strict=True):
        typed = document.text[line.start + line.label : line.end]
        found = re.match(r"\[expect\](.*?)\[/expect\]", typed)
        if label:
            yield label, found[1] if found else typed


LIBREOFFICE_IS_WRONG = {
    ("apache__tika__testWORD_override_list_numbering.docx", "0th"): (
        "0th",
        "0",
        "writes an ordinal zero without its ending",
    ),
    ("apache__tika__testWORD_override_list_numbering.docx", "1.b.III"): (
        "1.b.III",
        "1.b.I",
        "ignores lvlRestart",
    ),
    ("apache__tika__testWORD_override_list_numbering.docx", "2.18.2.1"): (
        "2.18.2.1",
        "2.18.ii.1",
        "ignores isLgl",
    ),
    ("apache__tika__testWORD_override_list_numbering.docx", "00"): (
        "00",
        "0",
        "writes a zero of decimalZero with one digit",
    ),
    ("apache__tika__testWORD_override_list_numbering.docx", "01..1"): (
        "01..1",
        "01.1",
        "drops the dot before an empty number",
    ),
    ("plutext__docx4j__article-section-isLgl.docx", "[expect]Section 1.01[/expect]Name"): (
        "Section 1.01",
        "Section I.01",
        "ignores isLgl",
    ),
    ("plutext__docx4j__article-section-isLgl.docx", "[expect]Section 2.01[/expect]Another section"): (
        "Section 2.01",
        "Section II.01",
        "ignores isLgl",
    ),
}
"""(file, typed text) → our label, LibreOffice 7.4's, what it does; Word's own label is typed in each of these."""
LIBREOFFICE_SEES_NO_NUMBER = {("apache__tika__testWORD_override_list_numbering.docx", "01.")}
"""Two paragraphs of a level without a number (numFmt none) that it does not list."""


def test_agreement_with_libreoffice(shared: Path) -> None:
    disagreements: dict[tuple[str, str], tuple[str, str]] = {}
    compared = 0
    for row in map(json.loads, (shared / "labels.libreoffice.jsonl").read_text("utf-8").splitlines()):
        document = docx.read(row["file"], (shared / "corpus" / row["file"]).read_bytes())
        compiled = [
            (label, text)
            for label, text in _numbered_lines(document)
            if (row["file"], text) not in LIBREOFFICE_SEES_NO_NUMBER
        ]
        theirs = row["numbered"]
        assert len(compiled) == len(theirs), row["file"]
        for (label, text), other in zip(compiled, theirs, strict=True):
            compared += 1
            assert text.startswith(other["text"][:40].strip()), row["file"]
            if label != other["label"]:
                disagreements[row["file"], " ".join(text.split()[:2]) if "expect" in text else text] = (
                    label,
                    other["label"],
                )
    assert compared == 216
    short = {
        (file, " ".join(text.split()[:2]) if "expect" in text else text): found[:2]
        for (file, text), found in LIBREOFFICE_IS_WRONG.items()
    }
    assert disagreements == short


def _numbered_lines(document: Document) -> Iterator[tuple[str, str]]:
    for line, label in zip(document.lines, labels(document), strict=True):
        if label:
            yield label, document.text[line.start + line.label : line.end].strip()
