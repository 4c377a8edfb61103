"""Parts beside the body, marks, views of tracked changes, and what is left unread."""

from __future__ import annotations

import pytest

from docklint.document import Mark, Unread
from docklint.readers import docx
from tests import docx_builder as b
from tests.docx_builder import para, run
from tests.word.reading import built, lines, shown


def test_order_of_the_stories() -> None:
    document = built(
        para("正文", b.text_box("文本框"), b.note_reference("footnote", 1)),
        b.table(["表"]),
        headers=["页眉"],
        footers=["页脚"],
        footnotes=["脚注"],
        endnotes=["尾注"],
        comments=[b.comment(1, "批注")],
    )
    assert [(document.text[line.start : line.end], line.part) for line in document.lines] == [
        ("正文", "body"), ("表", "table"), ("文本框", "textbox"), ("页眉", "header"), ("页脚", "footer"),
        ("脚注", "footnote"), ("尾注", "endnote"), ("批注", "comment"),
    ]  # fmt: skip
    assert document.read == ("body", "table", "textbox", "header", "footer", "footnote", "endnote", "comment")
    assert [piece.source for piece in document.pieces][-1] == "word/comments.xml"


def test_paragraphs_are_counted_in_each_part() -> None:
    document = built(para("甲"), para("乙"), headers=[para("丙") + para("丁")])
    assert [(line.part, line.paragraph) for line in document.lines] == [
        ("body", 1),
        ("body", 2),
        ("header", 1),
        ("header", 2),
    ]


def test_headers_nobody_refers_to_are_named_as_not_shown() -> None:
    parts = b.entries(b.package(para("甲"), headers=["页眉"]))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"headerReference", b"nothing")
    document = docx.read("x", b.zipped(parts))
    assert document.text == "甲"
    assert document.unread == (Unread("word/header1.xml", "not-shown"),)


def test_text_boxes_nest_and_follow_their_story() -> None:
    document = built(
        para("前", b.text_box(para("外", b.text_box("内"))), "后"),
        para("末"),
        headers=[para("眉", b.text_box("眉框"))],
    )
    assert document.text.split("\n") == ["前后", "末", "外", "内", "眉", "眉框"]
    assert [line.part for line in document.lines] == [
        "body",
        "body",
        "textbox",
        "textbox",
        "header",
        "header",
    ]


def test_text_box_in_deleted_or_hidden_text_is_not_shown() -> None:
    hidden = b.text_box("框").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    assert lines(para("甲", "<w:del>" + b.text_box("框") + "</w:del>", hidden)) == ["甲"]


def test_comments_are_lines_and_marks() -> None:
    document = built(
        para("前", b.commented(4, "此处", run("有误")), "后"),
        comments=[b.comment(4, "请核实", "再改", author="吴敏")],
    )
    (mark,) = document.marks
    assert mark == Mark("comment", 1, 5, "吴敏", b.DATE, "请核实\n再改")
    assert shown(document, mark) == "此处有误"


def test_a_comment_over_paragraphs_and_one_without_a_range() -> None:
    start, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    reference = b.raw_run('<w:commentReference w:id="2"/>')
    document = built(
        para("甲", start, "乙"),
        para("丙", end, reference, "丁"),
        comments=[b.comment(1, "一"), b.comment(2, "二")],
    )
    assert [(mark.text, shown(document, mark), mark.start) for mark in document.marks] == [
        ("一", "乙\n丙", 1),
        ("二", "", 4),
    ]


def test_a_comment_nothing_refers_to_stays_with_its_own_line() -> None:
    document = built(para("甲"), comments=[b.comment(9, "孤")])
    assert [(mark.start, mark.end) for mark in document.marks] == [(2, 2)]


def test_comment_anchor_moves_with_an_automatic_number() -> None:
    numbering = b.abstract(0, b.level(0, "%1、", "chineseCounting")) + b.num(1, 0)
    document = built(
        para(b.commented(1, "标题"), num=(1, 0)), comments=[b.comment(1, "注")], numbering=numbering
    )
    assert shown(document, document.marks[0]) == "标题"


REVISED = (
    para("原文", b.inserted("新增", author="吴敏"), b.deleted("旧句", author="陈立")),
    para(b.moved_from("移走"), "留下"),
    para("到", b.moved_to("移走")),
)


def test_final_view_and_its_marks() -> None:
    document = built(*REVISED)
    assert document.text == "原文新增\n留下\n到移走"
    assert [(m.kind, m.author, shown(document, m), m.text) for m in document.marks] == [
        ("insertion", "吴敏", "新增", "新增"),
        ("deletion", "陈立", "", "旧句"),
        ("move", b.AUTHOR, "", "移走"),
        ("move", b.AUTHOR, "移走", "移走"),
    ]
    assert document.marks[0].date == b.DATE


def test_original_view_and_its_marks() -> None:
    document = built(*REVISED, revisions="original")
    assert document.text == "原文旧句\n移走留下\n到"
    assert [(m.kind, shown(document, m), m.text) for m in document.marks] == [
        ("insertion", "", "新增"),
        ("deletion", "旧句", "旧句"),
        ("move", "移走", "移走"),
        ("move", "", "移走"),
    ]


@pytest.mark.parametrize(
    ("paragraphs", "final", "original"),
    [
        ([para("甲", mark=b.MARK_DELETED), para("乙")], ["甲乙"], ["甲", "乙"]),
        ([para("甲", mark=b.MARK_INSERTED), para("乙")], ["甲", "乙"], ["甲乙"]),
        (
            [para("甲", mark=b.MARK_DELETED), b.table(["乙"]), para("丙")],
            ["甲", "乙", "丙"],
            ["甲", "乙", "丙"],
        ),
        ([para(b.deleted("甲"), mark=b.MARK_DELETED), b.table(["乙"])], ["乙"], ["甲", "乙"]),
        ([para("甲"), para(b.deleted("乙"), mark=b.MARK_DELETED)], ["甲"], ["甲", "乙"]),
        ([para(b.inserted(b.deleted("甲")), "乙")], ["乙"], ["乙"]),
        ([b.table(["甲"], row_props='<w:del w:author="x"/>'), para("乙")], ["乙"], ["甲", "乙"]),
        ([b.table(["甲"], row_props='<w:ins w:author="x"/>'), para("乙")], ["甲", "乙"], ["乙"]),
    ],
    ids=[
        "mark deleted",
        "mark inserted",
        "before a table",
        "deleted before a table",
        "deleted at the end",
        "inserted and deleted",
        "row deleted",
        "row inserted",
    ],
)
def test_both_views(paragraphs: list[str], final: list[str], original: list[str]) -> None:
    assert built(*paragraphs).text.split("\n") == final
    assert built(*paragraphs, revisions="original").text.split("\n") == original


def test_a_joined_line_belongs_to_the_paragraph_that_shows_something() -> None:
    document = built(
        para(b.deleted("甲"), mark=b.MARK_DELETED, para_id="00000001"),
        para("乙", style="Heading1", para_id="00000002"),
    )
    (line,) = document.lines
    assert (line.paragraph, line.para_id, line.heading) == (2, "00000002", 1)


def test_properties_before_a_tracked_change_count_in_the_original_view() -> None:
    changed = '<w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    assert built(para("甲", props=changed)).lines[0].heading is None
    assert built(para("甲", props=changed), revisions="original").lines[0].heading == 1


def changed(kind: str, author: str = "吴敏", old: str = "") -> str:
    """A tracked change of properties, for the properties it is about."""
    return f'<w:{kind}Change w:id="8" w:author="{author}" w:date="{b.DATE}"><w:{kind}>{old}</w:{kind}></w:{kind}Change>'


@pytest.mark.parametrize(
    ("blocks", "marked"),
    [
        ([para("甲", run("乙丙", changed("rPr")), "丁")], ["乙丙"]),
        ([para("甲", run("乙", changed("rPr")), run("丙", changed("rPr")), "丁")], ["乙丙"]),
        ([para(run("乙", changed("rPr")), run("丙", changed("rPr", "陈立")))], ["乙", "丙"]),
        ([para("甲", run("乙"), props=changed("pPr"))], ["甲乙"]),
        ([para("甲", props=changed("pPr")), para("乙", run("丙", changed("rPr")))], ["甲", "丙"]),
        ([para("甲", run("乙", changed("rPr")), props=changed("pPr"))], ["甲乙", "乙"]),
        ([para("甲", mark=changed("rPr"))], [""]),
        ([para("甲", props=f"<w:sectPr>{changed('sectPr')}</w:sectPr>")], [""]),
        ([b.table(["甲"], row_props=changed("trPr"))], [""]),
        ([b.table([b.cell("甲", props=changed("tcPr"))])], [""]),
        ([b.table(["甲"]).replace("<w:tblPr/>", f"<w:tblPr>{changed('tblPr')}</w:tblPr>")], [""]),
        ([b.table([b.cell("甲", props='<w:cellMerge w:id="1" w:author="吴敏"/>')])], [""]),
    ],
    ids=["run", "runs", "two authors", "paragraph", "two paragraphs", "both", "paragraph mark", "section", "row", "cell", "table", "merged cells"],
)  # fmt: skip
@pytest.mark.parametrize("revisions", ["final", "original"])
def test_tracked_changes_of_looks_are_marks_too(blocks: list[str], marked: list[str], revisions: str) -> None:
    document = built(*blocks, revisions=revisions)
    assert [(mark.kind, shown(document, mark)) for mark in document.marks] == [
        ("format", each) for each in marked
    ]
    assert document.marks[0].author == "吴敏"


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (b.table(["甲"], row_props='<w:ins w:author="吴敏"/>'), "insertion"),
        (b.table(["甲"], row_props='<w:del w:author="吴敏"/>'), "deletion"),
        (b.table([b.cell("甲", props='<w:cellIns w:author="吴敏"/>')]), "insertion"),
        (b.table([b.cell("甲", props='<w:cellDel w:author="吴敏"/>')]), "deletion"),
    ],
)
def test_tracked_rows_and_cells_are_marks(rows: str, kind: str) -> None:
    assert [(mark.kind, mark.author) for mark in built("前", rows).marks] == [(kind, "吴敏")]


def test_neighbouring_changes_of_one_author_are_one_mark() -> None:
    document = built(
        para(b.inserted("甲"), b.inserted("乙"), b.inserted("丙", author="吴敏"), "丁", b.inserted("戊"))
    )
    assert [mark.text for mark in document.marks] == ["甲乙", "丙", "戊"]


def test_hidden_text_is_marked_where_it_would_stand() -> None:
    document = built(para("甲", run("藏", hidden=True), run("着", style="Hidden"), "乙"))
    assert document.marks == (Mark("hidden", 1, 1, None, None, "藏着"),)


def test_a_prompt_is_marked_as_placeholder() -> None:
    document = built(para("单位：", b.control("单击此处", props="<w:showingPlcHdr/>")))
    assert [(mark.kind, shown(document, mark)) for mark in document.marks] == [("placeholder", "单击此处")]


def test_separator_notes_are_skipped() -> None:
    document = built(para("甲"), footnotes=["脚注"])
    assert document.text == "甲\n脚注"


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ('<w:altChunk r:id="r9"/>', "foreign-content"),
        (para("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"), "equation"),
        (para(b.raw_run('<w:drawing><a:graphic><a:graphicData><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphicData></a:graphic></w:drawing>')), "chart"),
        (para(b.raw_run('<w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></w:drawing>')), "smartart"),
        (para(b.raw_run('<w:drawing><p:pic xmlns:p="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing>')), "picture"),
        (para(b.raw_run("<w:object><v:shape><v:imagedata/></v:shape></w:object>")), "embedded-object"),
        (para(b.raw_run('<w:pict><v:shape><v:textpath string="草稿"/></v:shape></w:pict>')), "wordart"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named(xml: str, reason: str) -> None:
    document = built(xml, para("甲"), xml)
    assert document.unread == (Unread("word/document.xml", reason),)
    assert "甲" in document.text
