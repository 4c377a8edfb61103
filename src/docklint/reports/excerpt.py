"""A passage with its places marked underneath, fitted into so many columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docklint.reports.plain import columns, safe
from docklint.spans import Span

_CUT = "…"


class Excerpt(NamedTuple):
    """`text`: the passage; `marks`: what stands under it, `^` below every column of a place."""

    text: str
    marks: str


def excerpt(line: str, places: Sequence[Span], room: int) -> Excerpt:
    """Cut the passage around the first of `places` (code points of `line`) out of a line.

    `room`: terminal columns. Every place that the passage shows is marked; a zero-width one by a single mark.
    """
    line = safe(line)
    start, end = _window(line, places[0], room)
    before, after = _CUT * (start > 0), _CUT * (end < len(line))
    marks = " " * len(before) + _marks(line, places, start, end)
    return Excerpt(before + line[start:end] + after, marks.rstrip())


def _window(line: str, place: Span, room: int) -> tuple[int, int]:
    """Give start and end of the passage: the whole line if it fits, else mostly what follows the place."""
    first = len(line) - len(line.lstrip())
    if place.start <= first:
        first = min(first, place.start)
    if sum(map(columns, line[first : first + room + 1])) <= room:
        return first, len(line)
    start = _back(line, place.start, first, room // 3)
    end = _forward(line, start, room - 2)
    return (_back(line, end, first, room - 2), end) if end == len(line) else (start, end)


def _back(line: str, at: int, least: int, room: int) -> int:
    while at > least and (room := room - columns(line[at - 1])) >= 0:
        at -= 1
    return at


def _forward(line: str, at: int, room: int) -> int:
    while at < len(line) and (room := room - columns(line[at])) >= 0:
        at += 1
    return at


def _marks(line: str, places: Sequence[Span], start: int, end: int) -> str:
    marked = {at for place in places for at in range(max(place.start, start), min(place.end, end))}
    points = {place.start for place in places if place.start == place.end}
    row = "".join(_mark(at, line[at], marked, points) for at in range(start, end))
    return row + "^" * (end in points and end == len(line))


def _mark(at: int, character: str, marked: set[int], points: set[int]) -> str:
    if at in marked:
        return "^" * columns(character)
    return ("^" if at in points else " ").ljust(columns(character))[: columns(character)]
