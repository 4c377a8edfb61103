"""Binding: an outline meets a profile and becomes a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docklint.document import Document
from docklint.grammar import Grammar
from docklint.profile import Profile, Slot
from docklint.spans import Range
from docklint.structure.binding.alignment import Alignment
from docklint.structure.binding.parts import PartBuilder
from docklint.structure.binding.roles import assign
from docklint.structure.draft import (
    Binding,
    Draft,
    DuplicatedHeading,
    MissingSlot,
    MovedHeading,
    Part,
    RenamedHeading,
    UnexpectedHeading,
)
from docklint.structure.outline.tree import Outline


def bind(
    outline: Outline, document: Document, profile: Profile, grammar: Grammar, units: tuple[str, ...] = ()
) -> Draft:
    """Match every slot of `profile` against the outline and name the parts of the draft.

    `units`: names of the unit whose paper it is, if anybody told them.
    """
    roles = assign(outline, profile, grammar)
    parts = PartBuilder(outline, roles, grammar).parts()
    of = {part.node: part for part in parts}
    sections = [of[node.number] for node in roles.sections]
    dimensions = [of[node.number] for node in roles.dimensions]
    headed = (part.range.start for part in parts if part.kind in ("section", "dimension"))
    return Draft(
        document=document,
        profile=profile,
        grammar=grammar,
        reading=outline.reading,
        range=Range(outline.start, outline.end),
        parts=parts,
        sections=_Level(sections, roles.section_slots, roles.section_fit).binding(),
        dimensions=_Level(dimensions, profile.dimensions, roles.dimension_fit).binding(),
        preamble=Range(outline.start, next(headed, len(outline.reading.text))),
        closing=Range(outline.closing, outline.end),
        units=units,
    )


class _Level:
    """One level's alignment in terms of parts, with the ordinals that each fault disturbs."""

    def __init__(self, parts: Sequence[Part], slots: Sequence[Slot], fit: Alignment) -> None:
        self._parts = parts
        self._slots = slots
        self._fit = fit

    def binding(self) -> Binding:
        """Return all that is bound, and all faults at once."""
        fit = self._fit
        if not self._slots:
            return Binding()
        filled = [(self._slots[s], self._parts[h]) for s, h in fit.filled.items()]
        return Binding(
            bound=tuple(filled),
            missing=tuple(map(self._missing, fit.missing)),
            moved=tuple(map(self._moved, sorted(fit.moved))),
            duplicated=tuple(self._duplicated(h, s) for h, s in sorted(fit.repeats.items())),
            renamed=tuple(map(self._renamed, fit.renamed)),
            unexpected=tuple(map(self._unexpected, sorted(fit.unexpected))),
            empty=tuple(part for _, part in filled if part.is_empty),
        )

    def _missing(self, slot: int) -> MissingSlot:
        follower = self._follower(slot)
        later = [(s, h) for s, h in self._fit.filled.items() if s > slot and h not in self._fit.moved]
        before = next((h for s, h in later if not self._slots[s].anywhere or h >= follower), None)
        lone = 0 if len(self._parts) == 1 else None
        disturbed = {h for h in (before, follower, lone) if h is not None and h < len(self._parts)}
        return MissingSlot(
            self._slots[slot], None if before is None else self._parts[before], self._ordinals(disturbed)
        )

    def _follower(self, slot: int) -> int:
        """Return the heading that stands right behind the slot's predecessor in the profile's order."""
        previous = [h for s, h in self._fit.filled.items() if s < slot and self._is_placed(s, h)]
        return previous[-1] + 1 if previous else 0

    def _is_placed(self, slot: int, heading: int) -> bool:
        """Return whether a heading tells where its neighbours in the profile belong."""
        return heading not in self._fit.moved and not self._slots[slot].anywhere

    def _moved(self, heading: int) -> MovedHeading:
        slot = self._slot_of(heading)
        before = [h for s, h in self._fit.filled.items() if s < slot and self._is_placed(s, h)]
        after = [h for s, h in self._fit.filled.items() if s > slot and self._is_placed(s, h)]
        neighbour = next(iter((*before[-1:], *after[:1])), None)
        disturbed = {heading, heading + 1, *(h + 1 for h in before[-1:]), *after[:1]}
        return MovedHeading(
            self._parts[heading],
            self._slots[slot],
            None if neighbour is None else self._parts[neighbour],
            "behind" if before else "before",
            self._ordinals(disturbed),
        )

    def _duplicated(self, heading: int, slot: int) -> DuplicatedHeading:
        """Point at whichever of the two stands second, though the other may be the one that is in place."""
        first, second = sorted((heading, self._fit.filled[slot]))
        disturbed = self._ordinals({first, first + 1, second, second + 1})
        return DuplicatedHeading(self._parts[second], self._slots[slot], self._parts[first], disturbed)

    def _renamed(self, heading: int) -> RenamedHeading:
        slot = self._slots[self._slot_of(heading)]
        return RenamedHeading(self._parts[heading], slot, self._fit.renamed[heading])

    def _unexpected(self, heading: int) -> UnexpectedHeading:
        return UnexpectedHeading(self._parts[heading], self._ordinals({heading, heading + 1}))

    def _slot_of(self, heading: int) -> int:
        return next(s for s, h in self._fit.filled.items() if h == heading)

    def _ordinals(self, headings: Iterable[int]) -> tuple[Range, ...]:
        """Return the ordinals of some headings; those without one have nothing to disturb."""
        ordinals = (self._parts[h].ordinal for h in sorted(headings) if 0 <= h < len(self._parts))
        return tuple(ordinal.range for ordinal in ordinals if ordinal)
