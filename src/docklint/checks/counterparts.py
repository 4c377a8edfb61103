"""What the checks of correspondence share: when they apply and how a part without a counterpart is told."""

from __future__ import annotations

from docklint.checks.levels import heading_text
from docklint.rules import Check, Hit, Related
from docklint.structure.correspondence import Link, Loose, comparable
from docklint.structure.draft import Draft, Part


class CounterpartCheck(Check):
    """A check of causes and measures: it applies where both stand there as parts that can be compared."""

    def applies(self, draft: Draft) -> bool:
        """Apply where causes and measures can be compared."""
        return comparable(draft)


def told(draft: Draft, loose: Loose) -> Hit:
    """Make a hit of a part without a counterpart: its `title`, the `nearest` candidate, what is `shared`."""
    title, nearest = heading_text(draft, loose.part), _nearest(loose)
    if nearest is None:
        return Hit(loose.part.heading, {"title": title, "nearest": "", "shared": ""}, variant="none")
    part, link = nearest
    values = {"title": title, "nearest": heading_text(draft, part), "shared": _shared(link)}
    return Hit(loose.part.heading, values, (Related("candidate", part.heading),))


def _nearest(loose: Loose) -> tuple[Part, Link] | None:
    if loose.nearest is None or not loose.nearest.evidence:
        return None
    link = loose.nearest
    return (link.target if link.source is loose.part else link.source), link


def _shared(link: Link) -> str:
    return "、".join(f"“{one}”" for one in link.evidence)
