"""Rows whose pieces are numbered by what counts anything, wherever in a line (头一道坎是…；第二道坎是…, A是…，B是…)."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.derive import names
from docklint.derive.reading import Notice
from docklint.patterns import compiled
from docklint.spans import Range

SERIES = ("一二三四五六七八九十", "甲乙丙丁戊己庚辛壬癸", "ABCDEFGHIJ", "ＡＢＣＤＥＦＧＨＩＪ", "abcdefghij")
"""What counts, each sign for the next number."""
LEAD = "(?:第|头|其)?"
"""What may stand before a number at the head of a clause."""
LEAST, MOST = 3, 10
"""So many pieces make a row."""
LONGEST = 60
"""So much of a clause is looked at (code points)."""


def ordinal_runs(notice: Notice, line: Range) -> Iterator[tuple[Range, ...]]:
    """Yield the runs of clauses that one series numbers, each from behind its number to its end."""
    found = list(_runs(notice, line, "，；。："))
    yield from found or _runs(notice, line, "，；。：、")


def _runs(notice: Notice, line: Range, signs: str) -> Iterator[tuple[Range, ...]]:
    clauses = [each for each in names.cut(notice, line, signs) if each.end > each.start]
    for series in SERIES:
        numbered = compiled(f" ?{LEAD}([{series}])")
        run: list[Range] = []
        for clause in clauses:
            found = numbered.match(notice.text, *clause)
            value = series.index(found[1]) if found else -1
            if found is None or value not in (0, len(run)) or found.end() >= clause.end:
                continue
            if value == 0:
                yield from _long_enough(run)
                run = []
            run.append(Range(found.end(), min(clause.end, found.end() + LONGEST)))
        yield from _long_enough(run)


def _long_enough(run: list[Range]) -> Iterator[tuple[Range, ...]]:
    if LEAST <= len(run) <= MOST:
        yield tuple(run)
