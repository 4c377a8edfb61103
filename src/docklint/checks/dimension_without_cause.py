"""A dimension of the problems that no cause answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docklint.checks.counterparts import CounterpartCheck
from docklint.checks.levels import heading_text
from docklint.rules import Hit
from docklint.structure.correspondence import correspondence
from docklint.structure.draft import Draft


@dataclass(frozen=True, slots=True)
class DimensionWithoutCause(CounterpartCheck):
    """Point at the heading of a dimension that no cause speaks to."""

    def applies(self, draft: Draft) -> bool:
        """Apply where there are dimensions beside causes and measures."""
        return any(draft.of("dimension")) and CounterpartCheck.applies(self, draft)

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a dimension."""
        for part in correspondence(draft).without_cause:
            yield Hit(part.heading, {"title": heading_text(draft, part)})
