"""An ordinal breaks its sequence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from docklint.checks.fixes import fix, is_change, renumbered
from docklint.checks.runs import NumberedCheck, announced_in, runs
from docklint.rules import Edit, Fix, Hit, Related
from docklint.spans import Range, Span
from docklint.structure.draft import Draft, Ordinal, Part, cached_per_draft
from docklint.structure.outline.numerals import MOST
from docklint.structure.outline.ordinals import ordinal_at
from docklint.structure.outline.steps import OrdinalFault
from docklint.structure.outline.styles import StyleName, right_form
from docklint.typed import ClassVar, Literal

MOST_MENDED = 8
"""So many faults of a run have a fix, each of which numbers all the rest again; the others go with them."""


class NumberingFault(NumberedCheck):
    """Point at the ordinals with one kind of fault.

    `fault`: `gap` (numbers are skipped), `repeat` (one comes again, or the count runs backwards) or `start` (the first is
    not one). Variants: `doubled` (two ordinals stand before one part), `beyond` (the number due is too great to write).
    """

    own: ClassVar[tuple[str, ...]] = ("fault",)

    fault: Literal["gap", "repeat", "start"]

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit an ordinal; what is announced or skipped because of it is the same fault."""
        for run in runs(draft):
            mended = 0
            for at, (part, ordinal) in enumerate(run):
                fault = part.fault
                if fault and fault.kind == self.fault:
                    before = run[at - 1][1] if at else None
                    explains = _explained(draft, part, ordinal, before)
                    mended += 1
                    proposed = _renumbered(draft, run[at:], fault.expected) if mended <= MOST_MENDED else None
                    place = before.range if before else None
                    yield _hit(
                        draft,
                        ordinal,
                        fault,
                        before=place,
                        place=ordinal.range,
                        explains=explains,
                        proposed=proposed,
                    )
                elif fault and fault.kind == "doubled" and self.fault == "repeat":
                    first, second = (
                        Range(ordinal.range.start, fault.second),
                        Range(fault.second, ordinal.range.end),
                    )
                    taken_out = _taken_out(draft, ordinal, first, second)
                    yield _hit(
                        draft, ordinal, fault, before=first, place=second, explains=(), proposed=taken_out
                    )


def _hit(
    draft: Draft,
    ordinal: Ordinal,
    fault: OrdinalFault,
    *,
    before: Range | None,
    place: Range,
    explains: tuple[Range, ...],
    proposed: Fix | None,
) -> Hit:
    values = {
        "ordinal": draft.quote(place),
        "expected": right_form(ordinal.style, fault.expected),
        "previous": draft.quote(before) if before else "",
    }
    related = (Related("previous", draft.span(before)),) if before else ()
    variant = "doubled" if fault.kind == "doubled" else "beyond" if fault.expected > MOST else ""
    return Hit(draft.span(place), values, related, draft.spans(explains), variant=variant, fix=proposed)


def _renumbered(draft: Draft, rest: Sequence[tuple[Part, Ordinal]], first: int) -> Fix | None:
    """Return the fix that counts on from `first` to the end of a run; None if an ordinal there cannot be written.

    Nor where that would be the only one, which counts nothing or belongs elsewhere, or behind a part that lost its number.
    """
    if (
        len(rest) == first == 1
        or _follows_unnumbered(draft, rest[0][0])
        or any(part.fault and part.fault.kind == "doubled" for part, _ in rest)
    ):
        return None
    edits = [renumbered(draft, ordinal.range, first + at) for at, (_, ordinal) in enumerate(rest)]
    return fix("unsafe", [edit for edit in edits if edit is None or is_change(edit)])


def _follows_unnumbered(draft: Draft, part: Part) -> bool:
    beside = draft.children(draft.parent(part))
    at = bisect_left(beside, part.id, key=_id)
    return at > 0 and beside[at - 1].ordinal is None


def _taken_out(draft: Draft, ordinal: Ordinal, first: Range, second: Range) -> Fix | None:
    """Return the fix that leaves one of two ordinals: the first, unless only the second fits the row.

    It is safe where the two say the same.
    """
    one, other = draft.span(first), draft.span(second)
    between = draft.document.text[one.end : other.start]
    if between.strip() or "\n" in between:
        return None
    fits = [_means(draft, place) == (ordinal.style, ordinal.value) for place in (first, second)]
    gone = Span(one.start, other.start) if fits == [False, True] else Span(one.end, other.end)
    return Fix("safe" if all(fits) else "unsafe", (Edit(gone, ""),))


def _means(draft: Draft, place: Range) -> tuple[StyleName, int | None] | None:
    found = ordinal_at(draft.words(place), 0)
    return (found.style, found.value) if found else None


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
