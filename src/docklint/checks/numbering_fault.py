"""An ordinal breaks its sequence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Literal

from docklint.checks.runs import NumberedCheck, announced_in, runs
from docklint.rules import Hit, Related
from docklint.spans import Range
from docklint.structure.draft import Draft, Ordinal, Part, cached_per_draft
from docklint.structure.outline.numerals import MOST
from docklint.structure.outline.steps import OrdinalFault
from docklint.structure.outline.styles import right_form


class NumberingFault(NumberedCheck):
    """Point at the ordinals with one kind of fault.

    `fault`: `gap` (numbers are skipped), `repeat` (one comes again, or the count runs backwards) or `start` (the first is
    not one). Variants: `doubled` (two ordinals stand before one part), `beyond` (the number due is too great to write).
    """

    fault: Literal["gap", "repeat", "start"]

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit an ordinal; what is announced or skipped because of it is the same fault."""
        for run in runs(draft):
            for (_, before), (part, ordinal) in pairwise([(None, None), *run]):
                fault = part and part.fault
                if part and ordinal and fault and fault.kind == self.fault:
                    explains = _explained(draft, part, ordinal, before)
                    yield _hit(
                        draft, ordinal, fault, before.range if before else None, ordinal.range, explains
                    )
                elif ordinal and fault and fault.kind == "doubled" and self.fault == "repeat":
                    first = Range(ordinal.range.start, fault.second)
                    yield _hit(draft, ordinal, fault, first, Range(fault.second, ordinal.range.end), ())


def _hit(
    draft: Draft,
    ordinal: Ordinal,
    fault: OrdinalFault,
    before: Range | None,
    place: Range,
    explains: tuple[Range, ...],
) -> Hit:
    values = {
        "ordinal": draft.quote(place),
        "expected": right_form(ordinal.style, fault.expected),
        "previous": draft.quote(before) if before else "",
    }
    related = (Related("previous", draft.span(before)),) if before else ()
    variant = "doubled" if fault.kind == "doubled" else "beyond" if fault.expected > MOST else ""
    return Hit(draft.span(place), values, related, draft.spans(explains), variant=variant)


def _explained(draft: Draft, part: Part, ordinal: Ordinal, before: Ordinal | None) -> tuple[Range, ...]:
    """Return the places at which nothing else need be said: where a part is lost, and where their number stands."""
    begin = _lost_from(draft, part, before)
    return (Range(begin, max(begin, ordinal.range.start)), *announced_in(draft, part))


def _lost_from(draft: Draft, part: Part, before: Ordinal | None) -> int:
    """Return from where on a part may be lost in front of this one.

    What stood below it now stands below the part before, behind that one's own: it is the end of its last run, or all of
    that run if there are several.
    """
    above = draft.parent(part)
    beside = draft.children(above)
    at = bisect_left(beside, part.id, key=_id) - 1
    if at < 0:
        return before.range.end if before else (above.heading.end if above else draft.range.start)
    last, below = beside[at], draft.children(beside[at])
    if below:
        first = _run_start(draft, below[-1])
        return (below[-1] if first.id <= below[0].id else first).range.start
    if last.sequence == part.sequence:
        return last.heading.start if last.ordinal is None else last.ordinal.range.end
    return _run_start(draft, last).range.start


def _run_start(draft: Draft, part: Part) -> Part:
    """Return the first of the run that a part is numbered in; a part without a number stands alone."""
    return part if part.sequence is None else _run_starts(draft)[part.sequence]


@cached_per_draft
def _run_starts(draft: Draft) -> Mapping[int | None, Part]:
    return {run[0][0].sequence: run[0][0] for run in runs(draft)}


def _id(part: Part) -> int:
    return part.id
