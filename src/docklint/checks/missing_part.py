"""A required section or dimension is absent."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.levels import PartCheck, announced, heading_text, requirement
from docklint.rules import Hit
from docklint.spans import Range, Span
from docklint.structure.draft import Draft, MissingSlot


class MissingPart(PartCheck):
    """Point at the part before which the missing one should stand.

    Where it should be last: for a section zero-width behind the last visible character of the body, before
    the closing; for a dimension at the heading of the problems section.
    """

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a missing part."""
        for missing in self.binding(draft).missing:
            demanded = requirement(draft, missing.slot)
            explains = draft.spans((*missing.disturbs, *announced(draft)))
            if missing.before:
                before = heading_text(draft, missing.before)
                values = {"title": missing.slot.title, "before": before}
                place, variant = draft.span(missing.before.heading), ""
            else:
                values = {"title": missing.slot.title, "before": ""}
                place, variant = self._end(draft, missing), "last"
            yield Hit(place, values, explains=explains, variant=variant, requirement=demanded)

    def _end(self, draft: Draft, missing: MissingSlot) -> Span:
        problems = draft.section("problems")
        if missing.slot.role == "dimension" and problems:
            return draft.span(problems.heading)
        body = Range(draft.range.start, draft.closing.start)
        end = draft.span(Range(body.start, body.start + len(draft.words(body).rstrip()))).end
        return Span(end, end)
