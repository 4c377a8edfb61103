"""What the checks of correspondence share: when they apply and how a part without a counterpart is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from docklint.checks.levels import heading_text
from docklint.rules import Check, Hit, Related
from docklint.structure.correspondence.links import Unlinked, comparable
from docklint.structure.draft import Draft, Part, PartKind

SHOWN = 4
"""How many shared words a message tells."""


class CounterpartCheck(Check):
    """A check of causes and measures: it applies where both stand there as parts that can be compared."""

    compared: ClassVar[tuple[PartKind, ...]] = ()
    """The kinds of parts that must be there."""

    def applies(self, draft: Draft) -> bool:
        """Apply where such parts can be compared with their counterparts."""
        return comparable(draft) and all(any(draft.of(kind)) for kind in self.compared)


def told(draft: Draft, unanswered: Iterable[Unlinked], least: float) -> Iterator[Hit]:
    """Make hits of the parts whose best candidate scores less than `least`.

    Their values: `title`, the `nearest` candidate and the words they have in common, `shared`, in quotes.
    """
    return (_hit(draft, unlinked) for unlinked in unanswered if unlinked.score < least)


def _hit(draft: Draft, unlinked: Unlinked) -> Hit:
    title, shared = heading_text(draft, unlinked.part), "、".join(f"“{word}”" for word in _shared(unlinked))
    if not shared:
        return Hit(
            draft.span(unlinked.part.heading), {"title": title, "nearest": "", "shared": ""}, variant="none"
        )
    nearest = _other(unlinked)
    values = {"title": title, "nearest": heading_text(draft, nearest), "shared": shared}
    return Hit(
        draft.span(unlinked.part.heading), values, (Related("candidate", draft.span(nearest.heading)),)
    )


def _other(unlinked: Unlinked) -> Part:
    link = unlinked.nearest
    return link.target if link.source is unlinked.part else link.source


def _shared(unlinked: Unlinked) -> list[str]:
    """Return what both use word for word; a common theme in different words is no common word."""
    evidence = unlinked.nearest.evidence
    terms = (each.words[0] for each in evidence if each.kind == "term")
    themes = (each.words[1] for each in evidence if each.kind == "theme" and each.words[1] == each.words[2])
    found = [*terms, *themes]
    return [word for n, word in enumerate(found) if not any(word in other for other in found[:n])][:SHOWN]
