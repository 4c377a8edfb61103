"""Real DOCX packages from a mini-language, made of raw XML parts in a zip.

Three levels, each usable alone:

1. *Inline and block XML*: `run`, `br`, `inserted`, `deleted`, `field`, `para`, `table`, `control`, `text_box`, … give
   strings of WordprocessingML. Wherever inline content is expected, a string that does not begin with `<` becomes a run.
2. `package(*blocks, …)` puts blocks into a package and returns its bytes; headers, footers, notes, comments, styles
   and numbering are further arguments.
3. *One text in many guises*: `typed(text)`, `numbered(text)`, `heading_numbered(text)`, `split_runs(text, random)`,
   `all_inserted(text)`, `with_deleted(text, sentence)`, `in_cells(text)`, `in_controls(text)`,
   `with_line_breaks(text)`, `strict(text)`: each returns the bytes of a DOCX that shows exactly the lines of `text`.

Everything is deterministic: the same arguments give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from random import Random
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
AUTHOR = "周一帆"
DATE = "2025-01-06T09:30:00Z"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."

# ---------------------------------------------------------------------------------------------- inline content


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
    return f'<w:{tag} w:id="1" w:author={quoteattr(author)} w:date="{date}">{_inline(inline)}</w:{tag}>'


def field(code: str, *result: str) -> str:
    """A complex field; without a result it has no `separate` either."""
    middle = char("separate") + _inline(result) if result else ""
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
    return f"<w:fldSimple w:instr={quoteattr(code)}>{_inline(inline)}</w:fldSimple>"


def wrap(tag: str, *inline: str) -> str:
    """Inline content in an element such as `hyperlink`, `smartTag`, `customXml`, `dir`, `bdo`."""
    return f"<w:{tag}>{_inline(inline)}</w:{tag}>"


def control(*content: str, props: str = "") -> str:
    """A content control, inline or block according to what it encloses. `props`: XML for its `w:sdtPr`."""
    return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{_inline(content)}</w:sdtContent></w:sdt>"


def ruby(base: str, gloss: str) -> str:
    """A run with a base and its gloss."""
    return raw_run(
        f"<w:ruby><w:rubyPr/><w:rt>{run(gloss)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby>"
    )


def text_box(*blocks: str) -> str:
    """A run with a text box as Word writes it: its text in `mc:Choice` and again in `mc:Fallback`."""
    content = f"<w:txbxContent>{_blocks(blocks)}</w:txbxContent>"
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
        f'<w:commentRangeStart w:id="{number}"/>{_inline(inline)}<w:commentRangeEnd w:id="{number}"/>'
        + raw_run(f'<w:commentReference w:id="{number}"/>')
    )


def _inline(content: Iterable[str]) -> str:
    return "".join(each if each.startswith("<") or not each else run(each) for each in content)


# ---------------------------------------------------------------------------------------------- blocks


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
    return f"<w:p{identity}>{f'<w:pPr>{words}</w:pPr>' if words else ''}{_inline(inline)}</w:p>"


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
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{_blocks(blocks)}</w:tc>"


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


def _blocks(blocks: Iterable[str]) -> str:
    return "".join(
        each if each.startswith("<w:") and not each.startswith("<w:r>") else para(each) for each in blocks
    )


# ---------------------------------------------------------------------------------------------- parts


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
    return f'<w:comment w:id="{number}" w:author={quoteattr(author)} w:date="{date}">{_blocks(blocks)}</w:comment>'


def package(
    *blocks: str,
    styles: str = STYLES,
    numbering: str = "",
    headers: Sequence[str] = (),
    footers: Sequence[str] = (),
    footnotes: Sequence[str] = (),
    endnotes: Sequence[str] = (),
    comments: Sequence[str] = (),
    strict_names: bool = False,
    main: str = "word/document.xml",
    content_type: str = "document.main+xml",
    extra: Mapping[str, bytes | str] | None = None,
) -> bytes:
    """Put blocks into a package. Plain strings become paragraphs.

    `headers`, `footers`: blocks of one part each. `footnotes`, `endnotes`: blocks of notes 1, 2, …; separator notes are
    added. `comments`: made by `comment`. `styles`, `numbering`: the inside of those parts. `strict_names`: write ISO
    29500 Strict. `main`: the main part's name. `extra`: more entries, or others in place of these.
    """
    parts: dict[str, bytes | str] = {}
    related: list[tuple[str, str, str]] = []
    for kind, bodies in (("header", headers), ("footer", footers)):
        for at, body in enumerate(bodies, 1):
            parts[f"word/{kind}{at}.xml"] = _root("hdr" if kind == "header" else "ftr", _blocks([body]))
            related.append((f"r{kind}{at}", kind, f"{kind}{at}.xml"))
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes:
            parts[f"word/{kind}s.xml"] = _root(f"{kind}s", _notes(kind, notes))
            related.append((f"r{kind}s", f"{kind}s", f"{kind}s.xml"))
    for name, body in (("styles", styles), ("numbering", numbering), ("comments", "".join(comments))):
        if body:
            parts[f"word/{name}.xml"] = _root(name, body)
            related.append((f"r{name}", name, f"{name}.xml"))
    references = "".join(
        f'<w:{kind}Reference r:id="{name}" w:type="default"/>'
        for name, kind, _ in related
        if kind in ("header", "footer")
    )
    parts[main] = _root("document", f"<w:body>{_blocks(blocks)}<w:sectPr>{references}</w:sectPr></w:body>")
    folder, _, base = main.rpartition("/")
    # Targets start from the package's root, so that a main part may stand anywhere.
    parts[f"{folder}/_rels/{base}.rels".lstrip("/")] = _relationships(
        (name, kind, "/word/" + target) for name, kind, target in related
    )
    parts["_rels/.rels"] = _relationships([("r1", "officeDocument", main)])
    parts["[Content_Types].xml"] = _content_types(main, content_type)
    parts.update(extra or {})
    return zipped(_strictly(parts) if strict_names else parts)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """Zip entries, the content types first, with a fixed date."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name in sorted(parts, key=lambda name: name != "[Content_Types].xml"):
            file.writestr(zipfile.ZipInfo(name), parts[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def entries(data: bytes) -> dict[str, bytes]:
    """Take a package apart again: entry name → bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _root(tag: str, inside: str) -> str:
    return f"{_DECLARATION}<w:{tag} {NAMESPACES}>{inside}</w:{tag}>"


def _notes(kind: str, notes: Sequence[str]) -> str:
    rule = para(raw_run("<w:separator/>"))
    drawn = f'<w:{kind} w:type="separator" w:id="-1">{rule}</w:{kind}>'
    return drawn + "".join(
        f'<w:{kind} w:id="{at}">{_blocks([note])}</w:{kind}>' for at, note in enumerate(notes, 1)
    )


def _relationships(related: Iterable[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>' for name, kind, target in related
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE_RELATIONSHIPS}">{inside}</Relationships>'


def _content_types(main: str, content_type: str) -> str:
    return (
        f'{_DECLARATION}<Types xmlns="{_CONTENT_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{_WORD_TYPE}{content_type}"/>'
        f"{''.join(_override(kind) for kind in ('styles', 'numbering', 'comments', 'footnotes', 'endnotes'))}</Types>"
    )


def _override(kind: str) -> str:
    return f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD_TYPE}{kind}+xml"/>'


def _strictly(parts: Mapping[str, bytes | str]) -> dict[str, bytes | str]:
    def renamed(part: bytes | str) -> bytes | str:
        return part.replace(W, STRICT_W).replace(R, STRICT_R) if isinstance(part, str) else part

    return {name: renamed(part) for name, part in parts.items()}


# ---------------------------------------------------------------------------------------------- one text, many guises


def typed(text: str) -> bytes:
    """Each line a paragraph of one run: what everybody types."""
    return package(*(para(run(line)) for line in text.split("\n")))


def strict(text: str) -> bytes:
    """As `typed`, in the namespaces of ISO 29500 Strict."""
    return package(*(para(run(line)) for line in text.split("\n")), strict_names=True)


def split_runs(text: str, random: Random) -> bytes:
    """Each line cut into runs at random places, some of them empty or within a hyperlink."""
    return package(*(para(*cuts(line, random)) for line in text.split("\n")))


def cuts(line: str, random: Random) -> list[str]:
    """Cut a line into runs at random places: of one or several characters, empty, bold by halves, in wrappers."""
    runs: list[str] = []
    rest = line
    while rest:
        size = random.choice((0, 1, 1, 2, 5, 20))
        piece, rest = rest[:size], rest[size:]
        made = run(piece, random.choice(("", '<w:sz w:val="32"/>')))
        runs.append(
            random.choice((made, made, made, wrap("hyperlink", made), wrap("smartTag", made), control(made)))
        )
    return runs


def all_inserted(text: str) -> bytes:
    """Everything, paragraph marks included, as one author's tracked insertion."""
    return package(
        *(para(inserted(run(line)) if line else "", mark=MARK_INSERTED) for line in text.split("\n"))
    )


def with_deleted(text: str, sentence: str) -> bytes:
    """As `typed`, with a deleted sentence inside every line and a deleted paragraph between any two."""
    return package(*_with_deleted(text.split("\n"), sentence))


def _with_deleted(lines: Sequence[str], sentence: str) -> Iterator[str]:
    for at, line in enumerate(lines):
        if at:
            yield para(deleted(sentence), mark=MARK_DELETED)
        middle = len(line) // 2
        yield para(run(line[:middle]), deleted(sentence), run(line[middle:]))


def in_cells(text: str) -> bytes:
    """Each line a paragraph in a cell of its own."""
    return package(table(*([cell(para(run(line)))] for line in text.split("\n"))))


def in_controls(text: str) -> bytes:
    """Each line in an inline control, each paragraph in a block control, and all of them in another."""
    return package(control(*(control(para(control(run(line)))) for line in text.split("\n"))))


def with_line_breaks(text: str) -> bytes:
    """All lines in one paragraph, separated by manual line breaks."""
    first, *rest = text.split("\n")
    return package(para(run(first), *(part for line in rest for part in (br(), run(line)))))


_ORDINALS = (
    (re.compile(r"([一二三四五六七八九十]+)、"), "chineseCounting", "%1、"),
    (re.compile(r"（([一二三四五六七八九十]+)）"), "chineseCounting", "（%2）"),
    (re.compile(r"(\d+)\."), "decimal", "%3."),
)
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")}


def numbered(text: str) -> bytes:
    """The 一、 （一） and 1. that begin a line as automatic numbers, by `w:numPr` in the paragraph."""
    return _numbered(text, lambda rest, number, ilvl: para(run(rest), num=(number, ilvl)))


def heading_numbered(text: str) -> bytes:
    """The same by the heading styles 1-3, which are bound to the list; a number out of turn needs a list of its own."""
    return _numbered(
        text,
        lambda rest, number, ilvl: para(
            run(rest), style=f"Heading{ilvl + 1}", num=None if number == 1 else (number, ilvl)
        ),
    )


def _numbered(text: str, make: Callable[[str, int, int], str]) -> bytes:
    """Give each typed ordinal to the list; one that the list would not count to gets a list with its own start."""
    counters: list[int] = [0, 0, 0]
    nums = [num(1, 0)]
    blocks: list[str] = []
    for line in text.split("\n"):
        ilvl, value, rest = _ordinal(line)
        if ilvl is None:
            blocks.append(para(run(line)))
            continue
        number = 1
        if counters[ilvl] + 1 != value:
            number = len(nums) + 1
            nums.append(num(number, 0, {ilvl: value}))
        counters[ilvl:] = [value] + [0] * (2 - ilvl)
        # A level above that has not begun counts as its start (and so does Word).
        counters[:ilvl] = [max(each, 1) for each in counters[:ilvl]]
        blocks.append(make(rest, number, ilvl))
    bound = [f'<w:pStyle w:val="Heading{at + 1}"/>' for at in range(3)]
    levels = [level(at, label, form, extra=bound[at]) for at, (_, form, label) in enumerate(_ORDINALS)]
    headings = "".join(
        style(
            f"Heading{n}",
            f"heading {n}",
            based_on="Normal",
            ppr=f'<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{n - 1}"/>',
        )
        for n in (1, 2, 3)
    )
    return package(
        *blocks,
        numbering=abstract(0, *levels) + "".join(nums),
        styles=style("Normal", default=True) + headings,
    )


def _ordinal(line: str) -> tuple[int | None, int, str]:
    """Find the ordinal that begins a line: its level, its value, and the rest of the line."""
    for ilvl, (pattern, form, _) in enumerate(_ORDINALS):
        if found := pattern.match(line):
            value = int(found[1]) if form == "decimal" else _value(found[1])
            return ilvl, value, line[found.end() :]
    return None, 0, line


def _value(numeral: str) -> int:
    """Read 一 to 九十九."""
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS[tens] if tens else 1) * 10 * bool(ten) + (_DIGITS[ones] if ones else 0)


GUISES: dict[str, Callable[[str], bytes]] = {
    "typed": typed,
    "numbered": numbered,
    "heading-numbered": heading_numbered,
    "split-runs": lambda text: split_runs(text, Random(20250106)),
    "all-inserted": all_inserted,
    "with-deleted": lambda text: with_deleted(text, "此句已经删去，不应出现。"),
    "in-cells": in_cells,
    "in-controls": in_controls,
    "with-line-breaks": with_line_breaks,
    "strict": strict,
}
"""Name → how to make a DOCX that shows a text's lines; with line breaks the paragraphs differ, in cells the part."""
