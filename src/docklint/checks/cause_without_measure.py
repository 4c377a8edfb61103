"""A cause that no measure answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from docklint.checks.counterparts import CounterpartCheck, told
from docklint.rules import Hit
from docklint.structure.correspondence.links import UNANSWERED, correspondence
from docklint.structure.draft import Draft, PartKind


class CauseWithoutMeasure(CounterpartCheck):
    """Point at the heading of a cause that no measure answers, and name the measure that comes nearest.

    `least`: the score (0-1) from which the nearest measure may be meant for it.
    """

    compared: ClassVar[tuple[PartKind, ...]] = ("cause",)

    least: float = UNANSWERED

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a cause."""
        return told(draft, correspondence(draft).causes, self.least)
