"""Edits of text: the least that is needed, tracked rightly, refused where they are none of text."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from docklint.spans import Span
from docklint.word.changes import make_changes, refused
from docklint.word.editable import Reason
from docklint.word.errors import NotEditable
from docklint.word.least import Change, least
from tests import docx_builder as b
from tests.docx_xml import raw_run
from tests.word_writing.writing import DATE, anchored, annotated, body, built, changed, edited, read, unlike

_BY = f'w:author="docklint" w:date="{DATE}"'


def _ids(data: bytes) -> list[str]:
    return re.findall(r'<w:(?:ins|del|moveFrom|moveTo|rPrChange) w:id="(-?\d+)"', body(data))


def _both(data: bytes, old: str, new: str) -> bytes:
    """Make a change both ways, check the two views, and give the tracked one."""
    before = read(data)
    tracked, silent = changed(data, old, new), changed(data, old, new, tracked=False)
    expected = before.text.replace(old, new, 1)
    assert read(tracked).text == read(silent).text == expected
    assert read(tracked, "original").text == read(data, "original").text
    assert [mark.kind for mark in read(silent).marks] == [mark.kind for mark in before.marks]
    assert unlike(data, tracked) == unlike(data, silent) == {"word/document.xml"}
    return tracked


def test_the_least_edit() -> None:
    tracked = body(_both(built("一、提高认识,加强学习"), "提高认识,加强", "提高认识，加强"))
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    assert tracked == (
        f"<w:p>{run.format('一、提高认识')}"
        f'<w:del w:id="0" {_BY}><w:r><w:delText xml:space="preserve">,</w:delText></w:r></w:del>'
        f'<w:ins w:id="1" {_BY}>{run.format("，")}</w:ins>'
        f"{run.format('加强学习')}</w:p>"
    )


def test_the_silent_edit_leaves_one_text() -> None:
    silent = body(changed(built("提高认识,加强学习"), ",", "，", tracked=False))
    assert silent == '<w:p><w:r><w:t xml:space="preserve">提高认识，加强学习</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("甲乙丙", "甲丁丙", [Change(1, 2, "丁")]),
        ("甲乙丙丁", "甲丙", [Change(1, 2, ""), Change(3, 4, "")]),
        ("甲丙", "甲乙丙丁", [Change(1, 1, "乙"), Change(2, 2, "丁")]),
        ("甲", "甲", []),
        ("", "甲", [Change(0, 0, "甲")]),
        ("甲", "", [Change(0, 1, "")]),
        ("甲甲", "甲", [Change(1, 2, "")]),
    ],
)
def test_what_differs(old: str, new: str, wanted: list[Change]) -> None:
    assert least(old, new) == wanted


def test_long_texts_are_exchanged_between_their_common_ends() -> None:
    old, new = "头" + "甲" * 1000 + "尾", "头" + "乙" * 1000 + "尾"
    assert least(old, new) == [Change(1, 1001, "乙" * 1000)]


@pytest.mark.parametrize(
    "blocks",
    [
        [b.para("甲乙", b.run("丙丁", bold=True), "戊")],
        [b.para(b.wrap("hyperlink", "甲乙丙丁"), "戊")],
        [b.para("甲", b.wrap("hyperlink", "乙丙"), "丁戊")],
        [b.para(b.inserted("甲乙丙丁戊"))],
        [b.para("甲乙", b.inserted("丙"), "丁戊")],
        [b.para(b.inserted("甲乙"), b.inserted("丙丁", author="李青"), "戊")],
        [b.para(b.control("甲乙丙"), "丁戊")],
        [b.para(b.moved_to("甲乙丙丁"), "戊")],
        [b.para(b.inserted(b.control("甲乙丙丁戊")))],
        [b.para("甲乙", b.deleted("已删"), "丙丁戊")],
        [b.para(b.run("甲乙"), '<w:bookmarkStart w:id="0" w:name="x"/>', b.run("丙丁戊"))],
        [b.para(raw_run(f"{b.t('甲乙')}<w:drawing/>{b.t('丙')}{b.t('丁')}"), "戊")],
        [b.para("<w:r><w:t> 甲乙丙丁戊 </w:t></w:r>")],
        [b.table(["甲乙丙丁戊"])],
        [b.para("甲乙丙丁戊", num=(9, 0))],
    ],
)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("乙丙丁", "新"),
        ("丙", ""),
        ("乙丙丁", "乙 丁"),
        ("丙", "\t新<&>"),
        ("甲", "新甲"),
        ("戊", "戊新"),
        ("乙丙丁", ""),
    ],
)
def test_both_ways_and_both_views(blocks: list[str], old: str, new: str) -> None:
    if old == "戊" and "戊" not in read(built(*blocks)).text:
        pytest.skip("not in this one")
    before = Counter(_ids(built(*blocks)))
    added = Counter(_ids(_both(built(*blocks), old, new))) - before
    assert set(added.values()) == {1}
    assert not added.keys() & before.keys()


def test_a_drawing_is_never_deleted() -> None:
    data = built(b.para(raw_run(f"{b.t('甲乙')}<w:drawing/>{b.t('丙丁')}")))
    tracked = body(_both(data, "乙丙", ""))
    outside = re.sub("<w:del .*?</w:del>", "", tracked)
    assert outside.count("<w:drawing/>") == 1


def test_a_deletion_is_nested_in_a_foreign_insertion() -> None:
    tracked = body(_both(built(b.para(b.inserted("甲乙丙", author="李青"))), "乙", ""))
    assert re.search(
        r"<w:ins [^>]*李青[^>]*>(?:(?!</w:ins>).)*<w:del [^>]*docklint[^>]*>.*?</w:del>.*?</w:ins>", tracked
    )
    assert tracked.count("<w:ins ") == 1


def test_an_insertion_parts_a_foreign_one() -> None:
    tracked = body(_both(built(b.para(b.inserted("甲乙丙", author="李青"))), "乙", "乙新"))
    assert re.findall(r'<w:ins w:id="\d+" w:author="(.*?)"', tracked) == ["李青", "docklint", "李青"]
    numbers = re.findall(r'<w:ins w:id="(\d+)"', tracked)
    assert len(set(numbers)) == 3


@pytest.mark.parametrize(("old", "new"), [("甲", "新甲"), ("丙", "丙新")])
def test_an_insertion_at_the_edge_of_a_foreign_one_parts_nothing(old: str, new: str) -> None:
    tracked = body(_both(built(b.para(b.inserted("甲乙丙", author="李青"))), old, new))
    assert sorted(re.findall(r'<w:ins w:id="\d+" w:author="(.*?)"', tracked)) == ["docklint", "李青"]


def test_numbers_are_above_those_of_every_story() -> None:
    header = b.para(b.inserted("页眉")).replace('w:id="1"', 'w:id="70"')
    tracked = changed(built("甲乙", headers=[header]), "乙", "丙")
    assert _ids(tracked) == ["71", "72"]


def test_what_is_inserted_looks_like_what_was_there() -> None:
    change = '<w:sz w:val="32"/><w:rPrChange w:id="7" w:author="李青"><w:rPr/></w:rPrChange>'
    tracked = body(_both(built(b.para(b.run("甲乙", change, bold=True))), "乙", "丙"))
    looks = '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'
    assert re.search(
        rf'<w:ins w:id="\d+" {_BY}><w:r>{looks}<w:t xml:space="preserve">丙</w:t></w:r></w:ins>', tracked
    )


@pytest.mark.parametrize(
    ("blocks", "old", "reason"),
    [
        ([b.para("甲", b.field("REF x", "乙丙"))], "乙", Reason.FIELD),
        ([b.para("甲", b.simple_field("REF x", "乙丙"))], "乙", Reason.FIELD),
        ([b.para("甲", b.field("eq \\o\\ac(○,1)"))], "①", Reason.AUTOMATIC),
        ([b.para("甲", b.text_box("乙"))], "乙", Reason.TEXT_BOX),
        ([b.para("甲", b.ruby("乙", "yi"))], "乙", Reason.DRAWN),
        ([b.contents_table("目录"), "甲"], "目录", Reason.CONTENTS),
        ([b.para(b.control("乙", props='<w:lock w:val="sdtContentLocked"/>'))], "乙", Reason.CONTROL),
        ([b.para(b.control("乙", props='<w:dataBinding w:xpath="/x"/>'))], "乙", Reason.CONTROL),
        ([b.para(b.control("乙", props="<w:showingPlcHdr/>"))], "乙", Reason.CONTROL),
        ([b.table(["甲", "乙"])], "甲\n乙", Reason.LINE_END),
        ([b.para("甲", props="<w:sectPr/>"), "乙"], "甲\n乙", Reason.LINE_END),
        (["甲", b.table(["乙"])], "甲\n乙", Reason.LINE_END),
        (["甲", b.para(b.br("page"), "乙")], "甲\n乙", Reason.LINE_END),
    ],
)
def test_what_is_no_text(blocks: list[str], old: str, reason: Reason) -> None:
    data = built(*blocks)
    document = read(data)
    at = document.text.index(old)
    edits = [(Span(at, at + len(old)), "新")]
    assert [each.reason for each in refused(data, document, edits)] == [reason]
    with pytest.raises(NotEditable):
        make_changes(data, document, edits)
    with pytest.raises(NotEditable):
        make_changes(data, document, edits, tracked=False)


def test_automatic_numbers_are_no_text_but_words_behind_them_are() -> None:
    numbering = b.abstract(0, b.level(0, "%1、", "chineseCounting")) + b.num(1, 0)
    data = built(b.para("甲乙", num=(1, 0)), b.para(num=(1, 0)), numbering=numbering)
    document = read(data)
    assert document.text == "一、甲乙\n二、"
    assert refused(data, document, [(Span(0, 1), "二")])[0].reason is Reason.AUTOMATIC
    with pytest.raises(NotEditable, match="第 1 行的“一”"):
        make_changes(data, document, [(Span(0, 1), "二")])
    edits = [(Span(2, 2), "新"), (Span(7, 7), "丙")]
    for tracked in (True, False):
        assert read(make_changes(data, document, edits, tracked=tracked)).text == "一、新甲乙\n二、丙"


@pytest.mark.parametrize("kind", ["header", "footnote"])
def test_other_stories_are_refused(kind: str) -> None:
    data = built("甲", **{f"{kind}s": ["乙"]})
    document = read(data)
    at = document.text.index("乙")
    assert refused(data, document, [(Span(at, at + 1), "丙")])[0].reason is Reason.ELSEWHERE


@pytest.mark.parametrize(
    "blocks",
    [
        ["甲乙", "丙丁"],
        [b.para("甲乙", style="Heading1"), b.para("丙丁", mark="<w:b/>"), "戊"],
        ["甲", "", "丙丁"],
        ["", "甲"],
        [b.table([b.cell(b.para("甲乙"), b.para("丙"))])],
        [b.para("甲", b.br(), "乙丙")],
        [b.para("甲乙") + '<w:bookmarkStart w:id="5" w:name="x"/><w:bookmarkEnd w:id="5"/>', "丙丁"],
        [b.para("甲", mark='<w:ins w:id="3" w:author="李青"/>'), "乙"],
    ],
)
def test_lines_are_joined(blocks: list[str]) -> None:
    data = built(*blocks)
    before = read(data)
    at = before.text.index("\n")
    for words in ("", "，"):
        edits = [(Span(at, at + 1), words)]
        tracked, silent = (make_changes(data, before, edits, tracked=each) for each in (True, False))
        assert read(tracked).text == read(silent).text == edited(before.text, edits)
        assert read(tracked, "original").text == read(data, "original").text


def test_several_lines_are_joined_to_one_with_the_last_ones_properties() -> None:
    data = built(b.para("甲", style="Heading1"), "<w:p/>", b.para("乙"), b.para("丙", style="Heading2"))
    edits = [(Span(0, 7), "甲乙丁")]
    before = read(data)
    silent = body(make_changes(data, before, [(Span(0, len(before.text)), "甲乙丙")], tracked=False))
    assert silent.count("<w:p>") == 1
    assert silent.startswith('<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>')
    assert read(make_changes(data, before, [(Span(0, len(before.text)), "甲乙丁")])).text == edits[0][1]


@pytest.mark.parametrize(
    ("blocks", "at"),
    [
        (["甲乙"], 1),
        (["甲乙"], 0),
        (["甲乙"], 2),
        ([b.para("甲乙", style="Heading1", mark="<w:b/>", props='<w:jc w:val="center"/>')], 1),
        ([b.para("甲乙", mark='<w:ins w:id="3" w:author="李青"/>'), "丙"], 1),
        ([b.para("甲乙", props="<w:sectPr/>"), "丙"], 1),
        (["<w:p/>"], 0),
        (["<w:p><w:pPr/></w:p>"], 0),
        ([b.table(["甲乙"])], 1),
    ],
)
@pytest.mark.parametrize("words", ["\n", "上\n下", "上\n中\n", "\n\n"])
def test_lines_are_parted(blocks: list[str], at: int, words: str) -> None:
    data = built(*blocks)
    before = read(data)
    edits = [(Span(at, at), words)]
    tracked, silent = (make_changes(data, before, edits, tracked=each) for each in (True, False))
    assert read(tracked).text == read(silent).text == edited(before.text, edits)
    assert read(tracked, "original").text == read(data, "original").text
    assert body(tracked).count("<w:sectPr/>") == body(data).count("<w:sectPr/>")


def test_one_paragraph_is_parted_at_several_places() -> None:
    data = built(b.para("甲乙丙丁", style="Heading1"))
    edits = [(Span(1, 1), "\n"), (Span(2, 2), "上\n下"), (Span(3, 3), "\n")]
    for tracked in (True, False):
        after = make_changes(data, read(data), edits, tracked=tracked)
        assert read(after).text == "甲\n乙上\n下丙\n丁"
        assert body(after).count('<w:pStyle w:val="Heading1"/>') == 4
        assert body(after).count("<w:rPr><w:ins ") == 3 * tracked


def test_inserted_marks_come_first_in_their_properties() -> None:
    data = built(b.para("甲乙", mark="<w:b/>", props='<w:jc w:val="center"/>'), "丙")
    parted = body(make_changes(data, read(data), [(Span(1, 1), "\n")]))
    assert (
        '<w:jc w:val="center"/><w:rPr><w:ins w:id="0" w:author="docklint"/><w:b/></w:rPr></w:pPr>' in parted
    )
    joined = body(make_changes(data, read(data), [(Span(2, 3), "")]))
    assert '<w:rPr><w:del w:id="0" w:author="docklint"/><w:b/></w:rPr></w:pPr>' in joined


def test_a_paragraph_is_not_joined_and_parted_at_once() -> None:
    data = built("甲乙", "丙")
    edits = [(Span(1, 1), "\n"), (Span(2, 3), "")]
    assert [each.number for each in refused(data, read(data), edits)] == [1]
    with pytest.raises(NotEditable):
        make_changes(data, read(data), edits)


def test_edits_that_touch_keep_their_order() -> None:
    data = built("甲乙丙")
    edits = [(Span(1, 1), "一"), (Span(1, 1), "二"), (Span(1, 2), "三"), (Span(2, 2), "四")]
    for tracked in (True, False):
        assert read(make_changes(data, read(data), edits, tracked=tracked)).text == "甲一二三四丙"


def test_overlapping_edits_are_the_callers_mistake() -> None:
    data = built("甲乙丙")
    with pytest.raises(ValueError, match="overlap"):
        make_changes(data, read(data), [(Span(0, 2), "一"), (Span(1, 3), "二")])
    with pytest.raises(ValueError, match="outside"):
        make_changes(data, read(data), [(Span(3, 4), "一")])


def test_no_difference_gives_the_file_back() -> None:
    data = built("甲乙")
    assert make_changes(data, read(data), [(Span(0, 2), "甲乙")]) is data
    assert make_changes(data, read(data), []) is data


def test_changes_go_into_an_annotated_copy() -> None:
    data = built("甲,乙丙")
    after = changed(annotated(data, ",乙"), ",", "，")
    assert read(after).text == "甲，乙丙"
    assert anchored(after) == ["，乙"]
