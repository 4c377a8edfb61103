"""Tracked changes and other things that mark a stretch of text."""

from __future__ import annotations

from docklint.word import guard
from docklint.word.lines import Trace
from docklint.word.walk import Handler, Walk
from docklint.word.xml import Element


def tracked(walk: Walk, element: Element, kind: str, *, gone: bool = False) -> None:
    """Read what an element encloses and mark it; `gone`: the view does not show it."""
    trace = walk.trace(kind, element) if len(walk.tracking) < guard.MAX_TRACES else None
    if trace is not None:
        walk.tracking.append(trace)
    walk.removed += gone
    walk.children(element)
    walk.removed -= gone
    if trace is not None:
        walk.tracking.pop()
        trace.end = walk.place()


def _change(local: str, kind: str) -> Handler:
    def handler(walk: Walk, element: Element) -> None:
        tracked(walk, element, kind, gone=local in walk.removes)

    return handler


REFORMATTED = {
    "cellIns": "insertion",
    "cellDel": "deletion",
    **dict.fromkeys(("rPrChange", "pPrChange", "sectPrChange"), "format"),
    **dict.fromkeys(("cellMerge", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange"), "format"),
}
"""Tracked changes among properties, and what becomes of them in the margin: Word shows a balloon for each."""
_WEIGHT = {local: at for at, local in enumerate(REFORMATTED)}


def reformatted(walk: Walk, properties: Element) -> Trace | None:
    """Begin a mark if a change of these properties is tracked; whoever knows where it ends moves its end.

    Of several the weightiest is meant, in whatever order they were written.
    """
    found = [(local, child) for child in properties if (local := child.tag.rpartition("}")[2]) in REFORMATTED]
    if not found:
        return None
    local, child = min(found, key=lambda each: _WEIGHT[each[0]])
    return walk.trace(REFORMATTED[local], child)


def _pass(walk: Walk, properties: Element) -> None:
    """Pass over what holds no text and no atoms, at no cost but for a tracked change."""
    if walk.reformats:
        reformatted(walk, properties)


def _section(walk: Walk, properties: Element) -> None:
    """Read `w:sectPr`. Its headers are taken in Word's order, for a writer may name them in any."""
    _pass(walk, properties)
    kind, find = walk.w.type, walk.table.get
    for child in sorted(properties, key=lambda each: _TURN.get(each.get(kind) or "default", 0)):
        if handler := find(child.tag):
            handler(walk, child)


_TURN = {"even": 0, "default": 1, "first": 2}
"""How Word writes the headers and footers of a section."""


def _range_start(walk: Walk, element: Element) -> None:
    walk.anchors.setdefault(element.get(walk.w.id) or "", [walk.place()])


def _range_end(walk: Walk, element: Element) -> None:
    anchor = walk.anchors.get(element.get(walk.w.id) or "")
    if anchor is not None:
        anchor[1:] = [walk.place()]


def _reference(walk: Walk, element: Element) -> None:
    """A comment without a range stands at its reference."""
    walk.anchors.setdefault(element.get(walk.w.id) or "", [walk.place()])


TABLE: dict[str, Handler] = {
    "ins": _change("ins", "insertion"),
    "del": _change("del", "deletion"),
    "moveFrom": _change("moveFrom", "move"),
    "moveTo": _change("moveTo", "move"),
    "sectPr": _section,
    "tblPr": _pass,
    "tblPrEx": _pass,
    "trPr": _pass,
    "tcPr": _pass,
    "commentRangeStart": _range_start,
    "commentRangeEnd": _range_end,
    "commentReference": _reference,
}
