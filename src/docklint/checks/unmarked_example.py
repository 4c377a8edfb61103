"""A concrete fact that no example marker introduces, where the profile demands one."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.problems import ProblemCheck, named
from docklint.rules import Hit
from docklint.spans import Range
from docklint.structure.binding import facts
from docklint.structure.draft import Draft
from docklint.structure.meaning.judgement import particular

STOPS = "，。；！？：\n"
FURTHEST = 24
"""So many code points of a clause are told before and behind the evidence in it."""


def _clause(text: str, place: tuple[int, int], within: tuple[int, int]) -> tuple[int, int]:
    """Return the clause that a place stands in: a date alone tells nobody what was found."""
    start, end = place
    while start > max(within[0], place[0] - FURTHEST) and text[start - 1] not in STOPS:
        start -= 1
    while end < min(within[1], place[1] + FURTHEST) and text[end] not in STOPS:
        end += 1
    return start, end


class UnmarkedExample(ProblemCheck):
    """Point at the evidence; it takes the place of the missing example at the same problem."""

    def applies(self, draft: Draft) -> bool:
        """Apply where the profile demands a marker."""
        return draft.profile.example == "marker" and ProblemCheck.applies(self, draft)

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a problem."""
        text, grammar = draft.reading.text, draft.grammar
        for problem in draft.of("problem"):
            told = Range(problem.title.start, problem.range.end)
            found = None if problem.examples else particular(text, told, grammar)
            if found:
                # The date, count or name in the clause that tells; where it has none, the clause.
                fact = facts.find(text, *found.place, grammar) or found.place
                values = named(draft, problem) | {"evidence": text[slice(*_clause(text, fact, told))].strip()}
                yield Hit(draft.span(Range(*fact)), values, explains=(draft.span(problem.claim),))
