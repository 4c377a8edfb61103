"""Real DOCX packages from a mini-language, made of raw XML parts in a zip.

Three levels, each usable alone:

1. *Inline and block XML* (from `docx_xml`, all of it importable from here): `run`, `br`, `inserted`,
`deleted`, `field`, `para`, `table`, `control`, `text_box`, … give
   strings of WordprocessingML. Wherever inline content is expected, a string that does not begin with `<`
   becomes a run.
2. `package(*blocks, …)` puts blocks into a package and returns its bytes; headers, footers, notes, comments,
styles
   and numbering are further arguments.
3. *One text in many guises*: `typed(text)`, `numbered(text)`, `heading_numbered(text)`, `split_runs(text,
random)`,
   `all_inserted(text)`, `with_deleted(text, sentence)`, `in_cells(text)`, `in_controls(text)`,
   `with_line_breaks(text)`, `strict(text)`: each returns the bytes of a DOCX that shows exactly the lines of
   `text`.

Everything is deterministic: the same arguments give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from random import Random

from tests.docx_xml import (
    AUTHOR,
    DATE,
    MARK_DELETED,
    MARK_INSERTED,
    STYLES,
    abstract,
    br,
    cell,
    char,
    comment,
    commented,
    contents_table,
    control,
    deleted,
    field,
    in_blocks,
    in_runs,
    inserted,
    level,
    moved_from,
    moved_to,
    note_reference,
    num,
    para,
    raw_run,
    ruby,
    run,
    simple_field,
    style,
    t,
    tab,
    table,
    text_box,
    wrap,
)

__all__ = [
    "AUTHOR",
    "DATE",
    "GUISES",
    "MARK_DELETED",
    "MARK_INSERTED",
    "NAMESPACES",
    "STYLES",
    "abstract",
    "all_inserted",
    "br",
    "cell",
    "char",
    "comment",
    "commented",
    "contents_table",
    "control",
    "cuts",
    "deleted",
    "entries",
    "field",
    "heading_numbered",
    "in_blocks",
    "in_cells",
    "in_controls",
    "in_runs",
    "inserted",
    "level",
    "moved_from",
    "moved_to",
    "note_reference",
    "num",
    "numbered",
    "package",
    "para",
    "raw_run",
    "ruby",
    "run",
    "simple_field",
    "split_runs",
    "strict",
    "style",
    "t",
    "tab",
    "table",
    "text_box",
    "typed",
    "with_deleted",
    "with_line_breaks",
    "wrap",
    "zipped",
]
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
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


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

    `headers`, `footers`: blocks of one part each. `footnotes`, `endnotes`: blocks of notes 1, 2, …; separator
    notes are added. `comments`: made by `comment`. `styles`, `numbering`: the inside of those parts.
    `strict_names`: write ISO 29500 Strict. `main`: the main part's name. `extra`: more entries, or others in
    place of these.
    """
    parts: dict[str, bytes | str] = {}
    related: list[tuple[str, str, str]] = []
    for kind, bodies in (("header", headers), ("footer", footers)):
        for at, body in enumerate(bodies, 1):
            parts[f"word/{kind}{at}.xml"] = _root("hdr" if kind == "header" else "ftr", in_blocks([body]))
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
    parts[main] = _root("document", f"<w:body>{in_blocks(blocks)}<w:sectPr>{references}</w:sectPr></w:body>")
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
        f'<w:{kind} w:id="{at}">{in_blocks([note])}</w:{kind}>' for at, note in enumerate(notes, 1)
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


_NUMERAL = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
"""1 to 99 as Word writes them; 一一 and 一十 it never would."""
_ORDINALS = (
    (re.compile(rf"({_NUMERAL})、"), "chineseCounting", "%1、"),
    (re.compile(rf"（({_NUMERAL})）"), "chineseCounting", "（%2）"),
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
    """Return each typed ordinal to the list; one that the list would not count to gets a list with its own start."""
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
            ppr=_bound(n),
        )
        for n in (1, 2, 3)
    )
    return package(
        *blocks,
        numbering=abstract(0, *levels) + "".join(nums),
        styles=style("Normal", default=True) + headings,
    )


def _bound(n: int) -> str:
    """Bind heading style `n` to its level, as Word writes it: the first level goes without saying."""
    ilvl = f'<w:ilvl w:val="{n - 1}"/>' if n > 1 else ""
    return f'<w:numPr>{ilvl}<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{n - 1}"/>'


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


SHAPES: dict[str, Callable[[str], bytes]] = {
    "typed": typed,
    "strict": strict,
    "split": lambda text: split_runs(text, Random(7)),
    "inserted": all_inserted,
    "cells": in_cells,
    "controls": in_controls,
    "breaks": with_line_breaks,
    "numbered": numbered,
    "headings": heading_numbered,
}
"""Every way in which a word processor stores the same text."""
