"""What stands between runs and the page: paragraphs, tables, content controls."""

from __future__ import annotations

from functools import cache

from docklint.word.lines import Strip
from docklint.word.names import Names, on
from docklint.word.revisions import TABLE as REVISIONS
from docklint.word.revisions import reformatted, tracked
from docklint.word.styles import numbering, outline
from docklint.word.walk import Flow, Handler, Walk
from docklint.word.xml import Element


def paragraph(walk: Walk, element: Element) -> None:
    """Read one paragraph into its line, or into the line of the one before, whose mark is gone."""
    walk.paragraphs += 1
    flow = walk.flow
    flow.paragraph, flow.turned = walk.plain, False
    first = _begin(walk, flow, walk.identify(element))
    before = first.size
    walk.children(element)
    if flow.paragraph is not walk.plain or walk.plain.speaks:
        _end(walk, flow, first, before)


def _begin(walk: Walk, flow: Flow, para_id: str | None) -> Strip:
    """Open a line, or go on in one; a line without text so far becomes this paragraph's own."""
    line = flow.line
    contents = bool(flow.contents or walk.contents)
    if line is None or not flow.joined:
        part = "table" if flow.tables and flow.part == "body" else flow.part
        line = walk.begin_line(part, walk.paragraphs, para_id, contents)
    elif not (line.size or line.label):
        line.paragraph, line.para_id, line.page, line.contents = walk.paragraphs, para_id, walk.page, contents
    flow.joined = False
    return line


def _end(walk: Walk, flow: Flow, first: Strip, before: int) -> None:
    """Give the finished paragraph its number and its hints."""
    own, style = flow.paragraph, flow.paragraph.style
    if own.reformatted is not None:
        own.reformatted.end = walk.place()
    flow.joined = own.gone or own.hidden
    visible = first is not flow.line or first.size > before
    if flow.joined and not visible:
        return
    place = walk.view.numbering.place(own.num_id, own.ilvl, style)
    if place is not None:
        label = flow.counters.label(*place, keep=not own.gone)
        first.label = first.label or label
    if not before and (own.outline is not None or style.outline or style.contents):
        _hint(flow, first, style.outline if own.outline is None else own.outline, style.contents)


def _hint(flow: Flow, first: Strip, level: int | None, contents: bool) -> None:
    """Tell every line of the paragraph its outline level."""
    for strip in reversed(flow.strips):
        strip.heading = level or None
        strip.contents = strip.contents or contents
        if strip is first:
            return


def _properties(walk: Walk, element: Element) -> None:
    """Read `w:pPr`: style, outline level, number, sections, and what became of the paragraph's mark."""
    find = _words(walk.w).get
    for child in walk.as_viewed(element, "pPrChange"):
        word = find(child.tag)
        if word is not None:
            word(walk, child)
    if walk.reformats:
        walk.own().reformatted = reformatted(walk, element)
    if walk.hides or walk.tracks or walk.reformats:
        _mark(walk, element)


def _style(walk: Walk, element: Element) -> None:
    """Give the paragraph its style; what it says itself stays, for the style need not come first."""
    before, styled = walk.flow.paragraph, walk.paragraph(element.get(walk.w.val))
    styled.num_id, styled.ilvl, styled.outline = before.num_id, before.ilvl, before.outline
    walk.flow.paragraph = styled


def _number(walk: Walk, element: Element) -> None:
    own = walk.own()
    own.num_id, own.ilvl = numbering(element, walk.w)


def _outline(walk: Walk, element: Element) -> None:
    walk.own().outline = outline(element.get(walk.w.val))


@cache
def _words(w: Names) -> dict[str, Handler]:
    return w.table(
        {"pStyle": _style, "numPr": _number, "outlineLvl": _outline, "sectPr": REVISIONS["sectPr"]}
    )


def _mark(walk: Walk, p_pr: Element) -> None:
    """Read the look and the fate of the paragraph mark, `w:pPr/w:rPr`."""
    w, own = walk.w, walk.own()
    for r_pr in p_pr:
        if r_pr.tag != w.r_pr:
            continue
        for child in r_pr:
            if child.tag == w.vanish:
                own.hidden = on(child.get(w.val))
        for local, child in _tracked(r_pr):
            walk.trace(_TRACES[local], child)
            own.gone = own.gone or local in walk.removes


_FATES = {"ins": "insertion", "del": "deletion", "moveFrom": "move", "moveTo": "move"}
_TRACES = {**_FATES, "rPrChange": "format"}
_ORDER = {local: at for at, local in enumerate(_TRACES)}


def _tracked(properties: Element) -> list[tuple[str, Element]]:
    """Give the tracked changes among properties by their local names, in one order however they were written."""
    named = [(child.tag.rpartition("}")[2], child) for child in properties]
    return sorted((each for each in named if each[0] in _ORDER), key=lambda each: _ORDER[each[0]])


def _table(walk: Walk, element: Element) -> None:
    flow = walk.flow
    flow.flush()
    flow.tables += 1
    walk.children(element)
    flow.tables -= 1


def _row(walk: Walk, element: Element) -> None:
    """Read a row; of one that a tracked change took away no line is left."""
    gone = walk.tracks and _row_is_gone(walk, element)
    flow, before, outer = walk.flow, len(walk.flow.strips), walk.flow.cell
    flow.rows += 1
    flow.cell = (flow.rows, 0)
    walk.removed += gone
    walk.children(element)
    walk.removed -= gone
    flow.cell = outer
    if gone:
        for strip in flow.strips[before:]:
            strip.dropped = not strip.size


def _row_is_gone(walk: Walk, row: Element) -> bool:
    """Say whether the view has lost a row, and mark that it came or went."""
    gone = False
    for local, child in (found for each in row if each.tag == walk.w("trPr") for found in _tracked(each)):
        if local in _FATES:
            walk.trace(_FATES[local], child)
            gone = gone or local in walk.removes
    return gone


def _cell(walk: Walk, element: Element) -> None:
    """Read a cell; its lines know where it stands, those of a table within it their own place."""
    flow, before, (row, column) = walk.flow, len(walk.flow.strips), walk.flow.cell
    walk.children(element)
    flow.flush()
    for strip in flow.strips[before:]:
        strip.cell = strip.cell or (row, column)
    flow.cell = (row, column + 1)


def _control(walk: Walk, element: Element) -> None:
    """Read a content control: its text, whether it is a table of contents, whether it is only a prompt."""
    w = walk.w
    properties = [child for child in element if child.tag == w("sdtPr")]
    found = {each.tag: each.get(w.val) for pr in properties for each in _below(pr)}
    contents = "table of contents" in (found.get(w("docPartGallery")) or "").casefold()
    walk.contents += contents
    if w("showingPlcHdr") in found and on(found[w("showingPlcHdr")]):
        tracked(walk, element, "placeholder")
    else:
        walk.children(element)
    walk.contents -= contents


def _below(properties: Element) -> list[Element]:
    """Give the children and grandchildren: a gallery is named in `w:docPartObj`."""
    return [each for child in properties for each in (child, *child)]


def _note(walk: Walk, element: Element) -> None:
    """Read a footnote or endnote; the lines that part notes from text are drawn, not written."""
    if element.get(walk.w.type) in _SEPARATORS:
        walk.skip(element)
        return
    walk.children(element)
    walk.flow.flush()


_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def _margin(walk: Walk, element: Element) -> None:
    """Note that a section shows a header or footer, by the id of its relationship."""
    for uri in _RELATIONSHIPS:
        if (name := element.get(uri + "id")) is not None:
            walk.references.append(name)


_RELATIONSHIPS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)


def _skip(walk: Walk, element: Element) -> None:
    walk.skip(element)


def _pass(walk: Walk, element: Element) -> None:
    """Pass over what holds no text and no atoms, at no cost."""


TABLE: dict[str, Handler] = {
    "p": paragraph,
    "pPr": _properties,
    "tbl": _table,
    "tr": _row,
    "tc": _cell,
    "sdt": _control,
    "sdtPr": _skip,
    "sdtEndPr": _skip,
    "smartTagPr": _skip,
    "customXmlPr": _skip,
    "tblGrid": _pass,
    "footnote": _note,
    "endnote": _note,
    "headerReference": _margin,
    "footerReference": _margin,
}
