"""In whatever order a writer puts the children of a property element, the document read is the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docklint.document import Document
from docklint.readers import docx
from tests import docx_builder as b
from tests.docx_builder import abstract, level, num, para, run, table
from tests.word.reading import built

SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "cases" / "hostile"
WHO = 'w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z"'
OTHER = 'w:id="2" w:author="乙" w:date="2024-01-02T00:00:00Z"'
LISTS = abstract(0, level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting")) + num(1, 0)
STYLES = (
    b.STYLES
    + b.style("A", "标题甲", ppr='<w:outlineLvl w:val="0"/>')
    + b.style("H", kind="character", rpr="<w:vanish/>")
)

P_PR = (
    '<w:pStyle w:val="A"/>',
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
    '<w:outlineLvl w:val="2"/>',
    '<w:jc w:val="center"/>',
    f"<w:rPr><w:ins {WHO}/><w:rPrChange {OTHER}><w:rPr/></w:rPrChange></w:rPr>",
    f"<w:pPrChange {OTHER}><w:pPr/></w:pPrChange>",
)
R_PR = (
    '<w:rStyle w:val="H"/>',
    '<w:vanish w:val="0"/>',
    "<w:b/>",
    '<w:rFonts w:ascii="宋体"/>',
    f"<w:rPrChange {WHO}><w:rPr/></w:rPrChange>",
)
MARK = ("<w:vanish/>", f"<w:del {WHO}/>", f"<w:ins {OTHER}/>", f"<w:rPrChange {OTHER}><w:rPr/></w:rPrChange>")
CELL = (
    '<w:tcW w:w="100" w:type="dxa"/>',
    f"<w:cellIns {WHO}/>",
    f"<w:cellDel {OTHER}/>",
    f"<w:tcPrChange {OTHER}><w:tcPr/></w:tcPrChange>",
)
ROW = (
    f"<w:ins {WHO}/>",
    f"<w:del {OTHER}/>",
    f"<w:trPrChange {OTHER}><w:trPr/></w:trPrChange>",
    "<w:cantSplit/>",
)
NUM_PR = ('<w:ilvl w:val="1"/>', '<w:numId w:val="1"/>', f"<w:ins {WHO}/>")
LEVEL = (
    '<w:start w:val="3"/>',
    '<w:numFmt w:val="chineseCounting"/>',
    '<w:pStyle w:val="A"/>',
    '<w:lvlText w:val="第%1条"/>',
    '<w:suff w:val="nothing"/>',
)
STYLE = (
    '<w:name w:val="heading 2"/>',
    '<w:basedOn w:val="A"/>',
    '<w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/><w:ilvl w:val="1"/></w:numPr></w:pPr>',
    "<w:rPr><w:b/></w:rPr>",
)
SECTION = (
    '<w:headerReference w:type="even" r:id="rheader3"/>',
    '<w:headerReference w:type="default" r:id="rheader1"/>',
    '<w:headerReference w:type="first" r:id="rheader2"/>',
    "<w:titlePg/>",
    f"<w:sectPrChange {WHO}><w:sectPr/></w:sectPrChange>",
)


def _paragraph(*children: str) -> Document:
    return built(
        f"<w:p><w:pPr>{''.join(children)}</w:pPr>{run('甲')}</w:p>",
        para("乙"),
        numbering=LISTS,
        styles=STYLES,
    )


def _run(*children: str) -> Document:
    return built(f"<w:p><w:r><w:rPr>{''.join(children)}</w:rPr><w:t>甲</w:t></w:r></w:p>", styles=STYLES)


def _mark(*children: str) -> Document:
    return built(f"<w:p><w:pPr><w:rPr>{''.join(children)}</w:rPr></w:pPr>{run('甲')}</w:p>", para("乙"))


def _cell(*children: str) -> Document:
    return built(f"<w:tbl><w:tr><w:tc><w:tcPr>{''.join(children)}</w:tcPr>{para('甲')}</w:tc></w:tr></w:tbl>")


def _row(*children: str) -> Document:
    return built(table(["甲"], row_props=f"<w:trPr>{''.join(children)}</w:trPr>"), para("乙"))


def _number(*children: str) -> Document:
    return _paragraph(f"<w:numPr>{''.join(children)}</w:numPr>")


def _level(*children: str) -> Document:
    lists = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{"".join(children)}</w:lvl></w:abstractNum>'
    )
    return built(para("甲", num=(1, 0)), numbering=lists + num(1, 0), styles=STYLES)


def _style(*children: str) -> Document:
    own = f'<w:style w:type="paragraph" w:styleId="S">{"".join(children)}</w:style>'
    return built(para("甲", style="S"), numbering=LISTS, styles=STYLES + own)


KINDS = {
    "pPr": (_paragraph, P_PR),
    "rPr": (_run, R_PR),
    "pPr/rPr": (_mark, MARK),
    "tcPr": (_cell, CELL),
    "trPr": (_row, ROW),
    "numPr": (_number, NUM_PR),
    "lvl": (_level, LEVEL),
    "style": (_style, STYLE),
}


@pytest.mark.parametrize("kind", KINDS)
def test_order_means_nothing(kind: str) -> None:
    read, children = KINDS[kind]
    expected = read(*children)
    for order in permutations(children):
        assert read(*order) == expected, order


@settings(deadline=None)
@given(st.data())
def test_nor_does_it_among_fewer(data: st.DataObject) -> None:
    read, children = KINDS[data.draw(st.sampled_from(sorted(KINDS)))]
    chosen = data.draw(st.lists(st.sampled_from(children), unique=True))
    assert read(*data.draw(st.permutations(chosen))) == read(*chosen)


def test_the_number_of_a_paragraph_outlives_its_style() -> None:
    read = _paragraph(P_PR[1], P_PR[2], P_PR[0])
    assert read.text.startswith("（一）甲")
    assert read.lines[0].heading == 3


def test_headers_come_in_one_order() -> None:
    assert {read.text for read in _sections()} == {"甲\n页眉三\n页眉一\n页眉二"}


def _sections() -> Iterator[Document]:
    for order in permutations(SECTION):
        yield built(
            para("甲"),
            f"<w:sectPr>{''.join(order)}</w:sectPr>",
            headers=[para("页眉一"), para("页眉二"), para("页眉三")],
        )


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="no ../shared/cases here")
def test_samples() -> None:
    def lines(name: str) -> list[str]:
        return docx.read(name, (SAMPLES / name).read_bytes()).text.split("\n")

    assert lines("numpr-before-pstyle.docx") == lines("numpr-after-pstyle-ok.docx")
    assert lines("numpr-before-pstyle.docx")[0] == "一、存在的问题"
    assert lines("pandoc-tight-list.docx")[1:4] == ["1.存在的问题", "2.原因分析", "3.整改措施"]
