"""What stands inside a run: text, tabs, breaks, symbols, and the look that may hide it."""

from __future__ import annotations

from docklint.word.names import XML_SPACE, on
from docklint.word.revisions import reformatted
from docklint.word.symbols import character
from docklint.word.walk import Flow, Handler, Walk
from docklint.word.xml import Element

BLANKS = " \t\n\r"
"""What Word trims off a `w:t` without `xml:space="preserve"`; U+3000 stays."""
_LINE_ENDS = str.maketrans("\n\r", "  ")


def run(walk: Walk, element: Element) -> None:
    """Read one run. Its look is looked up only where it matters: in a line bold so far, or if things hide."""
    flow, w = walk.flow, walk.w
    flow.hidden, flow.bold, flow.unlooked = flow.paragraph.vanish, flow.paragraph.bold, None
    find, t_tag, r_pr_tag, looks = walk.table.get, w.t, w.r_pr, walk.hides or walk.looks
    change = None
    for child in element:
        tag = child.tag
        if tag == t_tag:
            text(walk, child)
        elif tag == r_pr_tag:
            if walk.reformats:
                change = reformatted(walk, child)
            if looks:
                _properties(walk, child)
            else:
                flow.unlooked = child
        elif handler := find(tag):
            handler(walk, child)
        elif len(child):
            walk.children(child)
    if change is not None:
        change.end = walk.place()


def _properties(walk: Walk, r_pr: Element) -> None:
    """Read the look of a run, or leave that to whoever needs it."""
    flow = walk.flow
    if walk.hides or (walk.looks and (flow.line is None or flow.line.bold is not False)):
        _look(walk, flow, r_pr)
    else:
        flow.unlooked = r_pr


def text(walk: Walk, element: Element) -> None:
    """Read a `w:t`."""
    atom = walk.atom
    walk.atom = atom + 1
    raw = element.text
    if not raw:
        return
    offset = 0
    if (raw[0] in BLANKS or raw[-1] in BLANKS) and not _preserved(walk, element):
        trimmed = raw.lstrip(BLANKS)
        offset = len(raw) - len(trimmed)
        raw = trimmed.rstrip(BLANKS)
    if "\n" in raw or "\r" in raw:
        raw = raw.translate(_LINE_ENDS)
    if raw:
        walk.put(raw, atom, offset)


def _preserved(walk: Walk, element: Element) -> bool:
    space = element.get(XML_SPACE)
    return walk.preserves if space is None else space == "preserve"


def _look(walk: Walk, flow: Flow, r_pr: Element) -> None:
    """Resolve the two toggles that matter: direct, else the paragraph's style xor the run's (17.7.3)."""
    w, styles = walk.w, walk.styles
    bold = vanish = None
    style_id = None
    for child in walk.as_viewed(r_pr, "rPrChange"):
        tag = child.tag
        if tag == w.b:
            bold = on(child.get(w.val))
        elif tag == w.vanish:
            vanish = on(child.get(w.val))
        elif tag == w.r_style:
            style_id = child.get(w.val)
    style, by_run = flow.paragraph.style, styles.run(style_id) if style_id else None
    flow.bold = _toggle(bold, style.bold, by_run.bold if by_run else None, styles.default_bold)
    flow.hidden = _toggle(vanish, style.vanish, by_run.vanish if by_run else None, styles.default_vanish)


def _toggle(direct: bool | None, paragraph: bool | None, run: bool | None, default: bool) -> bool:
    return direct if direct is not None else default or bool(paragraph) != bool(run)


def _deleted_text(walk: Walk, element: Element) -> None:
    """Read a `w:delText`, which is text only where something deleted is walked through."""
    if any(trace.kind != "insertion" for trace in walk.tracking):
        text(walk, element)
    else:
        walk.atom += 1


def _one(character: str) -> Handler:
    def handler(walk: Walk, _: Element) -> None:
        walk.atom += 1
        walk.put(character, walk.atom - 1)

    return handler


def _nothing(walk: Walk, _: Element) -> None:
    walk.atom += 1


def _break(walk: Walk, element: Element) -> None:
    """A line break begins a line. A page or column break only keeps the words on its two sides apart."""
    walk.atom += 1
    flow = walk.flow
    if walk.removed or flow.hushed or flow.hidden or flow.line is None:
        return
    if flow.unlooked is not None:
        _look(walk, flow, flow.unlooked)
    if element.get(walk.w.type) in ("page", "column"):
        flow.turned = flow.line.size > 0
        return
    for trace in walk.tracking:
        trace.texts.append("\n")
    walk.break_line()


def _page_was_here(walk: Walk, _: Element) -> None:
    """Count `w:lastRenderedPageBreak`; it stands before the first text of the new page."""
    walk.page += 1
    line = walk.flow.line
    if line is not None and not line.size:
        line.page = walk.page


def _symbol(walk: Walk, element: Element) -> None:
    walk.atom += 1
    if sign := character(element.get(walk.w("font")) or "", element.get(walk.w("char")) or ""):
        walk.put(sign, walk.atom - 1)


TABLE: dict[str, Handler] = {
    "r": run,
    "rPr": _properties,
    "t": text,
    "delText": _deleted_text,
    "tab": _one("\t"),
    "ptab": _one("\t"),
    "noBreakHyphen": _one("-"),
    "softHyphen": _nothing,
    "br": _break,
    "cr": _break,
    "sym": _symbol,
    "lastRenderedPageBreak": _page_was_here,
}
