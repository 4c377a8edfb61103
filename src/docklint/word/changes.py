"""Edits of the text of a Word file: as tracked changes that the author accepts one by one, or silently.

Only what differs is touched. A deletion is nested in somebody else's insertion, an insertion parts it; what Word makes by
itself, and what lies outside the body, is never edited as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docklint.document import Document, Piece
from docklint.spans import Span
from docklint.texts import Text
from docklint.tuples import NamedTuple
from docklint.word.cutting import Cutter, Spot
from docklint.word.editable import Editable, Reason
from docklint.word.errors import NotEditable
from docklint.word.least import Change, edited, planned
from docklint.word.marks import Marks
from docklint.word.numbers import Numbers
from docklint.word.parts import Parts
from docklint.word.refusals import check_document, check_package
from docklint.word.rereading import reread_changes
from docklint.word.source import SourceNode
from docklint.word.wording import Dialect

_INSERTIONS = ("ins", "moveTo")
_ID = re.compile(rb"\bid\s*=\s*[\"'](-?\d{1,11})[\"']")
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_MARKS_OF_CHANGE = frozenset({"rPrChange", "ins", "del", "moveFrom", "moveTo"})


class _Author(NamedTuple):
    """Who changes something, and when; `tracked`: whether anybody is told."""

    name: str
    date: str | None
    tracked: bool


class Refused(NamedTuple):
    """An edit that must not be made, and why: about the characters of `span`."""

    number: int
    span: Span
    reason: Reason


def refused(data: bytes, document: Document, edits: Sequence[tuple[Span, str]]) -> list[Refused]:
    """Return which of the edits cannot be made as edits of text, by their numbers in `edits`; all others can.

    Raises what `make_changes` raises for the document itself.
    """
    check_document(document)
    parts, found = Parts(data), dict[int, Refused]()
    while True:
        # Without those refused so far: what touched them may have no place of its own.
        rest = [(number, edit) for number, edit in enumerate(edits) if number not in found]
        plan = _Plan(parts, document, _Author("", None, True))
        changes = planned(document.text, [edit for _, edit in rest])
        new = {rest[at][0]: why for ats, change in changes if (why := plan.refusal(change)) for at in ats}
        if not new:
            return [found[number] for number in sorted(found)]
        found |= {number: Refused(number, *why) for number, why in new.items()}


def make_changes(
    data: bytes,
    document: Document,
    edits: Sequence[tuple[Span, str]],
    *,
    author: str = "docklint",
    date: str | None = None,
    tracked: bool = True,
) -> bytes:
    """Return the package with every span replaced by its text, tracked unless that is not wanted.

    `document` is what was read from `data`, tracked changes in their final view; the spans do not overlap. `author`, `date`
    (ISO 8601; None for none): what tracked changes say of themselves. Only the main part changes. Refusing all changes
    gives the text that refusing all gave before, accepting all gives the text as edited. Raises `NotEditable` for the
    first edit that is none of text, `WriteRefused` for a document that must not be written to, `PackageError` for what is
    no sound package, and `ValueError` for spans that overlap.
    """
    check_document(document)
    parts = Parts(data)
    check_package(parts.package, "changes" if tracked else "silent")
    return _made(data, parts, document, edits, _Author(author, date, tracked))


def rehearsed(data: bytes, document: Document, edits: Sequence[tuple[Span, str]]) -> bytes:
    """Return the package with silent edits, to be read and never given to anybody: no protection speaks against it.

    Raises otherwise what `make_changes` raises.
    """
    check_document(document)
    parts = Parts(data)
    check_package(parts.package, "changes")
    return _made(data, parts, document, edits, _Author("", None, False))


def _made(
    data: bytes, parts: Parts, document: Document, edits: Sequence[tuple[Span, str]], author: _Author
) -> bytes:
    plan = _Plan(parts, document, author)
    changes = [change for _, change in planned(document.text, edits)]
    for change in changes:
        _check(plan, change)
    if not changes:
        return data
    for change in changes:
        plan.make(change)
    plan.finish()
    result = parts.result()
    reread_changes(result, data, edited(document.text, changes), tracked=author.tracked)
    return result


def _check(plan: _Plan, change: Change) -> None:
    found = plan.refusal(change)
    if found is not None:
        raise _not_editable(plan.document, *found)


def _not_editable(document: Document, span: Span, reason: Reason) -> NotEditable:
    text = document.text
    line = text.count("\n", 0, span.start) + 1
    quote = text[span.start : max(span.end, span.start + 1)].replace("\n", "↵")
    return NotEditable(line=line, quote=quote, reason=Text(f"uneditable.{reason}"))


class _Plan:
    """All changes of one document, on their way into its main part."""

    def __init__(self, parts: Parts, document: Document, author: _Author) -> None:
        self.document = document
        self.editable = Editable(document, parts)
        self.source, self.w = self.editable.source, self.editable.w
        self.splices = parts.splices(parts.main)
        self.numbers = Numbers(_numbers(parts))
        self.cutter = Cutter(self.source, self.numbers)
        self.marks = Marks(self.editable, self.cutter, self.splices)
        self.author = author
        self.tracked = author.tracked

    def refusal(self, change: Change) -> tuple[Span, Reason] | None:
        """Return the characters of a change that are no text to edit, and why; None if it can be made.

        To be asked for every change in turn: two that meet at the end of one paragraph may exclude each other.
        """
        start, end, words = change
        reason = self._line_end(change)
        if reason is not None:
            return Span(start, end), reason
        at = start if self.document.text[start:end] != "\n" else end
        while at < end:
            piece = self.editable.places.piece_at(at)
            reason = self.editable.refusal(piece)
            if piece is None or reason is not None:
                return Span(at, at + 1 if piece is None else min(piece.end, end)), reason or Reason.LINE_END
            at = piece.end
        reason = self._no_place(change) if words else None
        return None if reason is None else (Span(start, end), reason)

    def _line_end(self, change: Change) -> Reason | None:
        start, end, words = change
        if self.document.text[start:end] != "\n":
            return None
        reason = self.marks.refusal(start)
        if reason is None and ("\n" in words or not self.marks.claim_join(start)):
            return Reason.LINE_END
        return reason

    def _no_place(self, change: Change) -> Reason | None:
        """Return why words cannot come; where they break the line, the paragraph must be one that can be parted."""
        place, breaks = self._place_of(change), change.text.count("\n")
        if isinstance(place, Reason):
            return place
        fits = not breaks or self.marks.can_part(place, self.document.line_at(change.start))
        return None if fits and self.marks.claim_spot(place, breaks) else Reason.LINE_END

    def _place_of(self, change: Change) -> Spot | Reason:
        start, end, _ = change
        if self.document.text[start:end] == "\n":
            # A paragraph that is to be joined with the next takes no words itself: they go to the next one's.
            above, below = self._place(start), self._place(end)
            empty = isinstance(above, Spot) and above.node.tag == self.w.p
            return below if empty and isinstance(below, Spot) else above
        return self._place(start) if start == end else self._behind(end)

    def make(self, change: Change) -> None:
        """Make one change; those before it in the text are made already."""
        start, end, words = change
        ends_line = self.document.text[start:end] == "\n"
        for piece, first, last in self.editable.places.real(start, end):
            atom = self.editable.places.atoms[piece.atom]
            offset = first - piece.start + piece.offset if atom.tag == self.w.t else 0
            self._delete(atom, offset, offset + last - first)
        if words:
            place = self._place_of(change)
            assert not isinstance(place, Reason), "refused before"
            self._insert(place, words)
        if ends_line:
            self.marks.join(start, self._sign("del") if self.tracked else None)

    def finish(self) -> None:
        """Hand all edits to the splices."""
        self.marks.splice()
        self.cutter.splice(self.splices)

    def _delete(self, atom: SourceNode, start: int, end: int) -> None:
        if not self.tracked:
            self.cutter.drop(atom, start, end)
            return
        w = self.cutter.dialect(atom)
        self.cutter.put(Spot(atom, start, False, True), f"<{self._open(w, 'del')}>")
        self.cutter.put(Spot(atom, end, True, True), f"</{w('del')}>")
        if atom.tag == self.w.t:
            self.cutter.delete(atom, start, end)

    def _place(self, offset: int) -> Spot | Reason:
        """Return where words are inserted: behind the character before, else before the next, else in the paragraph."""
        line = self.document.line_at(offset)
        before = self.editable.places.piece_at(offset - 1) if offset > line.start else None
        after = self.editable.places.piece_at(offset) if offset < line.end else None
        if before is not None and self.editable.refusal(before) is None:
            return self._behind(offset)
        if after is not None and self.editable.refusal(after) is None:
            return self._spot(after, offset, behind=False)
        if after is None and (before is None or offset == line.start + line.label):
            return self.marks.empty(line)
        return self.editable.refusal(after or before) or Reason.LINE_END

    def _behind(self, offset: int) -> Spot | Reason:
        piece = self.editable.places.piece_at(offset - 1)
        return Reason.LINE_END if piece is None else self._spot(piece, offset, behind=True)

    def _spot(self, piece: Piece, offset: int, *, behind: bool) -> Spot:
        atom = self.editable.places.atoms[piece.atom]
        inside = offset - piece.start + piece.offset if atom.tag == self.w.t else int(behind)
        return Spot(atom, inside, behind, True)

    def _insert(self, spot: Spot, words: str) -> None:
        first, *others = words.split("\n")
        if not others and not self.tracked and spot.node.tag != self.w.p:
            self.cutter.write(spot, first)
            return
        xml = self._said(spot.node, first)
        if others:
            said = [self._said(spot.node, each) for each in others]
            xml += self.marks.part(spot, said, lambda: self._sign("ins") if self.tracked else "")
        self._put(spot, xml)

    def _put(self, spot: Spot, xml: str) -> None:
        """Put XML beside runs; out of somebody else's insertion, which goes on behind it."""
        node = spot.node
        if node.tag == self.w.p:
            self.splices.append(node, xml.encode())
            return
        run = node.parent
        around = run.parent if run is not None else None
        if not self.tracked or run is None or around is None or around.tag not in map(self.w, _INSERTIONS):
            self.cutter.put(spot, xml)
            return
        edge = around.children[-1 if spot.behind else 0]
        if run is edge and not self.cutter.is_inside(spot) and self.cutter.is_edge(spot):
            self.cutter.put(Spot(around, 0, spot.behind), xml)
            return
        self.cutter.put(spot, f"</{around.raw}>{xml}{self.cutter.reopened(around)}")

    def _said(self, beside: SourceNode, words: str) -> str:
        """Return a run that says words, in the look of its neighbour, as an insertion if that is tracked."""
        if not words:
            return ""
        w = self.cutter.dialect(beside)
        run = f"<{w.open('r')}>{self._look(beside)}{self.cutter.content(beside, words)}</{w('r')}>"
        return f"<{self._open(w, 'ins')}>{run}</{w('ins')}>" if self.tracked else run

    def _look(self, beside: SourceNode) -> str:
        holder = beside.child(self.w.p_pr) if beside.tag == self.w.p else beside.parent
        look = None if holder is None else self.cutter.look(holder)
        return "" if look is None else self.cutter.copied(look, _MARKS_OF_CHANGE)

    def _sign(self, local: str) -> str:
        """Return the mark of a tracked change of a paragraph's end."""
        return f"<{self._open(self.cutter.dialect(self.source.root), local)}/>"

    def _open(self, w: Dialect, local: str) -> str:
        return w.open(local, id=self.numbers.next(), author=self.author.name, date=self.author.date)


def _numbers(parts: Parts) -> Iterator[str]:
    """Yield the numbers that anything in the stories of the document bears."""
    source = parts.source(parts.main)
    yield from (found for node in source.root.below() if (found := node.get(source.w.id if source.w else "")))
    for kind in _STORIES:
        for part in parts.all_related(kind):
            yield from (found.decode() for found in _ID.findall(parts.package.inflate(part)))
