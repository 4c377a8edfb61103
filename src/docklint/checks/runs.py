"""Runs of ordinals that count together, and what is wrong with each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from docklint.rules import Check, Hit, Related
from docklint.spans import Range
from docklint.structure.draft import Draft, Ordinal, Part, cached_per_draft
from docklint.structure.outline.ordinals import STYLES, right_form
from docklint.values import Value


class NumberedCheck(Check):
    """A check of ordinals: it applies where anything is numbered."""

    def applies(self, draft: Draft) -> bool:
        """Apply where anything is numbered."""
        return any(part.ordinal for part in draft.parts)


class FaultCheck(NumberedCheck):
    """A check of one `kind` of fault in a run of ordinals."""

    kind: ClassVar[str]

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a fault; what is announced or skipped because of it is the same fault."""
        for fault in faults(draft):
            if fault.kind != self.kind:
                continue
            values = {"ordinal": draft.quote(fault.ordinal.range), "expected": fault.due, "previous": ""}
            related: tuple[Related, ...] = ()
            if fault.previous:
                values["previous"] = draft.quote(fault.previous.range)
                related = (Related("previous", draft.span(fault.previous.range)),)
            yield Hit(
                draft.span(fault.ordinal.range), values, related, draft.spans(explained_by(draft, fault))
            )


class NumberingFault(Value):
    """One ordinal that breaks its run. `kind`: `start`, `gap` or `repeat`; `expected`: the value due."""

    kind: str
    part: Part
    ordinal: Ordinal
    expected: int
    previous: Ordinal | None

    @property
    def due(self) -> str:
        """The ordinal that was due, written in this one's style."""
        return right_form(self.ordinal.style, self.expected)


@cached_per_draft
def runs(draft: Draft) -> tuple[list[tuple[Part, Ordinal]], ...]:
    """Return the numbered parts of each sequence, in document order."""
    found: dict[int, list[tuple[Part, Ordinal]]] = {}
    for part in draft.parts:
        if part.ordinal and part.sequence is not None:
            found.setdefault(part.sequence, []).append((part, part.ordinal))
    return tuple(found.values())


@cached_per_draft
def faults(draft: Draft) -> tuple[NumberingFault, ...]:
    """Return the faults of all runs, run by run; words (首先, 其次) number nothing strictly."""
    strict = (run for run in runs(draft) if STYLES[run[0][1].style].family != "word")
    return tuple(fault for run in strict for fault in _faults(run))


def _faults(run: list[tuple[Part, Ordinal]]) -> Iterator[NumberingFault]:
    """After a fault the count goes on from what stands there, or from what was meant (1. 2. 4. 4. is one slip)."""
    previous: Ordinal | None = None
    due = meant = 1
    ahead = 0
    for part, ordinal in run:
        value = ordinal.value or due
        is_due, ahead = value == ahead, 0
        if previous is None and value != 1:
            yield NumberingFault("start", part, ordinal, 1, None)
        elif previous and value > meant:
            yield NumberingFault("gap", part, ordinal, due, previous)
            ahead = value if value == due + 1 else 0
        elif previous and value < due and not is_due:
            yield NumberingFault("repeat", part, ordinal, due, previous)
            previous, due, meant = ordinal, value + 1, due + 1
            continue
        previous, due, meant = ordinal, value + 1, value + 1


def explained_by(draft: Draft, fault: NumberingFault) -> tuple[Range, ...]:
    """Return the places at which nothing else need be said: where a part is lost, and where their number stands."""
    above = draft.parent(fault.part)
    begin = (
        fault.previous.range.end if fault.previous else (above.heading.end if above else draft.range.start)
    )
    return (Range(begin, max(begin, fault.ordinal.range.start)), *announced_in(draft, fault.part))


def announced_in(draft: Draft, part: Part) -> Iterator[Range]:
    """Yield where the number of such parts may be announced: between each heading above and what it heads."""
    yield draft.preamble
    above = draft.parent(part)
    while above:
        yield Range(above.range.start, draft.children(above)[0].range.start)
        above = draft.parent(above)
