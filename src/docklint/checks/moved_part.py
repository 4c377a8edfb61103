"""A section or dimension stands elsewhere than the profile says."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.levels import PartCheck, announced, heading_text, requirement
from docklint.rules import Hit, Related
from docklint.structure.draft import Draft


class MovedPart(PartCheck):
    """Point at the heading of each moved part; as few parts as possible are called moved."""

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a moved part."""
        for moved in self.binding(draft).moved:
            neighbour = moved.neighbour
            values = {
                "title": heading_text(draft, moved.part),
                "other": heading_text(draft, neighbour) if neighbour else "",
            }
            yield Hit(
                draft.span(moved.part.heading),
                values,
                related=(Related("neighbour", draft.span(neighbour.heading)),) if neighbour else (),
                explains=draft.spans((*moved.disturbs, *announced(draft))),
                variant="first" if moved.belongs == "before" else "",
                requirement=requirement(draft, moved.slot),
            )
