"""What the checks of sections and of dimensions share: the level they look at."""

from __future__ import annotations

from docklint.profile import Slot
from docklint.rules import Check, Requirement
from docklint.spans import Range
from docklint.structure.draft import Binding, Draft, Part, cached_per_draft
from docklint.typed import ClassVar, Literal


class PartCheck(Check):
    """A check of one level's binding. `level`: `section` or `dimension`."""

    own: ClassVar[tuple[str, ...]] = ("level",)

    level: Literal["section", "dimension"]

    def applies(self, draft: Draft) -> bool:
        """Apply where the profile names parts of this level; dimensions also need problems to belong to."""
        if self.level == "section":
            return bool(draft.profile.sections) and bool(draft.parts)
        found = any(part.role == "problems" and not part.is_empty for part in draft.parts)
        return found and bool(draft.profile.dimensions)

    def binding(self, draft: Draft) -> Binding:
        """Return the binding of this check's level."""
        return draft.sections if self.level == "section" else draft.dimensions


@cached_per_draft
def announced(draft: Draft) -> tuple[Range, ...]:
    """Return where the number of sections or dimensions may be announced: a fault of these makes that wrong too."""
    problems = draft.section("problems")
    inside = draft.children(problems) if problems else ()
    first = next((part for part in inside if part.kind == "dimension"), next(iter(inside), None))
    if not problems or not first:
        return (draft.preamble,)
    return (draft.preamble, Range(problems.title.start, first.range.start))


def heading_text(draft: Draft, part: Part) -> str:
    """Return a part's ordinal and title as they stand, on one line."""
    return draft.quote(part.heading).replace("\n", "")


def requirement(draft: Draft, slot: Slot | None) -> Requirement | None:
    """Return the sentence that asks for a part; None where the profile does not tell it."""
    return Requirement(slot.source, draft.profile.source) if slot and slot.source else None
