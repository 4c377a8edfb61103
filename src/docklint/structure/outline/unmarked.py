"""Ordinals at a line start whose mark was forgotten: 2督促落实, 二原因分析, （二作风方面, 二）作风方面.

Most lines that begin with a numeral are text (2名同志, 三年来), so one counts only where its row goes on with it.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Collection, Iterator, Sequence
from re import Match

from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.structure.outline import numerals
from docklint.structure.outline.ordinals import Candidate, StyleName
from docklint.structure.outline.titles import LONGEST, after_stop, title_end

# A bracket that is closed in its line holds a phrase (（三会一课）制度) or is nothing forgotten at all (（三）).
_CLOSED = r"（(?:[^（）\n]++|（[^（）\n]*+）)*+）"
_UNMARKED = compiled(
    rf"\n(?!{_CLOSED})((?P<arabic>[0-9]{{1,2}})|（?(?P<chinese>[{numerals.CHINESE}]{{1,3}})）?)"
)
_STYLES: tuple[StyleName, ...] = ("arabic", "chinese", "paren")


def unmarked(
    text: str, found: Sequence[Candidate], known: Collection[str], grammar: Grammar
) -> Iterator[Candidate]:
    """Yield the ordinals without their mark that continue a row of `found`. `known`: titles, normalised."""
    may_be = [candidate for match in _UNMARKED.finditer(text) if (candidate := _candidate(match))]
    if not may_be:
        return
    taken = {each.start for each in found}
    rows = {style: [each for each in found if each.style == style] for style in _STYLES}
    for candidate in may_be:
        row = rows[candidate.style]
        neighbour = None if candidate.start in taken else _neighbour(row, candidate)
        if neighbour and _numbers(text, candidate, neighbour, known, grammar):
            insort(row, candidate)
            yield candidate


def _candidate(match: Match[str]) -> Candidate | None:
    # Not in the pattern: compiling a class of all Chinese characters takes half a millisecond.
    if not "一" <= match.string[match.end() : match.end() + 1] <= "龥":
        return None
    value = numerals.parse(match["arabic"] or match["chinese"])
    style: StyleName = "arabic" if match["arabic"] else "chinese" if match[1] == match["chinese"] else "paren"
    return None if value is None else Candidate(match.start(1), match.end(1), style, value, line_start=True)


def _neighbour(row: Sequence[Candidate], candidate: Candidate) -> Candidate | None:
    """Return the ordinal whose row goes on with this one: the number before it; for a first one, the second."""
    at = bisect(row, candidate)
    before = row[at - 1] if at else None
    after = row[at] if at < len(row) else None
    if candidate.value == 1:
        return after if after and after.value == 2 else None
    if after and after.value == candidate.value:
        return None
    return before if before and before.value == candidate.value - 1 else None


def _numbers(
    text: str, candidate: Candidate, neighbour: Candidate, known: Collection[str], grammar: Grammar
) -> bool:
    """Return whether it numbers what follows: 2督促落实 and 二原因分析, and not 2名同志 or 二级单位."""
    if candidate.style == "arabic":
        counts = text.startswith(grammar["number-followers"], candidate.end)
        return not counts and _shape(text, candidate) == _shape(text, neighbour)
    if candidate.style == "chinese":
        return grammar.normal(text[candidate.end : _title_end(text, candidate)]) in known
    return True  # Half a bracket is enough.


def _shape(text: str, candidate: Candidate) -> tuple[bool, bool]:
    """Tell a heading alone, one sentence and a heading before its text from each other.

    No list holds everything that can be counted, but a count seldom has the shape of its neighbours as well.
    """
    stop = _title_end(text, candidate)
    rest = after_stop(text, stop)
    return rest > stop, text[rest : rest + 1] in ("", "\n")


def _title_end(text: str, candidate: Candidate) -> int:
    return title_end(text, candidate.end, min(candidate.end + LONGEST, len(text)))
