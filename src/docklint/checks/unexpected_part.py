"""A heading fits no slot of the profile."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.levels import PartCheck, announced, heading_text
from docklint.rules import Hit
from docklint.structure.draft import Draft


class UnexpectedPart(PartCheck):
    """Point at headings the profile knows nothing of, unless it welcomes parts of its author's own."""

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a heading."""
        profile = draft.profile
        if profile.extra_sections if self.level == "section" else profile.extra_dimensions:
            return
        for misfit in self.binding(draft).unexpected:
            values = {"title": heading_text(draft, misfit.part)}
            explains = draft.spans((*misfit.disturbs, *announced(draft)))
            yield Hit(draft.span(misfit.part.heading), values, explains=explains)
