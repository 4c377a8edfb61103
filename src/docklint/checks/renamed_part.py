"""A heading is almost a required one."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.levels import PartCheck, heading_text
from docklint.rules import Hit
from docklint.structure.draft import Draft


class RenamedPart(PartCheck):
    """Point at headings that differ from the wording they are clearly meant as."""

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a heading."""
        for misfit in self.binding(draft).renamed:
            expected = misfit.wording or (misfit.slot.title if misfit.slot else "")
            yield Hit(misfit.part.heading, {"title": heading_text(draft, misfit.part), "expected": expected})
