"""A draft: an outline bound to a profile. This is what checks see."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, wraps
from typing import TypeVar

from docklint.document import Document
from docklint.grammar import Grammar
from docklint.profile import Profile, Slot
from docklint.spans import Span
from docklint.structure.normalise.reading import Reading
from docklint.structure.outline.styles import StyleName
from docklint.structure.outline.transitions import OrdinalFault
from docklint.values import Value


class Ordinal(Value):
    """A number a part bears. `style`: how it is written; `value`: 1-based; `span`: as it stands."""

    style: StyleName
    value: int
    span: Span


class Example(Value):
    """What follows an example marker. `marker`: the marker's words; `span`: the example with its marker."""

    marker: Span
    span: Span


class Part(Value):
    """One node of the draft's tree, in document order.

    `kind`: `section`, `dimension`, `problem`, `cause`, `measure` or `item`. `role`: for a section the role it
    fills in the profile (None: none), for other kinds the role of their section. `name`: the profile's own
    title of the slot it fills. `title`: without the ordinal and without a final stop. `claim`: the ordinal and
    the first sentence, with its stop. `span`: the whole part, children included. `body`: what follows the
    title. `sequence`: parts numbered in one run share this number; None for parts without an ordinal. `node`:
    the number of the outline's node, None for a problem, cause or measure that bears neither ordinal nor
    heading. `is_empty`: nothing stands under its heading. `orphaned`: the heading it stood under is lost.
    `fault`: what is wrong with its ordinal in its sequence.
    """

    id: int
    kind: str
    parent: int | None
    span: Span
    title: Span
    claim: Span
    body: Span
    ordinal: Ordinal | None = None
    role: str | None = None
    name: str | None = None
    sequence: int | None = None
    examples: tuple[Example, ...] = ()
    node: int | None = None
    is_empty: bool = False
    orphaned: bool = False
    fault: OrdinalFault | None = None

    @property
    def heading(self) -> Span:
        """The ordinal and the title."""
        return Span(self.ordinal.span.start if self.ordinal else self.title.start, self.title.end)


class MissingSlot(Value):
    """A required slot nobody fills. `before`: the bound part it should stand before; None: it should be last.

    `disturbs`: ordinals whose numbering fault this explains.
    """

    slot: Slot
    before: Part | None
    disturbs: tuple[Span, ...]


class Misfit(Value):
    """A part that is moved, a duplicate, renamed or unexpected. `slot`: what it fills or resembles, if any.

    `other`: the part it repeats or should follow (with `first`: precede). `disturbs`: ordinals whose numbering
    fault this explains. `wording`: the title it is clearly meant as.
    """

    part: Part
    slot: Slot | None
    other: Part | None
    disturbs: tuple[Span, ...]
    first: bool = False
    wording: str = ""


class Binding(Value):
    """How the slots of one level meet the parts of the draft, all faults at once."""

    bound: tuple[tuple[Slot, Part], ...] = ()
    missing: tuple[MissingSlot, ...] = ()
    moved: tuple[Misfit, ...] = ()
    duplicated: tuple[Misfit, ...] = ()
    renamed: tuple[Misfit, ...] = ()
    unexpected: tuple[Misfit, ...] = ()
    empty: tuple[Part, ...] = ()


class Draft(Value):
    """A document's structure as one profile sees it. Immutable; every place is a span of `document.text`."""

    document: Document
    profile: Profile
    grammar: Grammar
    reading: Reading
    span: Span
    parts: tuple[Part, ...]
    sections: Binding
    dimensions: Binding
    preamble: Span
    closing: Span

    def text(self, span: Span) -> str:
        """Return the characters of `span` as they stand in the document."""
        return self.document.text[span.start : span.end]

    def understood(self, span: Span) -> str:
        """Return the characters of `span` as the reading has them: no blanks, no soft line breaks."""
        return self.reading.text[self.reading.index(span.start) : self.reading.index(span.end)]

    def of(self, kind: str) -> Iterator[Part]:
        """Yield the parts of one kind in document order."""
        return (part for part in self.parts if part.kind == kind)

    def children(self, part: Part | None) -> tuple[Part, ...]:
        """Return the parts directly under `part` (None: the top ones), in document order."""
        return self._under.get(part.id if part else None, ())

    def parent(self, part: Part) -> Part | None:
        """Return the part above, or None at the top."""
        return None if part.parent is None else self.parts[part.parent]

    def above(self, part: Part, kind: str) -> Part | None:
        """Return the nearest part of `kind` that holds `part`, or None."""
        at = self.parent(part)
        while at and at.kind != kind:
            at = self.parent(at)
        return at

    def section(self, role: str) -> Part | None:
        """Return the first section that fills `role`, or None."""
        return next((part for part in self.of("section") if part.role == role), None)

    def path(self, place: Span) -> tuple[Part, ...]:
        """Return the parts around `place`, outermost first."""
        at = bisect_right(self._starts, place.start) - 1
        part = self.parts[at] if at >= 0 else None
        around = []
        while part:
            if part.span.covers(place):
                around.append(part)
            part = self.parent(part)
        return tuple(reversed(around))

    @cached_property
    def _under(self) -> Mapping[int | None, tuple[Part, ...]]:
        return _grouped(self.parts)

    @cached_property
    def _starts(self) -> list[int]:
        return [part.span.start for part in self.parts]


T = TypeVar("T")


def cached_per_draft(derive: Callable[[Draft], T]) -> Callable[[Draft], T]:
    """Derive something from a draft once, however many checks ask one after the other; a draft never changes.

    Only the latest draft's is kept: a file may hold a thousand papers.
    """
    latest: tuple[Draft, T] | None = None

    @wraps(derive)
    def derived(draft: Draft) -> T:
        nonlocal latest
        known = latest
        if known is None or known[0] is not draft:
            known = latest = (draft, derive(draft))
        return known[1]

    return derived


def _grouped(parts: Iterable[Part]) -> dict[int | None, tuple[Part, ...]]:
    groups: dict[int | None, list[Part]] = {}
    for part in parts:
        groups.setdefault(part.parent, []).append(part)
    return {parent: tuple(children) for parent, children in groups.items()}
