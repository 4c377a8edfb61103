"""A section or dimension stands elsewhere than the profile says."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.levels import PartCheck, announced, heading_text
from docklint.rules import Hit, Related
from docklint.structure.draft import Draft


class MovedPart(PartCheck):
    """Point at the heading of each moved part; as few parts as possible are called moved."""

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a moved part."""
        for misfit in self.binding(draft).moved:
            other = misfit.other
            values = {
                "title": heading_text(draft, misfit.part),
                "other": heading_text(draft, other) if other else "",
            }
            yield Hit(
                misfit.part.heading,
                values,
                related=(Related("neighbour", other.heading),) if other else (),
                explains=(*misfit.disturbs, *announced(draft)),
                variant="first" if misfit.first else "",
            )
