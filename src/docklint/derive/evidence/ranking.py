"""The likeliest lists of dimensions: every row with its likeliest names, weighed against each other and against none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nlargest
from typing import TypeVar

from docklint.derive.evidence.edges import of_end, of_start, of_trim
from docklint.derive.evidence.lists import Guess, of_list, of_nothing
from docklint.derive.evidence.stretches import rows
from docklint.derive.evidence.trimming import Trimmed, first_starts, last_ends, trims, ways
from docklint.derive.evidence.weights import FittedWeights, chances
from docklint.derive.reading import Notice
from docklint.derive.tables import table_lists
from docklint.spans import Range
from docklint.structure.outline import numerals
from docklint.tuples import NamedTuple

Option = TypeVar("Option")

BEAM = 2
"""So many of the likeliest ways to trim, to begin and to end are followed."""
LEAST = 0.03
"""A second way to begin and end that is less likely is not followed."""


COUNTED = ("个", "方", "项", "点", "条", "大", "类", "种", "把", "句", "件", "面")
"""What a numeral counts."""
WHOLE = "统唯专归"
"""With 一 behind it each of these is a word (统一)."""
LONGEST_QUESTION = 3
"""Code points of a word that asks on one side of a place within it, at most."""
ITEMS = ("件", "条", "项", "样", "个")
"""With a numeral before it, none of these ends a name."""


class Likely(NamedTuple):
    """A list, and how likely it is the one (0 to 1)."""

    names: tuple[Range, ...]
    chance: float


def ranked(notice: Notice, weights: FittedWeights) -> list[Likely]:
    """Return the lists that a notice may mean, the likeliest first; what is missing to 1 says that it means none."""
    found = guesses(notice, weights)
    told = [of_nothing(notice), *(of_list(notice, each) for each in found)]
    likely = chances([weights.of("list", each) for each in told])[1:]
    return sorted(
        (Likely(each.names, chance) for each, chance in zip(found, likely, strict=True)),
        key=lambda each: (-each.chance, each.names),
    )


def guesses(notice: Notice, weights: FittedWeights) -> list[Guess]:
    """Return every row with its likeliest names, each list of names once."""
    found: dict[tuple[Range, ...], Guess] = {}
    for each in _all(notice, weights):
        known = found.get(each.names)
        if known is None or known.chance < each.chance:
            found[each.names] = each
    return list(found.values())


def _all(notice: Notice, weights: FittedWeights) -> Iterator[Guess]:
    for row in rows(notice):
        for pieces in ways(notice, row):
            yield from (
                Guess(row.kind, names, chance)
                for names, chance in bounded(notice, weights, trims(notice, pieces, row.is_led))
            )
    yield from (Guess("table", each.names, 1.0) for each in table_lists(notice))


def bounded(
    notice: Notice, weights: FittedWeights, options: Sequence[Trimmed]
) -> Iterator[tuple[tuple[Range, ...], float]]:
    """Yield the likeliest names of pieces that may be trimmed in some ways, with their likelihood."""
    likely = weights.chances("trim", [of_trim(notice, each) for each in options])
    for chance, trimmed in _likeliest(likely, options):
        starts, ends = first_starts(notice, trimmed), last_ends(notice, trimmed)
        begins = _likeliest(
            weights.chances("start", [of_start(notice, at, trimmed) for at in starts]), starts
        )
        closes = _likeliest(weights.chances("end", [of_end(notice, at, trimmed) for at in ends]), ends)
        pairs = [(a * b, start, end) for a, start in begins for b, end in closes]
        for at, (both, start, end) in enumerate(sorted(pairs, reverse=True)):
            if at and both < LEAST:
                break
            names = (Range(start, trimmed.first_end), *trimmed.between, Range(trimmed.last_start, end))
            whole = all(each.end > each.start and not _is_counted(notice, each.end) for each in names)
            whole = whole and not any(asks_across(notice, at) for each in names for at in each)
            if whole and len({notice.words(each) for each in names}) == len(names):
                yield names, max(chance * both, 1e-9)


def _is_counted(notice: Notice, end: int) -> bool:
    """Return whether a name would end in a number (政治生态方面3个问题, 职业操守四方面, 政治引领算一件)."""
    before, last, behind = notice.text[end - 2], notice.text[end - 1], notice.text[end : end + 1]
    counts = (before in numerals.CHINESE and last in ITEMS) or (
        last in numerals.CHINESE and behind in COUNTED and before not in WHOLE
    )
    return last.isdecimal() or counts


def asks_across(notice: Notice, at: int) -> bool:
    """Return whether a place stands within a word that asks (得怎|么样): no name begins or ends there."""
    near = Range(max(at - LONGEST_QUESTION, 0), at + LONGEST_QUESTION)
    found = notice.pattern("notice-question-words").finditer(notice.text, *near)
    return any(word.start() < at < word.end() for word in found)


def _likeliest(likely: Sequence[float], options: Sequence[Option]) -> list[tuple[float, Option]]:
    return nlargest(BEAM, zip(likely, options, strict=True), key=lambda each: each[0])
