"""Where a comment may stand: from a span of the document to places in the body, and what to say if they are others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from docklint.document import MADE_UP, Document, Piece
from docklint.spans import Span
from docklint.tuples import NamedTuple
from docklint.word.atoms import atoms
from docklint.word.cutting import Spot
from docklint.word.parts import Parts
from docklint.word.source import SourceNode

_WRAPPERS = (
    "hyperlink", "ins", "del", "moveFrom", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple",
    "dir", "bdo",
)  # fmt: skip
"""What a comment's markers may stand inside of, between a paragraph and its runs."""


_TEXTS = ("t", "delText")


class Elsewhere(StrEnum):
    """Why a comment does not stand at the very characters it is about."""

    MADE_UP = "made-up"
    BEFORE = "before"
    AFTER = "after"
    TEXT_BOX = "textbox"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"


_REFERENCES = {
    Elsewhere.FOOTNOTE: "footnoteReference",
    Elsewhere.ENDNOTE: "endnoteReference",
    Elsewhere.COMMENT: "commentReference",
}


class Anchor(NamedTuple):
    """Where a comment begins and ends. `span`: the characters between, if they can be told; `where`: None if it is exact.

    `start` is None where the body has no character: then the comment stands at the end of paragraph `end.node`.
    """

    start: Spot | None
    end: Spot
    span: Span | None
    where: Elsewhere | None = None
    quote: str = ""


class Places:
    """The characters of one document, and where they are in the main part of its package."""

    def __init__(self, document: Document, parts: Parts) -> None:
        self.document = document
        self.parts = parts
        self.source = parts.source(parts.main)
        assert self.source.w is not None
        self.w = self.source.w
        self._wrappers = frozenset(map(self.w, _WRAPPERS))
        self._real = [each for each in document.pieces if each.source == parts.main and each.atom != MADE_UP]
        self._starts = [each.start for each in self._real]
        self._notes: dict[str, list[str | None]] = {}

    @cached_property
    def atoms(self) -> list[SourceNode]:
        """Return the text atoms of the main part; `Piece.atom` counts them."""
        return list(atoms(self.source.root))

    def anchor(self, span: Span) -> Anchor | None:
        """Return where a comment on a span stands; None if the body has not even a paragraph."""
        lines = self.document.lines
        for at in range(self._line(span.start), len(lines)):
            line = lines[at]
            if line.start > span.end or (line.start == span.end and span.start < span.end):
                break
            found = self._exact(Span(max(span.start, line.start), min(span.end, line.end)))
            if found is not None:
                return found
        return self._elsewhere(span)

    def piece_at(self, offset: int) -> Piece | None:
        """Return the piece that the character at `offset` came from; None for a line end."""
        pieces = self.document.pieces
        at = bisect_right(pieces, offset, key=lambda piece: piece.start) - 1
        return pieces[at] if at >= 0 and offset < pieces[at].end else None

    def real(self, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """Yield the pieces of the main part that a stretch touches, and from where to where it touches them."""
        at = max(bisect_left(self._starts, start) - 1, 0)
        for piece in self._real[at:]:
            if piece.start >= end:
                return
            first, last = max(start, piece.start), min(end, piece.end)
            if first < last:
                yield piece, first, last

    def unit(self, node: SourceNode) -> SourceNode | None:
        """Return what holds an element and may stand between comments: a child of the outermost run, or of none.

        None for what stands in no paragraph.
        """
        path = [node, *node.ancestors()]
        at = next((at for at in reversed(range(len(path))) if path[at].tag == self.w.p), 0) - 1
        while at > 0 and path[at].tag in self._wrappers:
            at -= 1
        if at < 0:
            return None
        return path[at - 1] if path[at].tag == self.w.r and at else path[at]

    def _line(self, offset: int) -> int:
        return bisect_left(self.document.lines, offset, key=lambda line: line.end)

    def _exact(self, span: Span) -> Anchor | None:
        found = list(self.real(*span))
        if not found:
            return None
        (first, start, _), (last, _, end) = found[0], found[-1]
        here, there = self._spot(first, start), self._spot(last, end, behind=True)
        if here is None or there is None:
            return None
        exact = self._is_atom(here.node) and self._is_atom(there.node)
        anchor = Anchor(here, there, Span(start, end) if exact else None)
        if self.document.line_at(start).part != "textbox":
            return anchor
        quote = self.document.text[span.start : span.end]
        return anchor._replace(where=Elsewhere.TEXT_BOX, quote=quote)

    def _is_atom(self, node: SourceNode) -> bool:
        return not node.children and node.parent is not None and node.parent.tag == self.w.r

    def _spot(self, piece: Piece, offset: int, *, behind: bool = False) -> Spot | None:
        atom = self.atoms[piece.atom]
        unit = self.unit(atom)
        if unit is None:
            return None
        if unit is not atom or atom.local not in _TEXTS:
            return Spot(unit, int(behind), behind)
        return Spot(atom, offset - piece.start + piece.offset, behind)

    def _elsewhere(self, span: Span) -> Anchor | None:
        """Place a comment on what is no text of the body."""
        line = self.document.line_at(span.start)
        quote = self.document.text[span.start : min(span.end, line.end)]
        if line.part in _STORIES:
            where = Elsewhere(line.part)
            there = self._at_reference(where, span) or self._nearest(0) or self._paragraph()
            return None if there is None else there._replace(where=where, quote=quote)
        there = self._nearest(span.start, line.start, line.end)
        if there is None:
            return self._paragraph()
        if quote.strip():
            return there._replace(where=Elsewhere.MADE_UP, quote=quote)
        behind = there.span is not None and there.span.start < span.start
        return there._replace(where=Elsewhere.AFTER if behind else Elsewhere.BEFORE)

    def _nearest(self, offset: int, start: int = 0, end: int = 0) -> Anchor | None:
        """Place a comment at the nearest real character, in the line from `start` to `end` before any other."""
        in_line = [(first, last) for _, first, last in self.real(start, end)] if end > start else []
        ranges = in_line or [(piece.start, piece.end) for piece in self._around(offset)]
        if not ranges:
            return None
        _, at = min((_distance(offset, *each), _clamped(offset, *each)) for each in ranges)
        return self._exact(Span(at, at + 1))

    def _around(self, offset: int) -> list[Piece]:
        at = bisect_left(self._starts, offset)
        return self._real[max(at - 1, 0) : at + 1]

    def _paragraph(self) -> Anchor | None:
        """Place a comment in the first paragraph of a body that has no characters."""
        paragraph = next((each for each in self.source.root.below() if each.tag == self.w.p), None)
        return None if paragraph is None else Anchor(None, Spot(paragraph, 1, True), None)

    def _at_reference(self, where: Elsewhere, span: Span) -> Anchor | None:
        """Place a comment at the sign in the body that refers to the note a span stands in."""
        line = self.document.line_at(span.start)
        piece = self.piece_at(min(max(span.start, line.start + line.label), line.end - 1))
        if where not in _REFERENCES or piece is None or piece.atom == MADE_UP:
            return None
        number = self._numbers(piece.source)[piece.atom]
        sign = self._references.get((self.w(_REFERENCES[where]), number))
        unit = None if sign is None else self.unit(sign)
        return None if unit is None else Anchor(Spot(unit, 0, False), Spot(unit, 1, True), None)

    def _numbers(self, part: str) -> list[str | None]:
        """Return, for every atom of a part of notes, the number of the note it stands in."""
        if part not in self._notes:
            source = self.parts.source(part)
            name = "" if source.w is None else source.w.id
            self._notes[part] = [_outermost(atom).get(name) for atom in atoms(source.root)]
        return self._notes[part]

    @cached_property
    def _references(self) -> dict[tuple[str, str | None], SourceNode]:
        """Return the signs in the main part that refer to notes and comments, by tag and number; the first of each."""
        tags = frozenset(map(self.w, _REFERENCES.values()))
        found = [node for node in self.source.root.below() if node.tag in tags]
        return {(node.tag, node.get(self.w.id)): node for node in reversed(found)}


_STORIES = frozenset(("header", "footer", "footnote", "endnote", "comment"))


def _outermost(node: SourceNode) -> SourceNode:
    """Return what holds an element directly below the root."""
    while node.parent is not None and node.parent.parent is not None:
        node = node.parent
    return node


def _distance(offset: int, start: int, end: int) -> int:
    return max(start - offset, offset - end + 1, 0)


def _clamped(offset: int, start: int, end: int) -> int:
    return min(max(offset, start), end - 1)
