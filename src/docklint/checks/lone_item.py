"""A list of one."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.runs import NumberedCheck, announced_in
from docklint.rules import Hit
from docklint.structure.draft import Draft, Part


class LoneItem(NumberedCheck):
    """Point at a first ordinal that no second one follows; words (首先) may stand alone.

    Variant `problems`: the section of problems, and no other follows.
    """

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a lone ordinal."""
        for part in draft.parts:
            if part.ordinal and part.fault and part.fault.kind == "lone":
                values = {"ordinal": draft.quote(part.ordinal.range), "title": draft.quote(part.title)}
                variant = "problems" if _is_all(draft, part) else ""
                explains = draft.spans(announced_in(draft, part))
                yield Hit(draft.span(part.ordinal.range), values, explains=explains, variant=variant)


def _is_all(draft: Draft, part: Part) -> bool:
    """Return whether this is the section of problems and the paper holds nothing else."""
    alone = part.role == "problems" and draft.children(None) == (part,)
    return alone and not any(each.kind in ("cause", "measure") for each in draft.parts)
