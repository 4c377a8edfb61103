"""An overview for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docklint.neutral import safe
from docklint.reports.desk.columns import cells, counted, head, notes, worst
from docklint.reports.desk.overview import OverviewEntry
from docklint.reports.plain import width, wrap
from docklint.texts import Texts

COLUMNS = ("verdict", "who", "error", "warning", "info", "likeness")
"""Those that fit beside the file's name."""
_GAP = 2
_NARROWEST, _WIDEST = 60, 160
_SHARE = 28
"""Columns of a name at the most."""


def render(report: OverviewEntry, texts: Texts, columns: int) -> Iterator[str]:
    """Yield the table, worst first, and below each row the worst that was found; at most `columns` wide (60 to 160)."""
    room = max(_NARROWEST, min(columns, _WIDEST))
    rows = [cells(paper, texts) for paper in report["papers"]]
    table = [[head(key, texts) for key in (*COLUMNS, "path")]]
    table += [[_cut(safe(row[key].shown)) for key in COLUMNS] + [safe(row["path"].shown)] for row in rows]
    wide = [max(map(width, column)) for column in zip(*table, strict=True)]
    yield f"{texts('overview.title')}\n{counted(report, texts)}\n\n"
    yield _line(table[0], wide)
    yield _line(["-" * each for each in wide], wide)
    for paper, line in zip(report["papers"], table[1:], strict=True):
        yield _line(line, wide)
        for told in _below(paper, texts):
            yield from (f"    {piece}\n" for piece in wrap(safe(told), room - 4))
    yield "\n"
    for sentence in notes(report, texts):
        yield from (f"{piece}\n" for piece in wrap(sentence, room))


def _below(paper: dict[str, Any], texts: Texts) -> Iterator[str]:
    if paper["reason"]:
        yield paper["reason"]
    yield from worst(paper, texts)


def _cut(words: str) -> str:
    if width(words) <= _SHARE:
        return words
    kept = words
    while width(kept) > _SHARE - 1:
        kept = kept[:-1]
    return kept + "…"


def _line(line: Sequence[str], wide: Sequence[int]) -> str:
    padded = (words + " " * (room - width(words) + _GAP) for words, room in zip(line, wide, strict=True))
    return "".join(padded).rstrip() + "\n"
