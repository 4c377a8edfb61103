"""What may name a part of a paper: the pieces between the signs of a sentence, and those with which lines begin."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from docklint.derive.reading import BULLET, MARK, Notice
from docklint.patterns import compiled
from docklint.spans import Range
from docklint.tuples import NamedTuple

STOPS = "。！？；"
HEAD_STOPS = "。！？；：，（("
"""Behind one of these what a line is called has ended."""
LONGEST = 30
"""Pieces with more code points name no part."""
MOST_PIECES = 60
"""So many pieces of a clause are looked at."""


class TextPiece(NamedTuple):
    """A stretch between two signs, with the signs."""

    words: Range
    before: str
    behind: str


class PieceRow(NamedTuple):
    """The pieces of a clause that semicolons or stops end, or of the beginning of a line; `line`: which line it is of."""

    pieces: tuple[TextPiece, ...]
    line: int


def clauses(notice: Notice) -> Iterator[PieceRow]:
    """Yield the pieces of every clause, in order."""
    for at, line in enumerate(notice.lines):
        start = line.start
        for end in [*_stops(notice, line), line.end]:
            pieces = tuple(islice(_pieces(notice, Range(start, end)), MOST_PIECES))
            if pieces:
                yield PieceRow(pieces, at)
            start = end + 1


def heads(notice: Notice) -> Iterator[PieceRow]:
    """Yield the pieces with which every line begins, behind its mark."""
    for at, line in enumerate(notice.lines):
        mark = compiled(f"{MARK}|{BULLET}|[（(][0-9]{{1,2}}[)）]").match(notice.text, *line)
        label = notice.pattern("notice-part-labels").match(
            notice.text, mark.end() if mark else line.start, line.end
        )
        mark = label or mark
        start = mark.end() if mark else line.start
        stop = min(
            (end for end in range(start, line.end) if notice.text[end] in HEAD_STOPS), default=line.end
        )
        sign = mark[0] if mark else "¶"
        yield PieceRow(tuple(islice(_pieces(notice, Range(start, stop), sign), MOST_PIECES)), at)


def _stops(notice: Notice, line: Range) -> list[int]:
    return [at for at in range(*line) if notice.text[at] in STOPS]


def _pieces(notice: Notice, range_: Range, sign: str = "") -> Iterator[TextPiece]:
    text, start = notice.text, range_.start
    before = sign or text[start - 1 : start]
    cuts = [m.span() for m in notice.pattern("notice-part-cuts").finditer(text, *range_)]
    for first, following in [*cuts, (range_.end, range_.end)]:
        joints = [m.span() for m in notice.pattern("notice-part-turns").finditer(text, start, first)]
        for end, next_ in [*joints, (first, following)]:
            behind = text[end:next_] or text[end : end + 1]
            if end > start and text[start:end].strip():
                yield TextPiece(Range(start, end), before, behind)
            before, start = (behind or before), next_
        start = following
