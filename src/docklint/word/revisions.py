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
    **dict.fromkeys(("rPrChange", "pPrChange", "sectPrChange"), "format"),
    **dict.fromkeys(("tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "cellMerge"), "format"),
    "cellIns": "insertion",
    "cellDel": "deletion",
}
"""Tracked changes among properties, and what becomes of them in the margin: Word shows a balloon for each."""


def reformatted(walk: Walk, properties: Element) -> Trace | None:
    """Begin a mark if a change of these properties is tracked; whoever knows where it ends moves its end."""
    for child in properties:
        kind = REFORMATTED.get(child.tag.rpartition("}")[2])
        if kind is not None:
            return walk.trace(kind, child)
    return None


def _pass(walk: Walk, properties: Element) -> None:
    """Pass over what holds no text and no atoms, at no cost but for a tracked change."""
    if walk.reformats:
        reformatted(walk, properties)


def _section(walk: Walk, properties: Element) -> None:
    _pass(walk, properties)
    walk.children(properties)


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
