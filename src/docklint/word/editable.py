"""Which characters of a Word file may be edited as text, and why others may not."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from docklint.document import MADE_UP, Document, Piece
from docklint.word.names import on
from docklint.word.parts import Parts
from docklint.word.placing import Places
from docklint.word.source import SourceNode


class Reason(StrEnum):
    """Why something is no text to edit; the catalogue says it under `uneditable`."""

    AUTOMATIC = "automatic"
    FIELD = "field"
    CONTENTS = "contents"
    ELSEWHERE = "elsewhere"
    TEXT_BOX = "text-box"
    DRAWN = "drawn"
    DELETED = "deleted"
    CONTROL = "control"
    LINE_END = "line-end"


_LOCKED = frozenset({"contentLocked", "sdtContentLocked"})


class Editable:
    """The characters of one document, asked whether they may be edited."""

    def __init__(self, document: Document, parts: Parts) -> None:
        self.document = document
        self.places = Places(document, parts)
        self.source, self.w = self.places.source, self.places.w
        self.main = parts.main

    def refusal(self, piece: Piece | None) -> Reason | None:
        """Return why the characters of a piece may not be edited; None if they may."""
        if piece is None:
            return Reason.LINE_END
        if piece.atom == MADE_UP:
            return Reason.AUTOMATIC
        if piece.source != self.main:
            return Reason.ELSEWHERE
        line = self.document.line_at(piece.start)
        if line.contents:
            return Reason.CONTENTS
        if line.part == "textbox":
            return Reason.TEXT_BOX
        return self.refusal_of(self.places.atoms[piece.atom])

    def refusal_of(self, node: SourceNode) -> Reason | None:
        """Return why an atom or a paragraph of the main part may not be edited."""
        if node.start in self._in_fields:
            return Reason.FIELD
        if node.tag != self.w.p and self.places.unit(node) is not node:
            return Reason.DRAWN
        for above in node.ancestors():
            if above.tag in (self.w("del"), self.w("moveFrom")):
                return Reason.DELETED
            if above.tag == self.w("fldSimple"):
                return Reason.FIELD
            if above.tag == self.w("sdt") and self._is_locked(above):
                return Reason.CONTROL
        return None

    @cached_property
    def paragraphs(self) -> list[SourceNode]:
        """Return the paragraphs of the main part; `Line.paragraph` counts them from 1."""
        return [node for node in self.source.root.below() if node.tag == self.w.p]

    def _is_locked(self, control: SourceNode) -> bool:
        properties = control.child(self.w("sdtPr"))
        if properties is None:
            return False
        bound = any(each.local == "dataBinding" for each in properties)
        lock = properties.child(self.w("lock"))
        prompt = properties.child(self.w("showingPlcHdr"))
        locked = lock is not None and lock.get(self.w.val) in _LOCKED
        return bound or locked or (prompt is not None and on(prompt.get(self.w.val)))

    @cached_property
    def _in_fields(self) -> frozenset[int]:
        """Return where what stands in complex fields starts; a field that never ends is none, as for the reader."""
        flows: list[tuple[int, list[int]]] = [(len(self.source.data), [0])]
        found: list[int] = []
        for node in self.source.root.below():
            while node.start >= flows[-1][0]:
                if flows.pop()[1][0]:
                    return frozenset()
            if node.tag == self.w("txbxContent"):
                flows.append((node.end, [0]))
            elif node.tag == self.w("fldChar"):
                _step(flows[-1][1], node.get(self.w("fldCharType")))
            elif flows[-1][1][0]:
                found.append(node.start)
        return frozenset() if any(depth[0] for _, depth in flows) else frozenset(found)


def _step(depth: list[int], kind: str | None) -> None:
    if kind == "begin":
        depth[0] += 1
    elif kind == "end":
        depth[0] = max(depth[0] - 1, 0)
