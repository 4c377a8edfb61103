"""An ordinal is skipped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docklint.checks.runs import explained_by, faults
from docklint.rules import Check, Hit, Related
from docklint.structure.draft import Draft


@dataclass(frozen=True, slots=True)
class NumberingGap(Check):
    """Point at the ordinal after the gap."""

    def applies(self, draft: Draft) -> bool:
        """Apply where anything is numbered."""
        return any(part.ordinal for part in draft.parts)

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a fault; the same number wrongly announced is the same fault."""
        for fault in faults(draft, "gap"):
            previous = fault.previous or fault.ordinal
            values = {
                "ordinal": draft.text(fault.ordinal.span),
                "expected": fault.due,
                "previous": draft.text(previous.span),
            }
            related = (Related("previous", previous.span),)
            yield Hit(fault.ordinal.span, values, related, explains=explained_by(draft, fault))
