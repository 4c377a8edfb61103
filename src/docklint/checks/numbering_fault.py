"""An ordinal breaks its sequence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from docklint.checks.runs import NumberedCheck, announced_in, runs
from docklint.rules import Hit, Related
from docklint.spans import Span
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
                    values = {"ordinal": draft.text(ordinal.span), "expected": expected, "previous": ""}
                    related: tuple[Related, ...] = ()
                    if before:
                        values["previous"] = draft.text(before.span)
                        related = (Related("previous", before.span),)
                    yield Hit(ordinal.span, values, related, _explained(draft, part, before))


def _explained(draft: Draft, part: Part, before: Ordinal | None) -> tuple[Span, ...]:
    """Return the places at which nothing else need be said: where a part is lost, and where their number stands."""
    above = draft.parent(part)
    begin = before.span.end if before else (above.heading.end if above else draft.span.start)
    start = part.ordinal.span.start if part.ordinal else part.span.start
    return (Span(begin, max(begin, start)), *announced_in(draft, part))
