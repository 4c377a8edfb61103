"""A problem without an example."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.problems import ProblemCheck, named
from docklint.rules import Hit
from docklint.spans import Range
from docklint.structure.draft import Draft, Part
from docklint.structure.meaning.judgement import particular

SURE = 0.4
"""Log odds that must speak for something particular: what claims a problem is mostly talk."""


class MissingExample(ProblemCheck):
    """Point at the ordinal and claim of a problem that tells nothing particular.

    Whether a concrete fact will do or an example marker is demanded is the profile's to say.
    """

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a problem."""
        demanded = draft.profile.example == "marker"
        for problem in draft.of("problem"):
            if problem.examples or (not demanded and _is_concrete(draft, problem)):
                continue
            values = named(draft, problem)
            kinds = ("marker" if demanded else "", "" if values["dimension"] else "nodim")
            variant = "-".join(kind for kind in kinds if kind)
            # An unfilled field or a mark anywhere in the problem is why nothing is told: one fault.
            yield Hit(draft.span(problem.claim), values, about=(draft.span(problem.range),), variant=variant)


def _is_concrete(draft: Draft, problem: Part) -> bool:
    told = Range(problem.title.start, problem.range.end)
    return particular(draft.reading.text, told, draft.grammar, SURE) is not None
