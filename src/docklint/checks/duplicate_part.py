"""A section or dimension occurs twice."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.levels import PartCheck, announced, heading_text
from docklint.rules import Hit, Related
from docklint.structure.draft import Draft


class DuplicatePart(PartCheck):
    """Point at the second heading of a part that occurs twice; what it repeats of the first is no news."""

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a repetition."""
        for misfit in self.binding(draft).duplicated:
            other = misfit.other
            values = {
                "title": heading_text(draft, misfit.part),
                "name": misfit.slot.title if misfit.slot else "",
                "other": heading_text(draft, other) if other else "",
            }
            related = (Related("first", other.heading),) if other else ()
            explains = (misfit.part.span, *misfit.disturbs, *announced(draft))
            yield Hit(misfit.part.heading, values, related, explains)
