"""A concrete fact that no example marker introduces, where the profile demands one."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.problems import ProblemCheck, named
from docklint.rules import Hit
from docklint.spans import Range
from docklint.structure.binding import facts
from docklint.structure.draft import Draft


class UnmarkedExample(ProblemCheck):
    """Point at the evidence; it takes the place of the missing example at the same problem."""

    def applies(self, draft: Draft) -> bool:
        """Apply where the profile demands a marker."""
        return draft.profile.example == "marker" and ProblemCheck.applies(self, draft)

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a problem."""
        reading = draft.reading
        for problem in draft.of("problem"):
            start, end = problem.title.start, problem.range.end
            found = facts.find(reading.text, start, end, draft.grammar)
            if found and not problem.examples:
                values = named(draft, problem) | {"evidence": reading.text[slice(*found)]}
                yield Hit(draft.span(Range(*found)), values, explains=(draft.span(problem.claim),))
