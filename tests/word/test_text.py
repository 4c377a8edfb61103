"""Every construct of running text: what the reader of the page sees is what the rules see."""

from __future__ import annotations

import pytest

from docklint.readers import docx
from tests import docx_builder as b
from tests.docx_builder import para, run
from tests.word.reading import built, lines

_XML = {
    "runs split anywhere": (para(run("青禾"), run("县"), run("档案馆")), "青禾县档案馆"),
    "insertion": (para("一是", b.inserted("学得", "不深")), "一是学得不深"),
    "deletion": (para("一是", b.deleted("很好"), "不深"), "一是不深"),
    "deletion that holds plain text": (
        para("一是", "<w:del>" + run("很好") + "</w:del>", "不深"),
        "一是不深",
    ),
    "move": (para(b.moved_to("后移的"), "正文", b.moved_from("后移的")), "后移的正文"),
    "hyperlink": (para(b.wrap("hyperlink", "链接"), "文字"), "链接文字"),
    "smart tag": (para(b.wrap("smartTag", "智能", run("标记"))), "智能标记"),
    "custom XML": (para(b.wrap("customXml", "自定义")), "自定义"),
    "direction": (para(b.wrap("dir", "甲"), b.wrap("bdo", "乙")), "甲乙"),
    "inline control": (para("单位：", b.control("青禾县", b.control("档案馆"))), "单位：青禾县档案馆"),
    "simple field": (para(b.simple_field(" DATE ", "2025年"), "内"), "2025年内"),
    "complex field": (para(b.field(" PAGEREF _Toc1 ", "12"), "页"), "12页"),
    "nested field in the instruction": (
        para(
            b.char("begin"),
            run("IF "),
            b.field(" MERGEFIELD 姓名 ", "漏出"),
            b.char("separate"),
            run("结果"),
            b.char("end"),
        ),
        "结果",
    ),
    "nested field in the result": (
        para(
            b.char("begin"), b.char("separate"), run("前"), b.field(" REF x ", "中"), run("后"), b.char("end")
        ),
        "前中后",
    ),
    "enclosed number": (para(b.field(r"eq \o\ac(○,1)"), "提高认识"), "①提高认识"),
    "enclosed number above twenty": (para(b.field(r" EQ \o\ac(○,21) ")), "㉑"),
    "enclosed word": (para(b.field(r"eq \o\ac(○,秘)")), "秘"),
    "framed number": (para(b.field(r"eq \o\ac(□,3)")), "3"),
    "button": (para(b.field("MACROBUTTON NoMacro [单位名称]")), "[单位名称]"),
    "tab": (para("甲", b.tab(), "乙"), "甲\t乙"),
    "no-break hyphen": (para("2024", b.raw_run("<w:noBreakHyphen/>"), "2025"), "2024-2025"),
    "soft hyphen": (para("青", b.raw_run("<w:softHyphen/>"), "禾"), "青禾"),
    "Wingdings number": (para(b.raw_run('<w:sym w:font="Wingdings" w:char="F081"/>'), "甲"), "①甲"),
    "Wingdings ten": (para(b.raw_run('<w:sym w:font="Wingdings" w:char="F08A"/>')), "⑩"),
    "symbol of no font": (para(b.raw_run('<w:sym w:char="4E00"/>')), "一"),
    "symbol that is none": (
        para("甲", b.raw_run('<w:sym w:font="Symbol" w:char="D800"/><w:sym w:char="xyz"/>')),
        "甲",
    ),
    "hidden": (para("显", run("隐", hidden=True), "示"), "显示"),
    "hidden by style": (para("显", run("隐", style="Hidden"), "示"), "显示"),
    "shown in spite of its style": (para(run("显", '<w:vanish w:val="0"/>', style="Hidden")), "显"),
    "ruby": (para("学", b.ruby("习", "xí")), "学习"),
    "alternative text twice": (
        para(
            f'<mc:AlternateContent><mc:Choice Requires="w14">{run("一次")}</mc:Choice><mc:Fallback>{run("一次")}</mc:Fallback></mc:AlternateContent>'
        ),
        "一次",
    ),
    "alternative nobody understands": (
        para(
            f'<mc:AlternateContent><mc:Choice Requires="zz9">{run("新")}</mc:Choice><mc:Fallback>{run("旧")}</mc:Fallback></mc:AlternateContent>'
        ),
        "旧",
    ),
    "comment inside text": (para("<w:r><w:t>前<!-- 注 -->后</w:t></w:r>"), "前后"),
    "processing instruction inside text": (para("<w:r><w:t>前<?pi 指令?>后</w:t></w:r>"), "前后"),
    "section of characters": (para("<w:r><w:t>前<![CDATA[<甲>]]>后</w:t></w:r>"), "前<甲>后"),
    "line end inside text": (para("<w:r><w:t>前\n后</w:t></w:r>"), "前 后"),
    "unknown wrapper": (para("<w:future>" + run("留下") + "</w:future>"), "留下"),
    "placeholder": (para(b.control("单击此处输入文字。", props="<w:showingPlcHdr/>")), "单击此处输入文字。"),
}


@pytest.mark.parametrize(("xml", "text"), _XML.values(), ids=_XML)
def test_construct(xml: str, text: str) -> None:
    assert lines(xml) == [text]


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("  一是  ", "一是"),
        ("\u3000\u3000一是\u3000", "\u3000\u3000一是\u3000"),
        ("\t\n 一是", "一是"),
        ("   ", ""),
    ],
)
def test_blanks_are_trimmed_without_preserve(stored: str, seen: str) -> None:
    assert lines(para(f"<w:r><w:t>{stored}</w:t></w:r>")) == [seen]


def test_blanks_stay_with_preserve_here_or_above() -> None:
    assert lines(para(run("  一是 "))) == ["  一是 "]
    parts = b.entries(b.package(para("<w:r><w:t> 一是 </w:t></w:r>")))
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:document ", b'<w:document xml:space="preserve" '
    )
    assert docx.read("x", b.zipped(parts)).text == " 一是 "


def test_offset_counts_trimmed_blanks() -> None:
    document = built(para("<w:r><w:t>  一是</w:t></w:r>"))
    assert document.pieces[0].offset == 2


def test_line_breaks_are_lines_of_one_paragraph() -> None:
    document = built(para("一、甲", b.br(), "二、乙", b.raw_run("<w:cr/>"), "三、丙"), para("四、丁"))
    assert document.text == "一、甲\n二、乙\n三、丙\n四、丁"
    assert [line.paragraph for line in document.lines] == [1, 1, 1, 2]


@pytest.mark.parametrize("kind", ["page", "column"])
def test_page_and_column_breaks_keep_words_apart_and_make_no_empty_line(kind: str) -> None:
    assert lines(para("前", b.br(kind), "后")) == ["前", "后"]
    assert lines(para(b.br(kind), "一、甲"), para("乙", b.br(kind))) == ["一、甲", "乙"]
    assert lines(para(b.br(kind))) == [""]


def test_empty_paragraphs_are_lines() -> None:
    assert lines(para("甲"), para(), para("乙")) == ["甲", "", "乙"]


def test_a_document_without_paragraphs_has_one_empty_line() -> None:
    assert [tuple(line[:2]) for line in built().lines] == [(0, 0)]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    assert lines(para(b.char("begin"), "甲"), para("乙")) == ["甲", "乙"]


def test_an_end_without_a_beginning_is_nothing() -> None:
    assert lines(para(b.char("end"), b.char("separate"), "甲")) == ["甲"]


def test_a_table_of_contents_that_never_ends_marks_nothing() -> None:
    opened = b.char("begin") + b.raw_run("<w:instrText>TOC</w:instrText>") + b.char("separate")
    document = built(para(opened + run("目录")), para("一、甲"))
    assert [line.contents for line in document.lines] == [False, False]
