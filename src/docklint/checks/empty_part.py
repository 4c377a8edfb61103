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
        for part in self.binding(draft).empty:
            yield Hit(draft.span(part.heading), {"title": heading_text(draft, part)})
