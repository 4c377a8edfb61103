"""A draft: an outline bound to a profile. This is what checks see."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, wraps
from operator import attrgetter, itemgetter

from docklint.document import Document
from docklint.grammar import Grammar
from docklint.profile import Profile, Slot
from docklint.spans import Range, Span
from docklint.structure.normalise.reading import Reading
from docklint.structure.outline.steps import OrdinalFault
from docklint.structure.outline.styles import StyleName
from docklint.tuples import NamedTuple
from docklint.typed import Literal, TypeVar
from docklint.values import Value

PartKind = Literal["section", "dimension", "problem", "cause", "measure", "item"]
"""What a part is in the eyes of a profile; an `item` is anything below the others."""


class Ordinal(NamedTuple):
    """A number a part bears."""

    style: StyleName
    """How it is written."""
    value: int
    """The number, from 1."""
    range: Range
    """Where it stands, its mark included."""


class Example(NamedTuple):
    """What follows an example marker."""

    marker: Range
    """The marker's words."""
    range: Range
    """The example with its marker."""


class Part(NamedTuple):
    """One node of the draft's tree, in document order. All places are ranges of the reading."""

    id: int
    """Its place among the draft's parts, from 0."""
    kind: PartKind
    parent: int | None
    """The `id` of the part above; None at the top."""
    range: Range
    """The whole part, children included."""
    title: Range
    """The title without the ordinal and without a final stop."""
    claim: Range
    """The ordinal and the first sentence, with its stop."""
    body: Range
    """What follows the title."""
    ordinal: Ordinal | None = None
    role: str | None = None
    """For a section the role it fills in the profile (None: none), for other kinds the role of their section."""
    name: str | None = None
    """The profile's own title of the slot it fills."""
    sequence: int | None = None
    """Parts numbered in one run share this number; None for parts without an ordinal."""
    examples: tuple[Example, ...] = ()
    node: int | None = None
    """The number of the outline's node; None for a part that bears neither ordinal nor heading."""
    is_empty: bool = False
    """Nothing stands under its heading."""
    orphaned: bool = False
    """The heading it stood under is lost."""
    fault: OrdinalFault | None = None
    """What is wrong with its ordinal in its sequence."""

    @property
    def heading(self) -> Range:
        """The ordinal and the title."""
        return Range(self.ordinal.range.start if self.ordinal else self.title.start, self.title.end)


class MissingSlot(Value):
    """A required slot nobody fills."""

    slot: Slot
    before: Part | None
    """The bound part it should stand before; None: it should be last."""
    disturbs: tuple[Range, ...]
    """Ordinals whose numbering fault this explains."""


class MovedHeading(Value):
    """A part that stands elsewhere than the profile says."""

    part: Part
    slot: Slot
    neighbour: Part | None
    """The part it should stand beside."""
    belongs: Literal["behind", "before"]
    """On which side of its neighbour it belongs."""
    disturbs: tuple[Range, ...]


class DuplicatedHeading(Value):
    """The second of two parts that fill one slot."""

    part: Part
    slot: Slot
    first: Part
    disturbs: tuple[Range, ...]


class RenamedHeading(Value):
    """A part whose heading is almost what the profile asks for."""

    part: Part
    slot: Slot
    wording: str
    """The title it is clearly meant as."""


class UnexpectedHeading(Value):
    """A part that fits no slot."""

    part: Part
    disturbs: tuple[Range, ...]


class Binding(Value):
    """How the slots of one level meet the parts of the draft, all faults at once."""

    bound: tuple[tuple[Slot, Part], ...] = ()
    missing: tuple[MissingSlot, ...] = ()
    moved: tuple[MovedHeading, ...] = ()
    duplicated: tuple[DuplicatedHeading, ...] = ()
    renamed: tuple[RenamedHeading, ...] = ()
    unexpected: tuple[UnexpectedHeading, ...] = ()
    empty: tuple[Part, ...] = ()


class Draft(Value):
    """A document's structure as one profile sees it. Immutable; its places are ranges of the reading."""

    document: Document
    profile: Profile
    grammar: Grammar
    reading: Reading
    range: Range
    parts: tuple[Part, ...]
    sections: Binding
    dimensions: Binding
    preamble: Range
    closing: Range
    units: tuple[str, ...] = ()
    """The names of the unit whose paper it is, as the configuration tells them."""

    def span(self, place: Range) -> Span:
        """Return where a place of the reading stands in the document."""
        return self.reading.span(place)

    def spans(self, places: Iterable[Range]) -> tuple[Span, ...]:
        """Return where some places of the reading stand in the document."""
        return tuple(map(self.reading.span, places))

    def quote(self, place: Range) -> str:
        """Return a place as it is told to people: as it stands, but in ordinary characters and without markup."""
        return self.told(self.reading.span(place))

    def told(self, span: Span) -> str:
        """Return a span of the document as it is told to people."""
        plain = self.reading.plain
        return plain.words(span) if plain else self.document.text[span.start : span.end]

    def words(self, place: Range) -> str:
        """Return the characters of a place as the reading has them: no blanks, no soft line breaks."""
        return self.reading.text[place.start : place.end]

    @cached_property
    def has_structure(self) -> bool:
        """Whether anything but bare items was found: 首先…其次… alone make no paper."""
        return any(part.kind != "item" for part in self.parts)

    def of(self, kind: PartKind) -> Iterator[Part]:
        """Yield the parts of one kind in document order."""
        return iter(self._of.get(kind, ()))

    def children(self, part: Part | None) -> tuple[Part, ...]:
        """Return the parts directly under `part` (None: the top ones), in document order."""
        return self._under.get(part.id if part else None, ())

    def parent(self, part: Part) -> Part | None:
        """Return the part above, or None at the top."""
        return None if part.parent is None else self.parts[part.parent]

    def above(self, part: Part, kind: PartKind) -> Part | None:
        """Return the nearest part of `kind` that holds `part`, or None."""
        at = self.parent(part)
        while at and at.kind != kind:
            at = self.parent(at)
        return at

    def section(self, role: str) -> Part | None:
        """Return the first section that fills `role`, or None."""
        return next((part for part in self.of("section") if part.role == role), None)

    def path(self, place: Span) -> tuple[Part, ...]:
        """Return the parts around a place of the document, outermost first."""
        at = bisect_right(self._spans, place.start, key=itemgetter(0)) - 1
        part = self.parts[at] if at >= 0 else None
        around = []
        while part:
            if self._spans[part.id].covers(place):
                around.append(part)
            part = self.parent(part)
        return tuple(reversed(around))

    @cached_property
    def _of(self) -> Mapping[PartKind, tuple[Part, ...]]:
        return _grouped(self.parts, attrgetter("kind"))

    @cached_property
    def _under(self) -> Mapping[int | None, tuple[Part, ...]]:
        return _grouped(self.parts, attrgetter("parent"))

    @cached_property
    def _spans(self) -> tuple[Span, ...]:
        return self.spans(part.range for part in self.parts)


T = TypeVar("T")
K = TypeVar("K")


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


def _grouped(parts: Iterable[Part], by: Callable[[Part], K]) -> dict[K, tuple[Part, ...]]:
    groups: dict[K, list[Part]] = {}
    for part in parts:
        groups.setdefault(by(part), []).append(part)
    return {key: tuple(group) for key, group in groups.items()}
