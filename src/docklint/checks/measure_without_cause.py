"""A measure that answers no cause and no problem."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.counterparts import CounterpartCheck, told
from docklint.rules import Hit
from docklint.structure.correspondence.links import UNANSWERED, correspondence
from docklint.structure.draft import Draft


class MeasureWithoutCause(CounterpartCheck):
    """Point at the heading of a measure that answers nothing, and name the cause that comes nearest.

    `least`: the score (0-1) from which it may be meant for the nearest cause or dimension.
    """

    least: float = UNANSWERED

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a measure."""
        return told(draft, correspondence(draft).measures, self.least)
