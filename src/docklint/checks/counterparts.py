"""What the checks of correspondence share: when they apply and how a part without a counterpart is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.checks.levels import heading_text
from docklint.rules import Check, Hit, Related
from docklint.structure.correspondence import Loose, comparable
from docklint.structure.draft import Draft, Part

SHOWN = 4
"""How many shared words a message tells."""


class CounterpartCheck(Check):
    """A check of causes and measures: it applies where both stand there as parts that can be compared."""

    def applies(self, draft: Draft) -> bool:
        """Apply where causes and measures can be compared."""
        return comparable(draft)


def told(draft: Draft, unanswered: Iterable[Loose], least: float) -> Iterator[Hit]:
    """Make hits of the parts whose best candidate scores less than `least`.

    Their values: `title`, the `nearest` candidate and the words they have in common, `shared`, in quotes.
    """
    return (_hit(draft, loose) for loose in unanswered if loose.score < least)


def _hit(draft: Draft, loose: Loose) -> Hit:
    title, shared = heading_text(draft, loose.part), "、".join(f"“{word}”" for word in _shared(loose))
    if not shared:
        return Hit(loose.part.heading, {"title": title, "nearest": "", "shared": ""}, variant="none")
    nearest = _other(loose)
    values = {"title": title, "nearest": heading_text(draft, nearest), "shared": shared}
    return Hit(loose.part.heading, values, (Related("candidate", nearest.heading),))


def _other(loose: Loose) -> Part:
    link = loose.nearest
    return link.target if link.source is loose.part else link.source


def _shared(loose: Loose) -> list[str]:
    """Give what both use word for word; a common theme in different words is no common word."""
    grounds = loose.nearest.grounds
    terms = (each.words[0] for each in grounds if each.kind == "term")
    themes = (each.words[1] for each in grounds if each.kind == "theme" and each.words[1] == each.words[2])
    found = [*terms, *themes]
    return [word for n, word in enumerate(found) if not any(word in other for other in found[:n])][:SHOWN]
