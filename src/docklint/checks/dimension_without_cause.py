"""A dimension of the problems that no cause answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from docklint.checks.counterparts import CounterpartCheck
from docklint.checks.levels import heading_text
from docklint.rules import Hit
from docklint.structure.correspondence.links import UNTOUCHED, correspondence
from docklint.structure.draft import Draft, PartKind


class DimensionWithoutCause(CounterpartCheck):
    """Point at the heading of a dimension that no cause speaks to.

    `least`: the score (0-1) from which the nearest cause may speak to it.
    """

    compared: ClassVar[tuple[PartKind, ...]] = ("dimension", "cause")

    least: float = UNTOUCHED

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a dimension."""
        for unlinked in correspondence(draft).dimensions("cause"):
            if unlinked.score < self.least:
                yield Hit(draft.span(unlinked.part.heading), {"title": heading_text(draft, unlinked.part)})
