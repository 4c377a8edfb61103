"""Where the names of a row may begin and end: what all of them may lose, before and behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.derive.affixes import beginning
from docklint.derive.evidence.stretches import NameRow
from docklint.derive.reading import Notice
from docklint.patterns import compiled
from docklint.spans import Range
from docklint.tuples import NamedTuple

LONGEST_HEAD, LONGEST_TAIL = 6, 8
"""So much the names may lose alike (code points)."""
REACH = 26
"""A first name begins no further before its end, a last one ends no further behind its beginning."""
NEAR = 8
"""So far from its beginning a label may stand before a name (状态，查保持奋斗姿态)."""
_MARKS = "，、；：。 　,.\n"
_SIGNS = "▲△◆◇●○■□☐★☆※•·①②③④⑤⑥⑦⑧⑨⑩"
"""With what items begin; no name does."""
_OPENING, _CLOSING = "“‘", "”’"


class Trimmed(NamedTuple):
    """Pieces with what all but the first lose in front (`head`) and all but the last behind (`tail`), in code points."""

    pieces: tuple[Range, ...]
    is_led: bool
    head: int
    tail: int

    @property
    def between(self) -> list[Range]:
        """The names between the first and the last."""
        return [Range(each.start + self.head, each.end - self.tail) for each in self.pieces[1:-1]]

    @property
    def first_end(self) -> int:
        """Where the first name ends."""
        return self.pieces[0].end - self.tail

    @property
    def last_start(self) -> int:
        """Where the last name begins."""
        return self.pieces[-1].start + self.head


def ways(notice: Notice, row: NameRow) -> Iterator[tuple[Range, ...]]:
    """Yield the pieces of a row as they stand, without explanations, behind labels, and what they have in quotes."""
    yield row.pieces
    bracketed = tuple(_before(notice, each, "（") for each in row.pieces)
    if _most_differ(bracketed, row.pieces):
        yield bracketed
    if row.kind in ("、", "和", "quotes"):
        return
    row = _behind_opening(notice, row)
    cut = tuple(_before(notice, each, "，") for each in row.pieces)
    if row.kind != "，":
        if _most_differ(cut, row.pieces):
            yield cut
        labels = [
            compiled("[，：、]").search(
                notice.text, each.start + 1, max(min(each.end - 2, each.start + NEAR), each.start)
            )
            for each in row.pieces
        ]
        if all(labels):
            yield tuple(
                Range(m.end() if m else 0, each.end) for m, each in zip(labels, row.pieces, strict=True)
            )
    for aspect in notice.grammar["notice-aspect"]:
        named = tuple(_before(notice, each, aspect) for each in row.pieces)
        if _most_differ(named, row.pieces):
            yield named
    quoted = [compiled("“([^“”]{2,40})”").search(notice.text, *each) for each in row.pieces]
    if all(quoted):
        yield tuple(Range(*found.span(1)) for found in quoted if found)


def _behind_opening(notice: Notice, row: NameRow) -> NameRow:
    """Return a row whose first piece begins behind the colon that opens the list."""
    first = row.pieces[0]
    at = notice.text.rfind("：", first.start, first.end - 2) if row.is_led else -1
    return row if at < 0 else row._replace(pieces=(Range(at + 1, first.end), *row.pieces[1:]))


def _before(notice: Notice, piece: Range, sign: str) -> Range:
    at = notice.text.find(sign, piece.start + 2, piece.end)
    return Range(piece.start, at) if at >= 0 else piece


def _most_differ(some: Sequence[Range], others: Sequence[Range]) -> bool:
    return sum(a != b for a, b in zip(some, others, strict=True)) * 2 >= len(others)


def trims(notice: Notice, pieces: Sequence[Range], is_led: bool) -> list[Trimmed]:
    """Return all that the pieces may lose alike; nothing if one of them is empty."""
    bare = tuple(_behind_stress(notice, _bare(notice.text, *each)) for each in pieces)
    if any(each.end <= each.start for each in bare):
        return []
    own = [notice.words(each) for each in (bare[1:] if is_led else bare)]
    ends = [notice.words(each)[::-1] for each in bare[:-1]]
    head = min(len(beginning(own)) if len(own) > 1 else 2, LONGEST_HEAD)
    tail = min(len(beginning(ends)) if len(ends) > 1 else 2, LONGEST_TAIL)
    least = min(map(len, own)) - 1
    return [
        Trimmed(bare, is_led, a, b)
        for a in range(head + 1)
        for b in range(tail + 1)
        if a + b <= least and bare[0].end - b > bare[0].start
    ]


def _behind_stress(notice: Notice, piece: Range) -> Range:
    """Begin a piece behind what stresses its name (特别是)."""
    found = notice.pattern("notice-stress").match(notice.text, *piece)
    return Range(found.end(), piece.end) if found and found.end() < piece.end else piece


def _bare(text: str, start: int, end: int) -> Range:
    """Drop marks around a piece, the sign before it, and quotes that hold all of it or are but half there."""
    while start < end and (text[start] in _MARKS + _SIGNS or _opens(text, start, end)):
        start += 1
    while start < end and (text[end - 1] in _MARKS or _closes(text, start, end)):
        end -= 1
    return Range(start, end)


def _opens(text: str, start: int, end: int) -> bool:
    if text[start] in _CLOSING:
        return True
    closed = text.count("”", start, end)
    return text[start] in _OPENING and (
        not closed or (text.count("“", start, end) == 1 and text[end - 1] in "”。；，、")
    )


def _closes(text: str, start: int, end: int) -> bool:
    return text[end - 1] in _OPENING or (text[end - 1] in _CLOSING and not text.count("“", start, end - 1))


def first_starts(notice: Notice, trimmed: Trimmed) -> list[int]:
    """Return where the first name may begin."""
    first, end = trimmed.pieces[0], trimmed.first_end
    if not trimmed.is_led:
        return [first.start + trimmed.head] if end > first.start + trimmed.head else []
    second = trimmed.pieces[1].start
    head = notice.text[second : second + trimmed.head]
    alike = [at + len(head) for at in _places(notice.text, head, Range(first.start, end - 1))]
    return alike or list(range(max(first.start, end - REACH), end - 1))


def last_ends(notice: Notice, trimmed: Trimmed) -> list[int]:
    """Return where the last name may end."""
    start, last = trimmed.last_start, trimmed.pieces[-1]
    end = trimmed.pieces[0].end
    alike = _places(notice.text, notice.text[end - trimmed.tail : end], Range(start + 1, last.end))
    # Names of one character are all so short.
    least = 2 if any(each.end - each.start > 1 for each in (*trimmed.between, last)) else 1
    return alike or list(range(start + least, min(last.end, start + REACH) + 1))


def _places(text: str, words: str, range_: Range) -> list[int]:
    found: list[int] = []
    at = text.find(words, *range_) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1, range_.end)
    return found
