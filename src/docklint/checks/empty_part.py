"""Nothing stands under a heading."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.levels import PartCheck, heading_text
from docklint.rules import Hit
from docklint.structure.draft import Draft


class EmptyPart(PartCheck):
    """Point at headings with nothing under them; a closing sentence does not count as content."""

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit an empty part."""
        binding = self.binding(draft)
        optional = {part.id for slot, part in binding.bound if not slot.required}
        for part in binding.empty:
            values = {"title": heading_text(draft, part), "required": part.id not in optional}
            yield Hit(draft.span(part.heading), values)
