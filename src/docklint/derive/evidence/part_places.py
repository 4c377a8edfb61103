"""Every place of a notice that may say of which parts papers consist, with the likeliest parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from docklint.derive.evidence.part_pieces import PieceRow, clauses, heads
from docklint.derive.evidence.part_tags import Tagged, Tagger, TagWeights, joined
from docklint.derive.reading import MARK, Notice
from docklint.derive.whose_parts import are_of_another
from docklint.patterns import compiled
from docklint.spans import Range
from docklint.tuples import NamedTuple

BEGINS, ENDS = 0.1, 0.25
"""Where no piece is so likely a part, or one behind problems or causes, no place begins or ends."""
MOST_CLAUSES = 8
MOST_LINES = 18
"""So many clauses of a line, so many lines, one place may have."""
MOST_ROWS = 1500
"""So many clauses and lines of a notice are looked at."""
TOLD = 3
"""So many ways to read a place are kept."""
FOLLOW = frozenset("CM")
OPEN = frozenset("PA")


class PlaceGuess(NamedTuple):
    """The parts that one place may list: tags and words. `kind`: what it is made of.

    `score`: the mean logarithm of the likelihood of a piece's tag. `rows`, `pieces`: how many clauses or lines, and how
    many pieces of them it has.
    """

    kind: str
    parts: tuple[tuple[str, Range], ...]
    score: float
    rows: int
    pieces: int

    @property
    def place(self) -> Range:
        """Where the parts stand."""
        return Range(min(words.start for _, words in self.parts), max(words.end for _, words in self.parts))

    @property
    def tags(self) -> str:
        """The tags in order."""
        return "".join(tag for tag, _ in self.parts)


def places(notice: Notice, weights: TagWeights, taken: frozenset[int] = frozenset()) -> list[PlaceGuess]:
    """Return the places of a notice, each reading once, the shortest place for it. `taken`: where dimensions stand."""
    found: dict[tuple[tuple[str, Range], ...], PlaceGuess] = {}
    for each in _all(notice, weights, taken):
        known = found.get(each.parts)
        if known is None or known.pieces > each.pieces:
            found[each.parts] = each
    return [each for each in found.values() if not are_of_another(notice, [words for _, words in each.parts])]


def _all(notice: Notice, weights: TagWeights, taken: frozenset[int]) -> Iterator[PlaceGuess]:
    told, below = list(clauses(notice))[:MOST_ROWS], list(heads(notice))[:MOST_ROWS]
    yield from _windows(notice, Tagger(notice, weights, taken), told, "clauses")
    tagger = Tagger(notice, weights, taken)
    yield from _windows(notice, tagger, below, "lines")
    for rows in _numbered_alike(notice, below):
        yield from _windows(notice, tagger, rows, "marks")


def _numbered_alike(notice: Notice, rows: Sequence[PieceRow]) -> Iterator[list[PieceRow]]:
    """Yield the lines between which others stand, and which are numbered alike."""
    by_mark: dict[str, list[PieceRow]] = {}
    for row in rows:
        mark = compiled(MARK).match(notice.text, *notice.lines[row.line])
        if mark:
            by_mark.setdefault(mark[0][-1] + mark[0][:1] * mark[0].startswith("（"), []).append(row)
    for found in by_mark.values():
        if any(one.line + 1 < next_.line for one, next_ in pairwise(found)):
            yield found


def _windows(notice: Notice, tagger: Tagger, rows: Sequence[PieceRow], kind: str) -> Iterator[PlaceGuess]:
    ends = [any(tagger.is_strong(row.pieces, ENDS, last) for last in "PC") for row in rows]
    most = MOST_CLAUSES if kind == "clauses" else MOST_LINES
    for first, row in enumerate(rows):
        if not tagger.is_strong(row.pieces, BEGINS):
            continue
        found = [Tagged((), 0.0)]
        for at in range(first, min(len(rows), first + most)):
            if kind == "clauses" and rows[at].line != row.line:
                break
            found = tagger.onward(found, rows[at].pieces)
            if ends[at]:
                yield from islice(_told(notice, found, kind, at - first + 1), TOLD)


def _told(notice: Notice, found: Sequence[Tagged], kind: str, rows: int) -> Iterator[PlaceGuess]:
    for each in found:
        parts = joined(notice, each.parts)
        tags = {tag for tag, _ in parts}
        if len(tags) > 1 and tags & OPEN and tags & FOLLOW:
            yield PlaceGuess(kind, parts, each.score / max(each.pieces, 1), rows, each.pieces)
