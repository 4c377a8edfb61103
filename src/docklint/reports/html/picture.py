"""The correspondence as a picture: dimensions, causes and measures in columns, lines as strong as what speaks for them.

It is drawn from the JSON alone, in a box so narrow that a phone shows it whole; the table beside it says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from docklint.neutral import safe
from docklint.reports.html.links import Links
from docklint.reports.html.markup import Child, Markup, tag
from docklint.reports.html.tree import title
from docklint.texts import Texts

_Node = Mapping[str, Any]
_LETTERS, _LINES = 8, 3
"""So many characters in a line of a box, so many lines."""
_SIZE, _LEADING, _PADDING = 15, 19, 8
_BOX, _GAP, _BETWEEN = _LETTERS * _SIZE + 2 * _PADDING, 66, 14
_HEAD = 30
MOST = 60
"""A picture of more parts than this shows nothing."""


def picture(links: Links, name: str, texts: Texts) -> Markup | None:
    """Return the figure; None where nothing was compared, or far too much. `name`: its anchor on the page."""
    columns = [nodes for kind in ("dimension", "cause", "measure") if (nodes := links.of(kind))]
    if not links.is_compared or len(columns) < 2 or sum(map(len, columns)) > MOST:
        return None
    return _Picture(links, columns, name, texts).figure()


class _Picture:
    """Boxes by the id of their part, and what is drawn between them; sizes in units of the view box."""

    def __init__(self, links: Links, columns: Sequence[Sequence[_Node]], name: str, texts: Texts) -> None:
        self._links = links
        self._columns = columns
        self._name = name
        self._texts = texts
        self._lines = {node["id"]: list(_wrapped(title(node))) for column in columns for node in column}
        self._width = len(columns) * _BOX + (len(columns) - 1) * _GAP
        self._height = _HEAD + max(map(self._needed, columns))
        self._places = dict(self._placed())

    def figure(self) -> Markup:
        """Return the picture with its caption."""
        label, told = f"{self._name}-title", f"{self._name}-told"
        svg = tag(
            "svg",
            tag("title", self._texts("html.picture-title"), id=label),
            tag("desc", self._texts("html.picture-told"), id=told),
            (self._heads(), self._curves(), self._boxes()),
            viewBox=f"-2 0 {self._width + 4} {self._height + 2}",
            role="img",
            aria_labelledby=f"{label} {told}",
            lang="zh-CN",
        )
        return tag("figure", svg, tag("figcaption", self._caption()), class_="picture")

    def _caption(self) -> Iterator[Child]:
        for key in ("strong", "weak", "gap"):
            yield tag("span", self._texts(f"html.picture-{key}"), class_=f"key {key}")
        yield tag("span", self._texts("html.picture-twin"))

    def _needed(self, column: Iterable[_Node]) -> int:
        return sum(self._tall(node) + _BETWEEN for node in column) - _BETWEEN

    def _tall(self, node: _Node) -> int:
        return len(self._lines[node["id"]]) * _LEADING + 2 * _PADDING

    def _placed(self) -> Iterator[tuple[str, tuple[int, int, int]]]:
        """Yield left, top and height of each box; a short column is spread over the height of the longest."""
        for number, column in enumerate(self._columns):
            spare = self._height - _HEAD - self._needed(column)
            top = _HEAD + (spare // 2 if len(column) == 1 else 0)
            step = spare // (len(column) - 1) if len(column) > 1 else 0
            for node in column:
                yield node["id"], (number * (_BOX + _GAP), top, self._tall(node))
                top += self._tall(node) + _BETWEEN + step

    def _heads(self) -> Iterator[Markup]:
        for number, column in enumerate(self._columns):
            middle = number * (_BOX + _GAP) + _BOX // 2
            words = self._texts(f"html.head-{column[0]['kind']}")
            yield tag("text", words, x=middle, y=_SIZE, text_anchor="middle", class_="column")

    def _boxes(self) -> Iterator[Markup]:
        for node in (node for column in self._columns for node in column):
            left, top, height = self._places[node["id"]]
            look = "loose" if self._links.is_loose(node) else "held"
            box = tag("rect", x=left, y=top, width=_BOX, height=height, rx=4)
            yield tag("g", box, self._words(node, left, top), class_=look)

    def _words(self, node: _Node, left: int, top: int) -> Markup:
        lines = (
            tag("tspan", line, x=left + _PADDING, y=top + _PADDING + number * _LEADING + _SIZE)
            for number, line in enumerate(self._lines[node["id"]])
        )
        return tag("text", lines)

    def _curves(self) -> Iterator[Markup]:
        """Yield the links between neighbouring columns, and past the causes those that no cause stands between."""
        kinds = [column[0]["kind"] for column in self._columns]
        for source, target in pairwise(kinds):
            yield from (self._curve(link) for link in self._links.by_kind(f"{source}-{target}"))
        if len(kinds) > 2:
            served = {link["to"] for link in self._links.by_kind("cause-measure")}
            direct = self._links.by_kind("dimension-measure")
            yield from (self._curve(link, " direct") for link in direct if link["to"] not in served)

    def _curve(self, link: Mapping[str, Any], more: str = "") -> Markup:
        (left, top, height), (right, target, target_height) = (
            self._places[link[end]] for end in ("from", "to")
        )
        x, y, end = left + _BOX, top + height // 2, target + target_height // 2
        bend = (right - x) // 2
        weak = " weak" if self._links.is_weak(link) else ""
        way = f"M{x} {y}C{x + bend} {y} {right - bend} {end} {right} {end}"
        return tag("path", d=way, stroke_width=_thickness(link["score"]), class_=f"link{weak}{more}")


def _thickness(score: float) -> str:
    """Return how broad a line is, from 1 to 6 units: the score goes from 0 to 1."""
    return f"{1 + 5 * min(max(score, 0.0), 1.0):.1f}"


def _wrapped(words: str) -> Iterator[str]:
    shown = safe(words)
    room = _LETTERS * _LINES
    shown = shown if len(shown) <= room else shown[: room - 1] + "…"
    for start in range(0, len(shown) or 1, _LETTERS):
        yield shown[start : start + _LETTERS]
