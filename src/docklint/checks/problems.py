"""What the checks of examples share: the problems of a draft and how messages name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from docklint.rules import Check
from docklint.structure.draft import Draft, Part, remembered
from docklint.structure.titles import bare


class ProblemCheck(Check):
    """A check of the problems: it applies where there are any and the profile asks for examples."""

    def applies(self, draft: Draft) -> bool:
        """Apply where there are problems and the profile does not waive examples."""
        return draft.profile.example != "off" and any(draft.of("problem"))


def named(draft: Draft, problem: Part) -> dict[str, str | int]:
    """Give the values by which a message names a problem.

    `dimension` and `ordinal` are empty where there is none; `number` counts the problems beside it from 1.
    """
    dimension = draft.above(problem, "dimension")
    return {
        "dimension": (dimension.name or bare(draft.understood(dimension.title), draft.lexicon))
        if dimension
        else "",
        "ordinal": draft.text(problem.ordinal.span).rstrip("，、：。") if problem.ordinal else "",
        "number": _numbers(draft)[problem.id],
    }


@remembered
def _numbers(draft: Draft) -> Mapping[int, int]:
    """Number the problems under each part from 1."""
    beside: Counter[int | None] = Counter()
    numbers = {}
    for problem in draft.of("problem"):
        beside[problem.parent] += 1
        numbers[problem.id] = beside[problem.parent]
    return numbers
