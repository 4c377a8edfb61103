"""What the checks of examples share: the problems of a draft and how messages name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from docklint.rules import Check
from docklint.spans import Range
from docklint.structure.draft import Draft, Example, Part, cached_per_draft
from docklint.structure.outline import numerals
from docklint.word_search import letters

_HIDING = frozenset("*＊×")
"""The marks that hide something."""


class ProblemCheck(Check):
    """A check of the problems: it applies where there are any and the profile asks for examples."""

    def applies(self, draft: Draft) -> bool:
        """Apply where there are problems and the profile does not waive examples."""
        return draft.profile.example != "off" and any(draft.of("problem"))


@cached_per_draft
def told(draft: Draft) -> tuple[tuple[Part, Example, str], ...]:
    """Return every example with its problem and what it tells: no punctuation, but marks that hide something stay."""
    return tuple(
        (problem, example, plain(draft.words(Range(example.marker.end, example.range.end))))
        for problem in draft.of("problem")
        for example in problem.examples
    )


def plain(words: str) -> str:
    """Drop punctuation, but keep the marks that hide something."""
    if _HIDING.isdisjoint(words):
        return letters(words)
    return "".join([sign for sign in words if sign.isalnum() or sign in _HIDING])


def own_words(draft: Draft) -> Iterator[tuple[Example, Range, bool]]:
    """Yield every example with what it tells up to the next marker, and whether what follows that is told of it too.

    Markers in a row share what follows them; read for each of them, it would take the square of their number.
    """
    for problem in draft.of("problem"):
        for example, following in zip_longest(problem.examples, problem.examples[1:]):
            shared = following is not None and following.range.start < example.range.end
            end = following.range.start if shared else example.range.end
            yield example, Range(example.marker.end, max(example.marker.end, end)), shared


def named(draft: Draft, problem: Part) -> dict[str, str | int]:
    """Return the values by which a message names a problem.

    `dimension` and `ordinal` are empty where there is none; `number` counts the problems beside it from 1, and `nth` is
    the same in Chinese.
    """
    number = _numbers(draft)[problem.id]
    dimension = draft.above(problem, "dimension")
    return {
        "dimension": (dimension.name or draft.grammar.bare(draft.words(dimension.title)))
        if dimension
        else "",
        "ordinal": draft.quote(problem.ordinal.range).rstrip("，、：。") if problem.ordinal else "",
        "number": number,
        "nth": numerals.chinese(number),
    }


@cached_per_draft
def _numbers(draft: Draft) -> Mapping[int, int]:
    """Number the problems under each part from 1."""
    beside: Counter[int | None] = Counter()
    numbers = {}
    for problem in draft.of("problem"):
        beside[problem.parent] += 1
        numbers[problem.id] = beside[problem.parent]
    return numbers
