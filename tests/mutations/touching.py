"""How far a fault reaches in the clean draft: the characters, parts and sequences of which two faults cannot share any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docklint.spans import Span

from .edits import Edits
from .mutant import Mutant
from .numbering import PLURALS
from .paper import Paper, Part

Key = tuple[str, object]
CORRESPONDENCE: Key = ("correspondence", None)
LEVELS: Key = ("levels", None)
LEVELLED = {"NUM105", "SEC101", "SEC106"}
"""A level is skipped only where it is used elsewhere; a section that goes may take that away."""
STRUCTURAL = ("SEC", "DIM", "NUM", "EXA103")
COUNTED = ("unrelated measure added", "measure removed")
"""Kinds of change that make more or fewer of the parts that a heading may count."""
ANSWERING = ("section", "dimension", "cause", "measure")


class Reach(NamedTuple):
    """What a fault touches. `spans`: edited characters. `keys`: parts, sequences and counts."""

    spans: tuple[Span, ...]
    keys: frozenset[Key]

    def touches(self, other: Reach) -> bool:
        """Return whether two faults share a part or a sequence, or were made at places that meet."""
        near = any(a.start <= b.end and b.start <= a.end for a in self.spans for b in other.spans)
        return near or bool(self.keys & other.keys)


def reach(mutant: Mutant) -> Reach:
    """Find what a fault touches: where it was made, and where it must show."""
    paper = mutant.paper
    spans = tuple(Span(edit.start, edit.end) for edit in mutant.edits)
    origin = Edits(mutant.edits).origin
    shown = (each.place.outer for outcome in mutant.outcomes for each in outcome)
    stood = (Span(origin(place.start), origin(place.end)) for place in shown)
    subject = [at for at, part in enumerate(paper.parts) if part.heading == mutant.where]
    areas = list(dict.fromkeys([*subject, *(at for span in (*spans, *stood) for at in _areas(paper, span))]))
    areas += [
        at for at, part in enumerate(paper.parts) if mutant.kind == f"told again: {paper.quote(part.heading)}"
    ]
    if mutant.kind == "heading deleted":
        areas += _joined(paper, areas[0])
    return Reach(spans, frozenset(_keys(mutant, areas)))


def _areas(paper: Paper, span: Span) -> Iterator[int]:
    """Yield the innermost parts that a place lies in, and all it covers; without width, those that meet there."""
    wide = Span(span.start - 1, span.end + 1) if span.start == span.end else span
    for at in range(len(paper.parts)):
        if any(wide.overlaps(each) for each in _own(paper, at)):
            yield at


def _own(paper: Paper, at: int) -> list[Span]:
    """Return what of a part belongs to none of its children."""
    part = paper.parts[at]
    inside = [other.span for other in paper.parts if other.parent == at]
    starts = [part.span.start, *(span.end for span in inside)]
    ends = [*(span.start for span in inside), part.span.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _joined(paper: Paper, at: int) -> list[int]:
    """Return what runs together when a heading goes: what stands under it and under the one before it."""
    part = paper.parts[at]
    before = [
        other
        for other in range(at)
        if (paper.parts[other].parent, paper.parts[other].kind) == (part.parent, part.kind)
    ]
    heads = {at, *before[-1:]}
    return [each for each in range(len(paper.parts)) if heads & set(_above(paper, each))]


def _above(paper: Paper, at: int) -> Iterator[int]:
    parent = paper.parts[at].parent
    while parent is not None:
        yield parent
        parent = paper.parts[parent].parent


def _keys(mutant: Mutant, areas: Iterable[int]) -> Iterator[Key]:
    codes = {mutant.rule, *(each.code for outcome in mutant.outcomes for each in outcome)}
    for at in areas:
        part = mutant.paper.parts[at]
        yield "part", at
        if mutant.kind.startswith(COUNTED) or any(code.startswith(STRUCTURAL) for code in codes):
            yield "sequence", (part.parent, part.kind)
            yield from _counted(mutant.paper, part)
        if part.kind in ANSWERING and any(code.startswith(("SEC", "DIM", "COR")) for code in codes):
            yield CORRESPONDENCE
    if codes & LEVELLED:
        yield LEVELS
    if "NUM108" in codes:
        yield from (("count", each.of) for each in mutant.paper.announced)
    if any(code.startswith("COR") for code in codes):
        yield CORRESPONDENCE


def _counted(paper: Paper, part: Part) -> Iterator[Key]:
    return (("count", each.of) for each in paper.announced if each.of == PLURALS.get(part.kind))
