"""A passage with its places marked underneath, fitted into so many columns."""

from __future__ import annotations

from collections.abc import Sequence

from docklint.neutral import safe
from docklint.reports.plain import columns
from docklint.spans import Span
from docklint.tuples import NamedTuple

_CUT = "…"


class Excerpt(NamedTuple):
    """`text`: the passage; `marks`: what stands under it, `^` below every column of a place."""

    text: str
    marks: str


def excerpt(text: str, line: Span, places: Sequence[Span], room: int) -> Excerpt:
    """Cut the passage around the first of `places` out of a line; all are code points of `text`.

    `room`: terminal columns. Every place that the passage shows is marked; a zero-width one by a single mark.
    """
    # A line may be a megabyte long; only what can be shown is looked at.
    near = Span(max(line.start, places[0].start - room), min(line.end, places[0].start + 2 * room))
    shown = safe(text[near.start : near.end])
    inside = [Span(place.start - near.start, place.end - near.start) for place in places]
    start, end = _window(shown, max(inside[0].start, 0), room)
    before = _CUT if start > 0 and text[line.start : near.start + start].strip() else ""
    after = _CUT if near.start + end < line.end else ""
    marks = " " * len(before) + _marks(shown, inside, start, end)
    return Excerpt(before + shown[start:end] + after, marks.rstrip())


def _window(shown: str, at: int, room: int) -> tuple[int, int]:
    """Return start and end of the passage: all of it if it fits, else mostly what follows the place."""
    first = min(len(shown) - len(shown.lstrip()), at)
    if sum(map(columns, shown[first:])) <= room:
        return first, len(shown)
    start = _back(shown, at, first, room // 3)
    end = _forward(shown, start, room - 2)
    return (_back(shown, end, first, room - 2), end) if end == len(shown) else (start, end)


def _back(shown: str, at: int, least: int, room: int) -> int:
    while at > least and (room := room - columns(shown[at - 1])) >= 0:
        at -= 1
    return at


def _forward(shown: str, at: int, room: int) -> int:
    while at < len(shown) and (room := room - columns(shown[at])) >= 0:
        at += 1
    return at


def _marks(shown: str, places: Sequence[Span], start: int, end: int) -> str:
    marked = {at for place in places for at in range(max(place.start, start), min(place.end, end))}
    points = {place.start for place in places if place.start == place.end}
    row = [" " * columns(character) for character in shown[start:end]]
    for at in points:
        if start <= at < end and row[at - start]:
            row[at - start] = "^" + row[at - start][1:]
    for at in marked:
        row[at - start] = "^" * len(row[at - start])
    return "".join(row) + "^" * (end in points and end == len(shown))
