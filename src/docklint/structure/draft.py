"""A draft: an outline bound to a profile. This is what checks see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from docklint.document import Document
from docklint.profile import Lexicon, Profile, Slot
from docklint.spans import Span


class Ordinal(NamedTuple):
    """A number a part bears. `style`: a key of `ordinals.STYLES`; `value`: 1-based; `span`: as it stands."""

    style: str
    value: int
    span: Span


class Example(NamedTuple):
    """What follows an example marker. `marker`: the marker's words; `span`: the example with its marker."""

    marker: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Part:
    """One node of the draft's tree, in document order.

    `kind`: `section`, `dimension`, `problem`, `cause`, `measure` or `item`. `role`: for a section the role it
    fills in the profile (None: none), for other kinds the role of their section. `name`: the profile's own
    title of the slot it fills. `title`: without the ordinal and without a final stop. `claim`: the ordinal and
    the first sentence, with its stop. `span`: the whole part, children included. `body`: what follows the
    title. `sequence`: parts numbered in one run share this number; None for parts without an ordinal.
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


class Missing(NamedTuple):
    """A required slot nobody fills. `before`: the bound part it should stand before; None: it should be last.

    `disturbs`: ordinals whose numbering fault this explains.
    """

    slot: Slot
    before: Part | None
    disturbs: tuple[Span, ...]


class Misfit(NamedTuple):
    """A part that is moved, a duplicate, renamed or unexpected. `slot`: what it fills or resembles, if any.

    `other`: the part it repeats or should follow. `disturbs`: ordinals whose numbering fault this explains.
    """

    part: Part
    slot: Slot | None
    other: Part | None
    disturbs: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Binding:
    """How the slots of one level meet the parts of the draft, all faults at once."""

    bound: tuple[tuple[Slot, Part], ...] = ()
    missing: tuple[Missing, ...] = ()
    moved: tuple[Misfit, ...] = ()
    duplicated: tuple[Misfit, ...] = ()
    renamed: tuple[Misfit, ...] = ()
    unexpected: tuple[Misfit, ...] = ()
    empty: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A document's structure as one profile sees it. Immutable; every place is a span of `document.text`."""

    document: Document
    profile: Profile
    lexicon: Lexicon
    span: Span
    parts: tuple[Part, ...]
    sections: Binding
    dimensions: Binding
    preamble: Span
    closing: Span

    def text(self, span: Span) -> str:
        """Give the characters of `span` as they stand in the document."""
        return self.document.text[span.start : span.end]

    def of(self, kind: str) -> Iterator[Part]:
        """Yield the parts of one kind in document order."""
        return (part for part in self.parts if part.kind == kind)

    def children(self, part: Part) -> Iterator[Part]:
        """Yield the parts directly under `part`, in document order."""
        return (other for other in self.parts if other.parent == part.id)

    def section(self, role: str) -> Part | None:
        """Give the first section that fills `role`, or None."""
        return next((part for part in self.of("section") if part.role == role), None)

    def path(self, place: Span) -> tuple[Part, ...]:
        """Give the parts around `place`, outermost first."""
        return tuple(part for part in self.parts if part.span.covers(place))
