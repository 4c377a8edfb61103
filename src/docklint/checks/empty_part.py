"""Nothing stands under a heading."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.levels import PartCheck, heading_text, requirement
from docklint.rules import Hit
from docklint.structure.draft import Draft


class EmptyPart(PartCheck):
    """Point at headings with nothing under them; a closing sentence does not count as content."""

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit an empty part."""
        binding = self.binding(draft)
        slots = {part.id: slot for slot, part in binding.bound}
        for part in binding.empty:
            slot = slots.get(part.id)
            values = {"title": heading_text(draft, part), "required": slot is None or slot.required}
            yield Hit(draft.span(part.heading), values, requirement=requirement(draft, slot))
