"""Ordinals at a line start whose mark was forgotten: 2督促落实, 二原因分析, （二作风方面, 二）作风方面.

Most lines that begin with a numeral are text (2名同志, 三年来), so one counts only where its row goes on with it.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Collection, Iterator, Sequence
from re import Match

from docklint.patterns import ours
from docklint.profile import Lexicon
from docklint.structure import numerals
from docklint.structure.ordinals import Candidate
from docklint.structure.titles import LONGEST, normal, title_end

_UNMARKED = ours(rf"\n((?P<arabic>[0-9]{{1,2}})|（?(?P<chinese>[{numerals.CHINESE}]{{1,3}})）?)")


def unmarked(
    text: str, found: Sequence[Candidate], known: Collection[str], lexicon: Lexicon
) -> Iterator[Candidate]:
    """Yield the ordinals without their mark that continue a row of `found`. `known`: titles, normalised."""
    may_be = [candidate for match in _UNMARKED.finditer(text) if (candidate := _candidate(match))]
    if not may_be:
        return
    taken = {each.start for each in found}
    rows = {style: [each for each in found if each.style == style] for style in _NUMBERS}
    for candidate in may_be:
        if candidate.start in taken or not _continues(rows[candidate.style], candidate):
            continue
        if _NUMBERS[candidate.style](text, candidate.end, known, lexicon):
            insort(rows[candidate.style], candidate)
            yield candidate


def _candidate(match: Match[str]) -> Candidate | None:
    # Not in the pattern: compiling a class of all Chinese characters takes half a millisecond.
    if not "一" <= match.string[match.end() : match.end() + 1] <= "龥":
        return None
    value = numerals.parse(match["arabic"] or match["chinese"])
    style = "arabic" if match["arabic"] else "chinese" if match[1] == match["chinese"] else "paren"
    if value is None or match[1][0] + match[1][-1] == "（）":
        return None
    return Candidate(match.start(1), match.end(1), style, value, line_start=True)


def _is_no_count(text: str, end: int, known: Collection[str], lexicon: Lexicon) -> bool:
    """Say whether a bare number counts nothing: 2督促落实, and not 2名同志."""
    return not text.startswith(lexicon["number-followers"], end)


def _heads_a_title(text: str, end: int, known: Collection[str], lexicon: Lexicon) -> bool:
    """Say whether a known title follows: 二原因分析, and not 二级单位."""
    return normal(text[end : title_end(text, end, min(end + LONGEST, len(text)))], lexicon) in known


def _always(text: str, end: int, known: Collection[str], lexicon: Lexicon) -> bool:
    """Half a bracket is enough."""
    return True


_NUMBERS = {"arabic": _is_no_count, "chinese": _heads_a_title, "paren": _always}
"""Per style, what tells an ordinal from a numeral that only happens to begin a line."""


def _continues(row: Sequence[Candidate], candidate: Candidate) -> bool:
    """Say whether the row has the number before, and not this one behind; a first one needs a second."""
    at = bisect(row, candidate)
    before = row[at - 1].value if at else 0
    after = row[at].value if at < len(row) else 0
    if candidate.value == 1:
        return after == 2
    return before == candidate.value - 1 and after != candidate.value
