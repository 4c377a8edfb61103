"""A reading: a text as a person reads it, with a way back to every character of the document.

A reading is made in steps, each of which replaces characters, drops what a reader skips and lets one character
stand for several (`&emsp;`); `through` makes one of two steps. `Reading.span` knows where the rest stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from docklint.spans import Range, Span
from docklint.tuples import NamedTuple
from docklint.values import Value, replace


class Substitution(NamedTuple):
    """What stands for `text[start:end]`: one character, or nothing."""

    start: int
    end: int
    char: str = ""


class Reading(Value):
    """A text as understood.

    The character at index i of `text` is the one at `i + shifts[k]` of `Document.text`, where k is the last
    index with `starts[k] <= i`.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    """How far the characters from each start on stand from the document's."""
    widths: Mapping[int, int] = {}
    """The characters (by index) that stand for several of the document: for how many."""
    gaps: tuple[int, ...] = ()
    """Of a body: the indices before which a blank or a line break was skipped."""
    plain: Reading | None = None
    """Of a body: the whole document with nothing but look-alikes and markup undone; None where there is none."""
    breaks: tuple[Substitution, ...] = ()
    """Of a body: the line breaks that only a page's width caused, blanks around them included, in `plain`."""

    def offset(self, index: int) -> int:
        """Turn an index of `text` into an offset in `Document.text` (both code points)."""
        return index + self.shifts[bisect_right(self.starts, index) - 1]

    def index(self, offset: int) -> int:
        """Turn an offset in `Document.text` into the index of that character, or of the next one that was kept."""
        if self.is_whole:
            return min(offset, len(self.text))
        at = bisect_right(self._sources, offset) - 1
        if at < 0:
            return 0
        following = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)
        return min(offset - self.shifts[at], following)

    def span(self, range_: Range) -> Span:
        """Turn a range of `text` into the document's span, without anything dropped around it."""
        start, end = range_
        if self.is_whole:
            return Span(start, end if end > start else start)
        first = self.offset(start)
        return Span(first, self.offset(end - 1) + self.widths.get(end - 1, 1) if end > start else first)

    def words(self, span: Span) -> str:
        """Return what this reading makes of a span of the document."""
        return self.text[self.index(span.start) : self.index(span.end)]

    def skipped(self) -> Iterator[tuple[int, int]]:
        """Yield what was left out between two characters of `text` (offsets in the document), in order."""
        for at in range(1, len(self.starts)):
            before, behind = self.shifts[at - 1 : at + 1]
            yield self.starts[at] + before, self.starts[at] + behind

    @cached_property
    def is_whole(self) -> bool:
        """Whether nothing was dropped, so that indices are offsets."""
        return self.starts == self.shifts == (0,)

    @cached_property
    def _sources(self) -> list[int]:
        return [start + shift for start, shift in zip(self.starts, self.shifts, strict=True)]


def edited(text: str, edits: Iterable[Substitution]) -> Reading:
    """Return `text` with some edits, which are in order and do not overlap."""
    kept, starts, shifts, at, length = list[str](), [0], [0], 0, 0
    widths = dict[int, int]()
    for start, end, char in edits:
        kept += (text[at:start], char)
        length += start - at + len(char)
        at = end
        if end - start == len(char):
            continue
        if char:
            widths[length - 1] = end - start
        if starts[-1] == length:
            shifts[-1] = end - length
        else:
            starts.append(length)
            shifts.append(end - length)
    kept.append(text[at:])
    return Reading("".join(kept), tuple(starts), tuple(shifts), widths)


def through(first: Reading | None, second: Reading) -> Reading:
    """Return what two steps make: `second` reads the text of `first`, which reads the document's (None: as it is)."""
    if first is None or first.is_whole:
        return second
    if second.is_whole:
        return replace(first, text=second.text)
    starts, shifts = list[int](), list[int]()
    for start in sorted({*second.starts, *map(second.index, first.starts)}):
        shift = first.offset(second.offset(start)) - start
        if not shifts or shift != shifts[-1]:
            starts.append(start)
            shifts.append(shift)
    widths = {
        index: span.end - span.start
        for index in sorted({*second.widths, *map(second.index, first.widths)})
        for span in (first.span(Range(*second.span(Range(index, index + 1)))),)
        if span.end - span.start > 1 and index < len(second.text)
    }
    return Reading(second.text, tuple(starts), tuple(shifts), widths)
