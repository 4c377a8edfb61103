"""An example that says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.problems import ProblemCheck, told
from docklint.rules import Hit
from docklint.spans import Range
from docklint.structure.draft import Draft
from docklint.structure.meaning.judgement import particular


class HollowExample(ProblemCheck):
    """Point at an example in which nothing particular is told: no act, place, thing, person or occasion to check.

    `evidence`: how much must speak for something particular, in log odds; a higher demand finds more and errs more often.
    `least`: an example of fewer code points, punctuation aside, is hollow whatever it tells.
    """

    evidence: float = 0.0
    least: int = 0

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a hollow example."""
        text, grammar = draft.reading.text, draft.grammar
        for _, example, content in told(draft):
            place = Range(example.marker.end, example.range.end)
            if len(content) < self.least or not particular(text, place, grammar, self.evidence):
                yield Hit(draft.span(example.range), {"example": draft.words(example.range)})
