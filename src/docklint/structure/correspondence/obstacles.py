"""Obstacles: what keeps a draft's causes and measures from being compared."""

from __future__ import annotations

from collections.abc import Sequence

from docklint.structure.draft import Draft, Part, PartKind, cached_per_draft
from docklint.typed import Literal

MOST = 200
"""More dimensions, causes or measures than this are no draft a person wrote; nothing is compared."""
FEWEST = 2
"""Fewer causes or measures than this are one block, not parts that answer one another."""
LEAST_TEXT = 10
"""Code points a cause or measure must have on average to say what it is about."""

Obstacle = Literal["problems", "causes", "measures", "few", "many", "empty"]
"""What keeps a draft from being compared: a section that is missing, too few or too many parts, parts without text."""


def comparable(draft: Draft) -> bool:
    """Return whether problems, measures and (where the paper has any) causes stand there as parts to compare."""
    return obstacle(draft) is None


@cached_per_draft
def obstacle(draft: Draft) -> Obstacle | None:
    """Return what keeps a draft from being compared; None if nothing does.

    A paper that owes no causes section is compared without one, its dimensions with its measures. Causes and measures
    told dimension by dimension need no comparing.
    """
    if not any(draft.of("problem")):
        return "problems"
    if not draft.section("causes") and not _does_without_causes(draft):
        return "causes"
    if not draft.section("measures"):
        return "measures"
    kinds: tuple[PartKind, ...] = ("cause", "measure") if draft.section("causes") else ("measure",)
    groups = [tuple(draft.of(kind)) for kind in kinds]
    if min(map(len, groups)) < FEWEST:
        return "few"
    if max(map(len, (*groups, tuple(draft.of("dimension"))))) > MOST:
        return "many"
    return None if all(_is_told(draft, group) for group in groups) else "empty"


def _does_without_causes(draft: Draft) -> bool:
    slot = draft.profile.slot("causes")
    owed = slot is not None and slot.required
    return not owed and any(draft.of("dimension")) and not any(draft.of("cause"))


def _is_told(draft: Draft, parts: Sequence[Part]) -> bool:
    return sum(part.range.end - part.range.start for part in parts) >= LEAST_TEXT * len(parts)
