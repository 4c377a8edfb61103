"""Lines and their hints: tables, controls, headings, bold, contents, pages, identities."""

from __future__ import annotations

import pickle

import pytest

from docklint.readers import docx
from tests import docx_builder as b
from tests.docx_builder import para, run
from tests.word.reading import built, lines


def test_cells_come_in_order_nested_tables_too() -> None:
    inner = b.table(["内"])
    document = built(para("前"), b.table(["甲", "乙"], [inner + para("丙"), "丁"]), para("后"))
    assert document.text.split("\n") == ["前", "甲", "乙", "内", "丙", "丁", "后"]
    assert [line.part for line in document.lines] == ["body", *["table"] * 5, "body"]
    assert document.read == ("body", "table")


def test_merged_cells_are_read_once() -> None:
    merged = [b.cell("甲", props='<w:vMerge w:val="restart"/>'), b.cell(para(), props="<w:vMerge/>")]
    assert lines(b.table(merged[:1], merged[1:])) == ["甲", ""]


def test_block_controls_nest() -> None:
    assert lines(b.control(para("甲"), b.control(para("乙"), b.table(["丙"])))) == ["甲", "乙", "丙"]


def test_paragraphs_are_counted_in_the_part_cells_and_text_boxes_included() -> None:
    document = built(para("甲", b.text_box("框")), b.table(["乙"]), para("丙"))
    by_text = {document.text[line.start : line.end]: line.paragraph for line in document.lines}
    assert by_text == {"甲": 1, "框": 2, "乙": 4, "丙": 5}  # the third is the fallback's copy of the box


def test_paragraph_id_only_if_unique() -> None:
    document = built(
        para("甲", para_id="00000001"),
        para("乙", para_id="0000000A"),
        para("丙", para_id="0000000A"),
        para("丁"),
    )
    assert [line.para_id for line in document.lines] == ["00000001", None, None, None]


def test_pages_are_estimated_where_word_left_its_breaks() -> None:
    turned = b.raw_run("<w:lastRenderedPageBreak/>")
    document = built(para("甲"), para(turned, "乙"), para("丙", turned, "丙"), para("丁"))
    assert [line.page for line in document.lines] == [1, 2, 2, 3]
    assert [line.page for line in built(para("甲"), para("乙")).lines] == [None, None]


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        (para("甲", style="Heading2"), 2),
        (para("甲", outline=3), 3),
        (para("甲", style="Heading2", outline=1), 1),
        (para("甲", style="Heading2", props='<w:outlineLvl w:val="9"/>'), None),
        (para("甲", style="Named"), 4),
        (para("甲", style="Derived"), 2),
        (para("甲", style="Unknown"), None),
        (para("甲"), None),
    ],
)
def test_heading(paragraph: str, heading: int | None) -> None:
    styles = b.STYLES + b.style("Named", "Heading 4") + b.style("Derived", "自定义", based_on="Heading2")
    assert [line.heading for line in built(paragraph, styles=styles).lines] == [heading]


def test_every_visual_line_of_a_heading_is_one() -> None:
    assert [line.heading for line in built(para("甲", b.br(), "乙", style="Heading1"), para("丙")).lines] == [
        1,
        1,
        None,
    ]


@pytest.mark.parametrize(
    ("inline", "bold"),
    [
        ([run("甲", bold=True), run("乙", bold=True)], True),
        ([run("甲", bold=True), run("乙")], False),
        ([run("甲"), run("乙", bold=True)], False),
        ([run("甲", bold=True), run("  "), run("乙", bold=True)], True),
        ([run("甲", bold=True), run("隐", hidden=True)], True),
        ([run("甲", style="Strong")], True),
        ([run("甲", '<w:b w:val="0"/>', style="Strong")], False),
        ([], False),
    ],
)
def test_bold(inline: list[str], bold: bool) -> None:
    assert [line.bold for line in built(para(*inline)).lines] == [bold]


def test_bold_is_a_toggle_between_paragraph_and_run_style() -> None:
    styles = b.STYLES + b.style("Loud", rpr="<w:b/>") + b.style("Louder", based_on="Loud")
    document = built(para("甲", style="Louder"), para(run("乙", style="Strong"), style="Loud"), styles=styles)
    assert [line.bold for line in document.lines] == [True, False]


def test_bold_after_a_line_break_is_looked_up_again() -> None:
    rest = "<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"
    assert [line.bold for line in built(para(run("平"), rest)).lines] == [False, True]


def test_bold_of_the_document_defaults() -> None:
    styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>" + b.STYLES
    assert built(para("甲"), styles=styles).lines[0].bold


def test_table_of_contents() -> None:
    document = built(b.contents_table("一、甲", "二、乙"), para("一、甲"), para("目次", style="TOC1"))
    assert [line.contents for line in document.lines] == [True, True, True, False, True]


def test_hidden_paragraph_leaves_no_line() -> None:
    assert lines(para("甲"), para(run("隐", hidden=True), mark="<w:vanish/>"), para("乙")) == ["甲", "乙"]


def test_style_separator_joins_a_heading_with_its_text() -> None:
    assert lines(para("一、甲。", mark="<w:vanish/><w:specVanish/>"), para("正文")) == ["一、甲。正文"]


def test_cyclic_and_endless_style_chains_end() -> None:
    cyclic = b.style("A", based_on="B", ppr='<w:outlineLvl w:val="0"/>') + b.style("B", based_on="A")
    long = "".join(b.style(f"S{n}", based_on=f"S{n + 1}") for n in range(5000)) + b.style(
        "S5000", rpr="<w:b/>"
    )
    document = built(para("甲", style="B"), para("乙", style="S0"), styles=cyclic + long)
    assert (document.lines[0].heading, document.lines[1].bold) == (1, True)


def test_document_survives_pickling_and_compares() -> None:
    data = b.package(para("甲", b.inserted("乙")), comments=[b.comment(1, "注")])
    document = docx.read("x", data)
    assert pickle.loads(pickle.dumps(document)) == document == docx.read("x", data)


@pytest.mark.parametrize(
    "change",
    [
        {"strict_names": True},
        {"main": "xl/文稿.xml"},
        {"main": "word/document2.xml"},
        {"content_type": "template.main+xml"},
        {
            "extra": {
                "word/_rels/document.xml.rels": '<Relationships xmlns="x"><Relationship Id="r" Type="a/styles" Target="gone.xml"/><Relationship Id="q"/></Relationships>'
            }
        },
    ],
    ids=["strict", "other folder", "other name", "template", "dangling"],
)
def test_packages_of_every_kind_are_read(change: dict[str, object]) -> None:
    assert lines(para("一、甲"), **change) == ["一、甲"]


def test_entry_names_in_other_case_or_with_backslashes_are_found() -> None:
    parts = b.entries(
        b.package(para("甲", num=(1, 0)), numbering=b.abstract(0, b.level(0, "%1.")) + b.num(1, 0))
    )
    renamed = {name.replace("word/", "Word\\"): data for name, data in parts.items()}
    assert docx.read("x", b.zipped(renamed)).text == "1.甲"
