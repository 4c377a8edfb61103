"""An example that says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.problems import ProblemCheck, own_words, plain
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
        return reversed([*self._hollow(draft)])

    def _hollow(self, draft: Draft) -> Iterator[Hit]:
        """Judge from the last example to the first: one whose words end at the next marker tells what that one tells."""
        tells = False
        for example, place, shared in reversed([*own_words(draft)]):
            tells = (shared and tells) or self._tells(draft, place)
            if not tells:
                yield Hit(draft.span(example.range), {"example": draft.words(example.range)})

    def _tells(self, draft: Draft, place: Range) -> bool:
        if self.least and len(plain(draft.words(place))) < self.least:
            return False
        return particular(draft.reading.text, place, draft.grammar, self.evidence) is not None
