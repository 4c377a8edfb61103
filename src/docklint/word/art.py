"""Drawings and what they hide: text boxes, alternatives, ruby, and all that is left unread."""

from __future__ import annotations

from docklint.document import MADE_UP
from docklint.word.alternate import CHART, chosen
from docklint.word.names import ALTERNATE
from docklint.word.symbols import SYM_EX, extended
from docklint.word.walk import Flow, Handler, Walk
from docklint.word.xml import Element

_VML = "{urn:schemas-microsoft-com:vml}"
_MATH = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
_DRAWING = ("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/")


def _text_box(walk: Walk, element: Element) -> None:
    """Read a text box into a flow of its own, which follows the story."""
    outer = walk.flow
    if walk.removed or outer.hidden or outer.hushed:
        walk.skip(element)
        return
    walk.flow = Flow("textbox" if walk.part == "body" else walk.part, walk.box_counters, walk.plain)
    walk.flows.append(walk.flow)
    tracking, walk.tracking = walk.tracking, []
    walk.children(element)
    walk.tracking = tracking
    walk.flow.flush()
    walk.flow = outer


def _alternate(walk: Walk, element: Element) -> None:
    """Take one branch, for all hold the same text."""
    taken = chosen(element)
    for branch in element:
        if branch is taken:
            walk.children(branch)
        else:
            walk.skip(branch)


def _symbol(walk: Walk, element: Element) -> None:
    """Read a `w16se:symEx`, which is none of the atoms a writer could find again."""
    if sign := extended(element):
        walk.put(sign, MADE_UP)


def _ruby(walk: Walk, element: Element) -> None:
    """Read the base of a ruby; its gloss is no part of the sentence."""
    flow = walk.flow
    look = flow.hidden, flow.bold, flow.unlooked
    for child in element:
        if child.tag == walk.w("rubyBase"):
            walk.children(child)
        else:
            walk.skip(child)
    flow.hidden, flow.bold, flow.unlooked = look


def _unread(reason: str) -> Handler:
    def handler(walk: Walk, element: Element) -> None:
        walk.leave_unread(reason)
        walk.skip(element)

    return handler


TABLE: dict[str, Handler] = {
    "txbxContent": _text_box,
    "ruby": _ruby,
    "altChunk": _unread("foreign-content"),
    "subDoc": _unread("subdocument"),
    "object": _unread("embedded-object"),
    "control": _unread("control"),
}

FOREIGN: dict[str, Handler] = {
    ALTERNATE: _alternate,
    SYM_EX: _symbol,
    CHART: _unread("chart"),
    _VML + "imagedata": _unread("picture"),
    _VML + "textpath": _unread("wordart"),
    **{math + name: _unread("equation") for math in _MATH for name in ("oMath", "oMathPara")},
    **{f"{{{uri}picture}}pic": _unread("picture") for uri in _DRAWING},
    **{f"{{{uri}chart}}chart": _unread("chart") for uri in _DRAWING},
    **{f"{{{uri}diagram}}relIds": _unread("smartart") for uri in _DRAWING},
}
