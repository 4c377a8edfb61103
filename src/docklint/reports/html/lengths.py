"""How the length of a paper is shared out: a bar, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docklint.reports.html.markup import Markup, tag
from docklint.reports.html.sheet import DraftPage
from docklint.reports.html.tree import title
from docklint.tuples import NamedTuple

_WIDE, _TALL = 1000, 24
_LOOKS = 6
"""So many looks of a piece follow each other."""


class Stretch(NamedTuple):
    """A part of the bar: what it is called, and how many characters it has without blanks."""

    words: str
    length: int


def lengths(sheet: DraftPage) -> Markup | None:
    """Return the bars of sections and of dimensions; None for a paper without sections."""
    bars = [
        bar
        for key, pieces in (("sections", _sections(sheet)), ("dimensions", _dimensions(sheet)))
        if len(pieces) > 1 and (bar := _bar(sheet, key, pieces))
    ]
    return tag("div", bars, class_="lengths") if bars else None


def _bar(sheet: DraftPage, key: str, pieces: Sequence[Stretch]) -> Markup | None:
    total = sum(piece.length for piece in pieces)
    if not total:
        return None
    head = sheet.texts(f"html.lengths-{key}", total=total)
    svg = tag(
        "svg",
        _rectangles(pieces, total),
        viewBox=f"0 0 {_WIDE} {_TALL}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
    listed = tag("ol", (_told(sheet, number, piece, total) for number, piece in enumerate(pieces)))
    return tag("div", tag("p", head, class_="aside"), svg, listed, class_="bar")


def _rectangles(pieces: Sequence[Stretch], total: int) -> Iterator[Markup]:
    done = 0
    for number, piece in enumerate(pieces):
        start, end = (_WIDE * part // total for part in (done, done + piece.length))
        yield tag("rect", x=start, y=0, width=end - start, height=_TALL, class_=f"s{number % _LOOKS}")
        done += piece.length


def _told(sheet: DraftPage, number: int, piece: Stretch, total: int) -> Markup:
    swatch = tag("span", class_=f"swatch s{number % _LOOKS}", aria_hidden="true")
    share = sheet.texts("html.length", count=piece.length, percent=round(100 * piece.length / total))
    return tag("li", swatch, tag("span", piece.words, lang="zh-CN"), " ", tag("span", share, class_="note"))


def _sections(sheet: DraftPage) -> list[Stretch]:
    tops = [node for node in sheet.nodes if node["parent"] is None]
    if not tops:
        return []
    text = sheet.paper.get("text") or ""
    starts = [node["location"]["offset"] for node in tops]
    names = [title(node) for node in tops]
    if text[: starts[0]].strip():
        starts, names = [0, *starts], [sheet.texts("html.opening"), *names]
    return list(_pieces(text, starts, names, len(text)))


def _dimensions(sheet: DraftPage) -> list[Stretch]:
    """Return the dimensions of the first section that has any."""
    dimensions = [node for node in sheet.nodes if node["kind"] == "dimension"]
    parents = [node["parent"] for node in dimensions]
    chosen = [node for node in dimensions if node["parent"] == parents[0]]
    text = sheet.paper.get("text") or ""
    starts = [node["location"]["offset"] for node in chosen]
    return (
        list(_pieces(text, starts, map(title, chosen), _end(sheet, starts[-1], len(text)))) if chosen else []
    )


def _end(sheet: DraftPage, start: int, last: int) -> int:
    """Return where the section ends that a place stands in."""
    later = (node["location"]["offset"] for node in sheet.nodes if node["parent"] is None)
    return min((offset for offset in later if offset > start), default=last)


def _pieces(text: str, starts: Sequence[int], names: Iterable[str], end: int) -> Iterator[Stretch]:
    for name, start, stop in zip(names, starts, [*starts[1:], end], strict=True):
        yield Stretch(name, len("".join(text[start:stop].split())))
