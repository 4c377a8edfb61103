"""A section or dimension occurs twice."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.levels import PartCheck, announced, heading_text, requirement
from docklint.rules import Hit, Related
from docklint.structure.draft import Draft


class DuplicatePart(PartCheck):
    """Point at the second heading of a part that occurs twice; what it repeats of the first is no news."""

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a repetition."""
        for twice in self.binding(draft).duplicated:
            values = {
                "title": heading_text(draft, twice.part),
                "name": twice.slot.title,
                "other": heading_text(draft, twice.first),
            }
            related = (Related("first", draft.span(twice.first.heading)),)
            explains = draft.spans((twice.part.range, *twice.disturbs, *announced(draft)))
            demanded = requirement(draft, twice.slot)
            yield Hit(draft.span(twice.part.heading), values, related, explains, requirement=demanded)
