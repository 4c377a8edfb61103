"""`mc:AlternateContent` among properties: one branch is in force, wherever a property can stand."""

from __future__ import annotations

import pytest

from docklint.document import Document
from docklint.word import stories, xml
from tests import docx_builder as b
from tests.docx_builder import abstract, level, num, para, run
from tests.word.reading import built

CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
KNOWN, UNKNOWN = CEX, "urn:example:later"
LISTS = abstract(0, level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting")) + num(1, 0)
STYLES = (
    b.STYLES
    + b.style("A", "标题甲", ppr='<w:outlineLvl w:val="0"/>')
    + b.style("B", "标题乙", ppr='<w:outlineLvl w:val="1"/>')
)


@pytest.fixture(params=["lxml", "standard"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read everything with either parser."""
    stories._read_styles.cache_clear()
    if request.param == "standard":
        monkeypatch.setattr(xml, "etree", None)


def either(choice: str, fallback: str | None, bound: str = KNOWN) -> str:
    """One alternative."""
    last = "" if fallback is None else f"<mc:Fallback>{fallback}</mc:Fallback>"
    return (
        f'<mc:AlternateContent xmlns:zz="{bound}"><mc:Choice Requires="zz">{choice}</mc:Choice>{last}'
        "</mc:AlternateContent>"
    )


def read(ppr: str = "", rpr: str = "", *, styles: str = STYLES, numbering: str = LISTS) -> Document:
    """Read a paragraph of one run, and a plain one."""
    look = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    first = f"<w:p><w:pPr>{ppr}</w:pPr><w:r>{look}<w:t>甲</w:t></w:r></w:p>"
    return built(first, para("乙"), styles=styles, numbering=numbering)


PAIRS = {
    "numPr": (
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
    ),
    "pStyle": ('<w:pStyle w:val="A"/>', '<w:pStyle w:val="B"/>'),
    "outlineLvl": ('<w:outlineLvl w:val="2"/>', '<w:outlineLvl w:val="3"/>'),
    "mark": ("<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>'),
    "tabs": ('<w:tabs><w:tab w:pos="9"/></w:tabs><w:outlineLvl w:val="4"/>', '<w:outlineLvl w:val="5"/>'),
}


@pytest.mark.parametrize("name", PAIRS)
def test_of_a_paragraph(name: str) -> None:
    new, old = PAIRS[name]
    assert read(new) != read(old)
    assert read(either(new, old)) == read(new)
    assert read(either(new, old, UNKNOWN)) == read(old)
    assert read(either(f"{new}<zz:sign/>", old)) == read(old), "a known namespace, an element nobody knows"
    assert read(either(new, None, UNKNOWN)) == read()
    assert read(either(either(new, old, UNKNOWN), "")) == read(old)


def test_of_a_run_and_of_a_mark() -> None:
    new, old = "<w:vanish/>", '<w:vanish w:val="0"/>'
    assert read(rpr=either(new, old)).text == "\n乙"
    assert read(rpr=either(new, old, UNKNOWN)).text == "甲\n乙"
    assert read(f"<w:rPr>{either(new, old)}</w:rPr>").text == "甲乙"
    assert read(f"<w:rPr>{either(new, old, UNKNOWN)}</w:rPr>").text == "甲\n乙"
    assert read(rpr=either("<w:b/>", "")).lines[0].bold
    assert not read(rpr=either("<w:b/>", "", UNKNOWN)).lines[0].bold


def test_inside_a_property() -> None:
    inner = either('<w:ilvl w:val="1"/>', '<w:ilvl w:val="0"/>')
    assert read(f'<w:numPr><w:numId w:val="1"/>{inner}</w:numPr>').text.startswith("（一）甲")
    inner = either('<w:ilvl w:val="1"/>', '<w:ilvl w:val="0"/>', UNKNOWN)
    assert read(f'<w:numPr><w:numId w:val="1"/>{inner}</w:numPr>').text.startswith("一、甲")


@pytest.mark.parametrize(("bound", "text"), [(KNOWN, "\n乙"), (UNKNOWN, "甲\n乙")])
def test_around_the_properties_of_a_run(bound: str, text: str) -> None:
    look = either("<w:rPr><w:vanish/></w:rPr>", "<w:rPr><w:i/></w:rPr>", bound)
    assert built(f"<w:p><w:r>{look}<w:t>甲</w:t></w:r></w:p>", para("乙")).text == text
    whole = either("<w:rPr><w:vanish/></w:rPr><w:t>甲</w:t>", "<w:t>甲</w:t>", bound)
    assert built(f"<w:p><w:r>{whole}</w:r></w:p>", para("乙")).text == text


@pytest.mark.parametrize(("bound", "text"), [(KNOWN, "一、甲"), (UNKNOWN, "（一）甲")])
def test_around_the_properties_of_a_paragraph(bound: str, text: str) -> None:
    new, old = (f"<w:pPr>{each}</w:pPr>" for each in PAIRS["numPr"])
    block = f"<w:p>{either(new, old, bound)}{run('甲')}</w:p>"
    assert built(block, numbering=LISTS).text == text


@pytest.mark.parametrize(("bound", "marks"), [(KNOWN, ["placeholder"]), (UNKNOWN, [])])
def test_of_a_content_control(bound: str, marks: list[str]) -> None:
    for props in (
        f"<w:sdtPr>{either('<w:showingPlcHdr/>', '', bound)}</w:sdtPr>",
        either("<w:sdtPr><w:showingPlcHdr/></w:sdtPr>", "<w:sdtPr/>", bound),
    ):
        block = f"<w:sdt>{props}<w:sdtContent>{para('甲')}</w:sdtContent></w:sdt>"
        assert [each.kind for each in built(block).marks] == marks


@pytest.mark.parametrize(("bound", "contents"), [(KNOWN, True), (UNKNOWN, False)])
def test_of_a_gallery(bound: str, contents: bool) -> None:
    gallery = either('<w:docPartGallery w:val="Table of Contents"/>', "", bound)
    for inside in (
        f"<w:docPartObj>{gallery}</w:docPartObj>",
        gallery.replace("<w:doc", "<w:docPartObj><w:doc").replace("/></mc:C", "/></w:docPartObj></mc:C"),
    ):
        block = f"<w:sdt><w:sdtPr>{inside}</w:sdtPr><w:sdtContent>{para('甲')}</w:sdtContent></w:sdt>"
        assert built(block).lines[0].contents is contents


@pytest.mark.parametrize(("bound", "kinds"), [(KNOWN, ["deletion"]), (UNKNOWN, ["insertion"])])
def test_of_a_cell_and_a_row(bound: str, kinds: list[str]) -> None:
    who = 'w:id="1" w:author="甲"'
    cell = either(f"<w:cellDel {who}/>", f"<w:cellIns {who}/>", bound)
    row = either(f"<w:del {who}/>", f"<w:ins {who}/>", bound)
    in_cell = f"<w:tbl><w:tr><w:tc><w:tcPr>{cell}</w:tcPr>{para('甲')}</w:tc></w:tr></w:tbl>"
    in_row = f"<w:tbl><w:tr><w:trPr>{row}</w:trPr><w:tc>{para('甲')}</w:tc></w:tr></w:tbl>"
    assert [each.kind for each in built(in_cell).marks] == kinds
    assert [each.kind for each in built(in_row, para("乙")).marks] == kinds


@pytest.mark.parametrize(("bound", "header"), [(KNOWN, "页眉一"), (UNKNOWN, "页眉二")])
def test_of_a_section(bound: str, header: str) -> None:
    new, old = (f'<w:headerReference w:type="default" r:id="rheader{at}"/>' for at in (1, 2))
    section = f"<w:sectPr>{either(new, old, bound)}</w:sectPr>"
    found = built(para("甲"), section, headers=[para("页眉一"), para("页眉二")])
    # Both are named by the last section, too.
    assert found.text.split("\n")[1] == header


@pytest.mark.parametrize(("bound", "heading"), [(KNOWN, 1), (UNKNOWN, 2)])
def test_in_the_styles(bound: str, heading: int) -> None:
    new, old = '<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="1"/>'
    for own in (
        f'<w:style w:type="paragraph" w:styleId="S"><w:pPr>{either(new, old, bound)}</w:pPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="S">'
        + either(f"<w:pPr>{new}</w:pPr>", f"<w:pPr>{old}</w:pPr>", bound)
        + "</w:style>",
        '<w:style w:type="paragraph" w:styleId="S">'
        + either('<w:basedOn w:val="A"/>', '<w:basedOn w:val="B"/>', bound)
        + "</w:style>",
        either(b.style("S", "某", ppr=new), b.style("S", "某", ppr=old), bound),
    ):
        assert built(para("甲", style="S"), styles=STYLES + own).lines[0].heading == heading


@pytest.mark.parametrize(("bound", "text"), [(KNOWN, "甲乙"), (UNKNOWN, "乙")])
def test_in_the_defaults(bound: str, text: str) -> None:
    look = either('<w:vanish w:val="0"/>', "<w:vanish/>", bound)
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{look}</w:rPr></w:rPrDefault></w:docDefaults>"
    shown = run("乙", props='<w:vanish w:val="0"/>')
    assert built(para(run("甲"), shown), styles=defaults).text == text


@pytest.mark.parametrize(("bound", "label"), [(KNOWN, "第一条"), (UNKNOWN, "1)")])
def test_in_the_numbering(bound: str, label: str) -> None:
    new, old = level(0, "第%1条", "chineseCounting"), level(0, "%1)", "decimal")
    first, other = (each.partition(">")[2].removesuffix("</w:lvl>") for each in (new, old))
    for lists in (
        abstract(0, either(new, old, bound)) + num(1, 0),
        either(abstract(0, new), abstract(0, old), bound) + num(1, 0),
        abstract(0, new) + abstract(1, old) + either(num(1, 0), num(1, 1), bound),
        abstract(0, new)
        + abstract(1, old)
        + '<w:num w:numId="1">'
        + either('<w:abstractNumId w:val="0"/>', '<w:abstractNumId w:val="1"/>', bound)
        + "</w:num>",
        abstract(0, f'<w:lvl w:ilvl="0">{either(first, other, bound)}</w:lvl>') + num(1, 0),
    ):
        assert built(para("甲", num=(1, 0)), numbering=lists).text == f"{label}甲"


@pytest.mark.parametrize(("bound", "label"), [(KNOWN, "五、"), (UNKNOWN, "七、")])
def test_of_an_override(bound: str, label: str) -> None:
    start = either('<w:startOverride w:val="5"/>', '<w:startOverride w:val="7"/>', bound)
    lists = (
        LISTS + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{start}</w:lvlOverride></w:num>"
    )
    assert built(para("甲", num=(2, 0)), numbering=lists).text == f"{label}甲"


def test_before_a_tracked_change() -> None:
    old = f'<w:pPrChange w:id="1" w:author="x"><w:pPr>{either(*PAIRS["numPr"])}</w:pPr></w:pPrChange>'
    block = f"<w:p><w:pPr>{old}</w:pPr>{run('甲')}</w:p>"
    assert built(block, numbering=LISTS, revisions="original").text == "一、甲"
