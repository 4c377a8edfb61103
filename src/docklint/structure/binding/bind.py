"""Binding: an outline meets a profile and becomes a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docklint.document import Document
from docklint.grammar import Grammar
from docklint.profile import Profile, Slot
from docklint.spans import Span
from docklint.structure.binding.alignment import Alignment
from docklint.structure.binding.parts import build
from docklint.structure.binding.roles import assign
from docklint.structure.draft import Binding, Draft, Misfit, MissingSlot, Part
from docklint.structure.outline.tree import Outline


def bind(outline: Outline, document: Document, profile: Profile, grammar: Grammar) -> Draft:
    """Match every slot of `profile` against the outline and name the parts of the draft."""
    roles = assign(outline, profile, grammar)
    parts = build(outline, roles, grammar)
    of = {part.node: part for part in parts}
    sections = _binding([of[node.number] for node in roles.sections], roles.section_slots, roles.section_fit)
    dimensions = _binding(
        [of[node.number] for node in roles.dimensions], profile.dimensions, roles.dimension_fit
    )
    return _draft(outline, document, profile, grammar, parts, sections, dimensions)


def _draft(
    outline: Outline,
    document: Document,
    profile: Profile,
    grammar: Grammar,
    parts: tuple[Part, ...],
    sections: Binding,
    dimensions: Binding,
) -> Draft:
    place = outline.reading.place
    headed = (part.span.start for part in parts if part.kind in ("section", "dimension"))
    first = outline.reading.index(next(headed, document.lines[-1].end if document.lines else 0))
    return Draft(
        document,
        profile,
        grammar,
        outline.reading,
        place(outline.start, outline.end),
        parts,
        sections,
        dimensions,
        preamble=place(outline.start, first),
        closing=place(outline.closing, outline.end),
    )


def _binding(parts: Sequence[Part], slots: Sequence[Slot], fit: Alignment) -> Binding:
    """Tell the alignment in terms of parts, with the ordinals each fault disturbs."""
    if not slots:
        return Binding()
    filled = [(slots[s], parts[h]) for s, h in fit.filled.items()]
    return Binding(
        bound=tuple(filled),
        missing=tuple(_missing(s, parts, slots, fit) for s in fit.missing),
        moved=tuple(_moved(h, parts, slots, fit) for h in sorted(fit.moved)),
        duplicated=tuple(_duplicated(h, s, parts, slots, fit) for h, s in sorted(fit.repeats.items())),
        renamed=tuple(_renamed(h, parts, slots, fit) for h in fit.renamed),
        unexpected=tuple(_unexpected(h, parts) for h in sorted(fit.unexpected)),
        empty=tuple(part for _, part in filled if part.is_empty),
    )


def _missing(slot: int, parts: Sequence[Part], slots: Sequence[Slot], fit: Alignment) -> MissingSlot:
    follower = _follower(slot, slots, fit)
    later = [(s, h) for s, h in fit.filled.items() if s > slot and h not in fit.moved]
    placed = (h for s, h in later if not slots[s].anywhere or h >= follower)
    before = next(placed, None)
    lone = 0 if len(parts) == 1 else None
    disturbed = {h for h in (before, follower, lone) if h is not None and h < len(parts)}
    return MissingSlot(slots[slot], None if before is None else parts[before], _markers(disturbed, parts))


def _is_placed(slot: int, heading: int, slots: Sequence[Slot], fit: Alignment) -> bool:
    """Return whether a heading tells where its neighbours in the profile belong."""
    return heading not in fit.moved and not slots[slot].anywhere


def _follower(slot: int, slots: Sequence[Slot], fit: Alignment) -> int:
    """Return the heading that stands right behind the slot's predecessor in the profile's order."""
    previous = [h for s, h in fit.filled.items() if s < slot and _is_placed(s, h, slots, fit)]
    return previous[-1] + 1 if previous else 0


def _moved(heading: int, parts: Sequence[Part], slots: Sequence[Slot], fit: Alignment) -> Misfit:
    slot = next(s for s, h in fit.filled.items() if h == heading)
    before = [h for s, h in fit.filled.items() if s < slot and _is_placed(s, h, slots, fit)]
    after = [h for s, h in fit.filled.items() if s > slot and _is_placed(s, h, slots, fit)]
    other = before[-1] if before else (after[0] if after else None)
    disturbed = {heading, heading + 1, *(h + 1 for h in before[-1:]), *after[:1]}
    neighbour = None if other is None else parts[other]
    return Misfit(parts[heading], slots[slot], neighbour, _markers(disturbed, parts), first=not before)


def _duplicated(
    heading: int, slot: int, parts: Sequence[Part], slots: Sequence[Slot], fit: Alignment
) -> Misfit:
    """Point at whichever of the two stands second, though the other may be the one that is in place."""
    first, second = sorted((heading, fit.filled[slot]))
    disturbed = _markers({first, first + 1, second, second + 1}, parts)
    return Misfit(parts[second], slots[slot], parts[first], disturbed)


def _renamed(heading: int, parts: Sequence[Part], slots: Sequence[Slot], fit: Alignment) -> Misfit:
    slot = next(s for s, h in fit.filled.items() if h == heading)
    return Misfit(parts[heading], slots[slot], None, (), wording=fit.renamed[heading])


def _unexpected(heading: int, parts: Sequence[Part]) -> Misfit:
    return Misfit(parts[heading], None, None, _markers({heading, heading + 1}, parts))


def _markers(headings: Iterable[int], parts: Sequence[Part]) -> tuple[Span, ...]:
    """Return the ordinals of some headings; those without one have nothing to disturb."""
    ordinals = (parts[h].ordinal for h in sorted(headings) if 0 <= h < len(parts))
    return tuple(ordinal.span for ordinal in ordinals if ordinal)
