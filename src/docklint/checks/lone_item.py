"""A list of one."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.runs import NumberedCheck, announced_in, runs
from docklint.rules import Hit
from docklint.structure.draft import Draft, Part
from docklint.structure.outline.ordinals import STYLES


class LoneItem(NumberedCheck):
    """Point at a first ordinal that no second one follows; words (首先) may stand alone.

    Variant `problems`: the section of problems, and no other follows.
    """

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a lone ordinal."""
        for run in runs(draft):
            part, ordinal = run[0]
            if len(run) == 1 and ordinal.value == 1 and STYLES[ordinal.style].family != "word":
                values = {"ordinal": draft.quote(ordinal.range), "title": draft.quote(part.title)}
                variant = "problems" if _is_all(draft, part) else ""
                explains = draft.spans(announced_in(draft, part))
                yield Hit(draft.span(ordinal.range), values, explains=explains, variant=variant)


def _is_all(draft: Draft, part: Part) -> bool:
    """Return whether this is the section of problems and the paper holds nothing else."""
    alone = part.role == "problems" and draft.children(None) == (part,)
    return alone and not any(each.kind in ("cause", "measure") for each in draft.parts)
