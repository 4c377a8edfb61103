"""An ordinal breaks its sequence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from docklint.checks.runs import NumberedCheck, announced_in, runs
from docklint.rules import Hit, Related
from docklint.spans import Range
from docklint.structure.draft import Draft, Ordinal, Part
from docklint.structure.outline.styles import right_form


class NumberingFault(NumberedCheck):
    """Point at the ordinals with one kind of fault.

    `fault`: `gap` (numbers are skipped), `repeat` (one comes again or the count runs backwards) or `start` (the first is
    not one).
    """

    fault: Literal["gap", "repeat", "start"]

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit an ordinal; what is announced or skipped because of it is the same fault."""
        for run in runs(draft):
            for (_, before), (part, ordinal) in pairwise([(None, None), *run]):
                if part and ordinal and part.fault and part.fault.kind == self.fault:
                    expected = right_form(ordinal.style, part.fault.expected)
                    values = {"ordinal": draft.quote(ordinal.range), "expected": expected, "previous": ""}
                    related: tuple[Related, ...] = ()
                    if before:
                        values["previous"] = draft.quote(before.range)
                        related = (Related("previous", draft.span(before.range)),)
                    explains = draft.spans(_explained(draft, part, ordinal, before))
                    yield Hit(draft.span(ordinal.range), values, related, explains)


def _explained(draft: Draft, part: Part, ordinal: Ordinal, before: Ordinal | None) -> tuple[Range, ...]:
    """Return the places at which nothing else need be said: where a part is lost, and where their number stands."""
    above = draft.parent(part)
    begin = before.range.end if before else (above.heading.end if above else draft.range.start)
    return (Range(begin, max(begin, ordinal.range.start)), *announced_in(draft, part))
