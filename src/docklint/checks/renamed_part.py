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
        for renamed in self.binding(draft).renamed:
            values = {"title": heading_text(draft, renamed.part), "expected": renamed.wording}
            yield Hit(draft.span(renamed.part.heading), values)
