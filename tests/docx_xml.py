"""The mini-language: strings of WordprocessingML for runs, paragraphs, tables, controls, styles and lists.

Wherever inline content is expected, a string that does not begin with `<` becomes a run; wherever blocks are, it becomes
a paragraph. Use `run(text)` for text that may begin with `<`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

AUTHOR = "周一帆"
DATE = "2025-01-06T09:30:00Z"


def run(text: str, props: str = "", *, bold: bool = False, hidden: bool = False, style: str = "") -> str:
    """A run of text. `props`: more XML for its `w:rPr`."""
    words = (
        (f'<w:rStyle w:val="{style}"/>' if style else "") + "<w:b/>" * bold + "<w:vanish/>" * hidden + props
    )
    return f"<w:r>{f'<w:rPr>{words}</w:rPr>' if words else ''}{t(text)}</w:r>"


def t(text: str) -> str:
    """A bare `w:t` that keeps its blanks."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def raw_run(xml: str) -> str:
    """A run of any XML."""
    return f"<w:r>{xml}</w:r>"


def br(kind: str = "") -> str:
    """A run with a line break; `kind`: `page` or `column`."""
    return raw_run(f'<w:br w:type="{kind}"/>' if kind else "<w:br/>")


def tab() -> str:
    """A run with a tab."""
    return raw_run("<w:tab/>")


def inserted(*inline: str, author: str = AUTHOR, date: str = DATE) -> str:
    """A tracked insertion."""
    return _change("ins", inline, author, date)


def deleted(*texts: str, author: str = AUTHOR, date: str = DATE) -> str:
    """A tracked deletion of texts."""
    runs = (raw_run(f'<w:delText xml:space="preserve">{escape(text)}</w:delText>') for text in texts)
    return _change("del", runs, author, date)


def moved_from(*inline: str, author: str = AUTHOR, date: str = DATE) -> str:
    """The old place of a move; it holds plain `w:t`."""
    return _change("moveFrom", inline, author, date)


def moved_to(*inline: str, author: str = AUTHOR, date: str = DATE) -> str:
    """The new place of a move."""
    return _change("moveTo", inline, author, date)


def _change(tag: str, inline: Iterable[str], author: str, date: str) -> str:
    return f'<w:{tag} w:id="1" w:author={quoteattr(author)} w:date="{date}">{in_runs(inline)}</w:{tag}>'


def field(code: str, *result: str) -> str:
    """A complex field; without a result it has no `separate` either."""
    middle = char("separate") + in_runs(result) if result else ""
    return (
        char("begin")
        + raw_run(f'<w:instrText xml:space="preserve">{escape(code)}</w:instrText>')
        + middle
        + char("end")
    )


def char(kind: str) -> str:
    """A run with a `w:fldChar`: `begin`, `separate` or `end`."""
    return raw_run(f'<w:fldChar w:fldCharType="{kind}"/>')


def simple_field(code: str, *inline: str) -> str:
    """A `w:fldSimple`."""
    return f"<w:fldSimple w:instr={quoteattr(code)}>{in_runs(inline)}</w:fldSimple>"


def wrap(tag: str, *inline: str) -> str:
    """Inline content in an element such as `hyperlink`, `smartTag`, `customXml`, `dir`, `bdo`."""
    return f"<w:{tag}>{in_runs(inline)}</w:{tag}>"


def control(*content: str, props: str = "") -> str:
    """A content control, inline or block according to what it encloses. `props`: XML for its `w:sdtPr`."""
    return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{in_runs(content)}</w:sdtContent></w:sdt>"


def ruby(base: str, gloss: str) -> str:
    """A run with a base and its gloss."""
    return raw_run(
        f"<w:ruby><w:rubyPr/><w:rt>{run(gloss)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby>"
    )


def text_box(*blocks: str) -> str:
    """A run with a text box as Word writes it: its text in `mc:Choice` and again in `mc:Fallback`."""
    content = f"<w:txbxContent>{in_blocks(blocks)}</w:txbxContent>"
    return raw_run(
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )


def note_reference(kind: str, number: int) -> str:
    """A run that refers to a `footnote` or `endnote`."""
    return raw_run(f'<w:{kind}Reference w:id="{number}"/>')


def commented(number: int, *inline: str) -> str:
    """Inline content with a comment on it."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{in_runs(inline)}<w:commentRangeEnd w:id="{number}"/>'
        + raw_run(f'<w:commentReference w:id="{number}"/>')
    )


def in_runs(content: Iterable[str]) -> str:
    """Join inline content; plain strings become runs."""
    return "".join(each if each.startswith("<") or not each else run(each) for each in content)


def para(
    *inline: str,
    style: str = "",
    num: tuple[int, int] | None = None,
    outline: int | None = None,
    mark: str = "",
    props: str = "",
    para_id: str = "",
) -> str:
    """A paragraph. `num`: (numId, ilvl). `outline`: level 1-9. `mark`: XML for the mark's `w:rPr`, as `MARK_DELETED`."""
    words = "".join(
        (
            f'<w:pStyle w:val="{style}"/>' if style else "",
            f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else "",
            f'<w:outlineLvl w:val="{outline - 1}"/>' if outline else "",
            props,
            f"<w:rPr>{mark}</w:rPr>" if mark else "",
        )
    )
    identity = f' w14:paraId="{para_id}"' if para_id else ""
    return f"<w:p{identity}>{f'<w:pPr>{words}</w:pPr>' if words else ''}{in_runs(inline)}</w:p>"


MARK_DELETED = f'<w:del w:id="2" w:author="{AUTHOR}" w:date="{DATE}"/>'
MARK_INSERTED = f'<w:ins w:id="3" w:author="{AUTHOR}" w:date="{DATE}"/>'


def table(*rows: Sequence[str], row_props: str = "") -> str:
    """A table: each row a sequence of cells, each cell blocks (or plain text, one paragraph)."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(_row(row, row_props) for row in rows)}</w:tbl>"


def _row(cells: Sequence[str], props: str) -> str:
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(map(cell, cells))}</w:tr>"


def cell(*blocks: str, props: str = "") -> str:
    """A table cell; one that is already a cell stays as it is."""
    if len(blocks) == 1 and blocks[0].startswith("<w:tc>"):
        return blocks[0]
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{in_blocks(blocks)}</w:tc>"


def contents_table(*entries: str) -> str:
    """A table of contents as Word writes it: a gallery control around a TOC field."""
    first, *rest = entries
    opening = char("begin") + raw_run('<w:instrText xml:space="preserve"> TOC \\o "1-3" \\h </w:instrText>')
    paragraphs = [
        para(opening + char("separate") + run(first), style="TOC1"),
        *(para(each, style="TOC1") for each in rest),
    ]
    props = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    return control(*paragraphs, para(char("end")), props=props)


def in_blocks(blocks: Iterable[str]) -> str:
    """Join blocks; plain strings become paragraphs."""
    return "".join(
        each if each.startswith("<w:") and not each.startswith("<w:r>") else para(each) for each in blocks
    )


def style(
    style_id: str,
    name: str = "",
    *,
    based_on: str = "",
    kind: str = "paragraph",
    ppr: str = "",
    rpr: str = "",
    default: bool = False,
) -> str:
    """One style definition."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"{" w:default=" + chr(34) + "1" + chr(34) if default else ""}>'
        f"<w:name w:val={quoteattr(name or style_id)}/>"
        + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        + f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


STYLES = "".join(
    (
        style("Normal", default=True),
        *(
            style(f"Heading{n}", f"heading {n}", based_on="Normal", ppr=f'<w:outlineLvl w:val="{n - 1}"/>')
            for n in range(1, 10)
        ),
        style("TOC1", "toc 1", based_on="Normal"),
        style("Hidden", kind="character", rpr="<w:vanish/>"),
        style("Strong", kind="character", rpr="<w:b/>"),
    )
)


def level(ilvl: int, text: str, form: str = "decimal", start: int | None = 1, extra: str = "") -> str:
    """One `w:lvl`. `text`: as in Word, `%1` for the first level's number."""
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{ilvl}">{begin}<w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val={quoteattr(text)}/></w:lvl>'


def abstract(number: int, *levels: str, extra: str = "") -> str:
    """One `w:abstractNum`."""
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_id: int, starts: Mapping[int, int] | None = None, extra: str = "") -> str:
    """One `w:num`. `starts`: level → start override."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for ilvl, start in (starts or {}).items()
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}{extra}</w:num>'


def comment(number: int, *blocks: str, author: str = AUTHOR, date: str = DATE) -> str:
    """One comment for `package(comments=…)`."""
    return f'<w:comment w:id="{number}" w:author={quoteattr(author)} w:date="{date}">{in_blocks(blocks)}</w:comment>'
