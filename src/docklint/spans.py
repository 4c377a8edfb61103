"""Places: spans of a document, ranges of its reading, and the lines and columns people count in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from docklint.tuples import NamedTuple


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points in `Document.text`."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share a character; a zero-width span touches what it stands in or beside."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


class Range(NamedTuple):
    """A half-open range `[start, end)` of indices in `Reading.text`; `Reading.span` turns it into a `Span`."""

    start: int
    end: int

    def covers(self, other: Range) -> bool:
        """Return whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end


def between(text: str, place: Range, stops: str) -> Iterator[Range]:
    """Yield what stands between single stops in a place, none of it empty; a class of stops would be dear to compile."""
    part, first = text[place.start : place.end], stops[0]
    for stop in stops[1:]:
        part = part.replace(stop, first)
    at = place.start
    for piece in part.split(first):
        end = at + len(piece)
        if piece:
            yield Range(at, end)
        at = end + 1


def up_to(text: str, stops: str) -> str:
    """Return a text up to the first of single stops; all of it if it has none."""
    for stop in stops:
        text = text.partition(stop)[0]
    return text


class Position(NamedTuple):
    """A place as people and editors count it: 1-based line, 1-based column in code points."""

    line: int
    column: int


class Lines:
    """The line starts of one text, for turning offsets into positions.

    Only `\\n` ends a line here: readers normalise CRLF and CR, and nothing else (U+2028, form feed, …)
    is a line end in this project.
    """

    def __init__(self, text: str) -> None:
        self._starts = [0]
        find = text.find
        at = find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = find("\n", at + 1)

    def start(self, line: int) -> int:
        """Return the offset (code points) at which the 1-based `line` starts."""
        return self._starts[line - 1]

    def number(self, offset: int) -> int:
        """Return the 1-based line that holds `offset` (code points)."""
        return bisect_right(self._starts, offset)

    def position(self, offset: int) -> Position:
        """Turn an offset (code points) into a line and column."""
        line = self.number(offset)
        return Position(line, offset - self._starts[line - 1] + 1)


def utf16_length(text: str, start: int, end: int) -> int:
    """Count the UTF-16 units of `text[start:end]`; characters beyond the BMP count two."""
    return len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2
