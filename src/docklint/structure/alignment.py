"""Matching headings to slots: all faults of one level at once, the smallest set of them.

First what is equal, then what is nearly equal, then what a keyword gives away; then the longest run of headings
in the profile's order is taken as being in place, and what is left over is moved, repeated, unknown or absent.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import accumulate

from docklint.profile import Lexicon, Slot
from docklint.structure.titles import normal

NEAR = 0.66
"""Least similarity (0-1) of a heading that stands anywhere to a title it may be meant as."""
NEAR_IN_PLACE = 0.5
"""The same, where the heading stands just where that title is missing: one of two words is left."""
NEAR_ANYHOW = 0.8
"""The same, where a keyword of another part speaks against it (存在问题原由分析 holds 问题)."""
LEAST_HELD = 4
"""A title of fewer code points inside a longer heading proves nothing."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How headings (by index) meet slots (by index).

    `filled`: slot → the heading that fills it. `renamed`: headings that only resemble their slot, with the title
    they are clearly meant as.
    `moved`: headings out of order. `repeats`: heading → the slot it fills once more. `unexpected`: headings
    that fit no slot. `missing`: required slots nobody fills.
    """

    filled: Mapping[int, int]
    renamed: Mapping[int, str] = field(default_factory=dict)
    moved: frozenset[int] = frozenset()
    repeats: Mapping[int, int] = field(default_factory=dict)
    unexpected: frozenset[int] = frozenset()
    missing: tuple[int, ...] = ()


def align(
    headings: Sequence[str], slots: Sequence[Slot], lexicon: Lexicon, ordered: bool = True
) -> Alignment:
    """Match normalised `headings`, in document order, to `slots`, in the profile's order."""
    equal = {h: s for h, name in enumerate(headings) if (s := _equal(name, slots, lexicon)) is not None}
    near = _near(headings, slots, lexicon, equal)
    keyed = _keyed(headings, slots, {**equal, **near})
    meant = {**equal, **near, **keyed}
    in_place = _longest_ordered(meant, slots) if ordered else set(meant)
    filled = _filled(meant, in_place)
    first = set(filled.values())
    return Alignment(
        filled,
        renamed={h: _wording(headings[h], slots[near[h]], lexicon) for h in sorted(near) if h in first},
        moved=frozenset(first - in_place),
        repeats={h: s for h, s in meant.items() if h not in first and not slots[s].repeatable},
        unexpected=frozenset(range(len(headings))) - frozenset(meant),
        missing=tuple(s for s, slot in enumerate(slots) if slot.required and s not in filled),
    )


def _wording(name: str, slot: Slot, lexicon: Lexicon) -> str:
    """Give the title or alias of `slot` that `name` resembles most."""
    return max(slot.titles, key=lambda title: _likeness(name, normal(title, lexicon)))


def _equal(name: str, slots: Sequence[Slot], lexicon: Lexicon) -> int | None:
    """Find the slot with this very title; failing that, the likest one if the heading holds its title whole."""
    titles = [(s, normal(title, lexicon)) for s, slot in enumerate(slots) for title in slot.titles]
    exact = next((s for s, title in titles if title == name), None)
    if exact is not None or not any(len(title) >= LEAST_HELD and title in name for _, title in titles):
        return exact
    _, likest = max((_likeness(name, title), -s) for s, title in titles)
    held = any(s == -likest and len(title) >= LEAST_HELD and title in name for s, title in titles)
    return -likest if held and not _contradicted(name, -likest, slots) else None


def _keyword_slot(name: str, slots: Sequence[Slot]) -> int | None:
    found = [s for s, slot in enumerate(slots) if _has_keyword(name, slot)]
    return found[0] if len(found) == 1 else None


def _has_keyword(name: str, slot: Slot) -> bool:
    return any(word in name for word in slot.keywords) and not any(word in name for word in slot.unless)


def _contradicted(name: str, slot: int, slots: Sequence[Slot]) -> bool:
    """Say whether a keyword of another slot speaks against this one."""
    return any(_has_keyword(name, other) for s, other in enumerate(slots) if s != slot) or any(
        word in name for word in slots[slot].unless
    )


def _near(
    headings: Sequence[str], slots: Sequence[Slot], lexicon: Lexicon, equal: Mapping[int, int]
) -> dict[int, int]:
    """Match what is left over on both sides by likeness, the likest pairs first."""
    taken = set(equal.values())
    bounds = _bounds(len(headings), len(slots), equal)
    pairs = sorted(
        (-likeness, h, s)
        for h, name in enumerate(headings)
        if h not in equal and name
        for s in range(len(slots))
        if s not in taken
        if (likeness := _best_likeness(name, slots[s], lexicon)) >= NEAR_IN_PLACE
        if likeness >= (NEAR_ANYHOW if _contradicted(name, s, slots) else _least(s, *bounds[h]))
    )
    found: dict[int, int] = {}
    for _, h, s in pairs:
        if h not in found and s not in found.values():
            found[h] = s
    return found


def _bounds(headings: int, slots: int, equal: Mapping[int, int]) -> list[tuple[int, int]]:
    """Say for every heading between which two slots it stands, by the headings that are certain."""
    before = list(accumulate((equal.get(h, -1) for h in range(headings)), max, initial=-1))
    after = list(accumulate((equal.get(h, slots) for h in reversed(range(headings))), min, initial=slots))
    return list(zip(before, after[-2::-1], strict=False))


def _least(slot: int, before: int, after: int) -> float:
    return NEAR_IN_PLACE if before < slot < after else NEAR


def _best_likeness(name: str, slot: Slot, lexicon: Lexicon) -> float:
    return max(_likeness(name, normal(title, lexicon)) for title in slot.titles)


def _likeness(one: str, other: str) -> float:
    shorter, longer = sorted((len(one), len(other)))
    if 2 * shorter < (shorter + longer) * NEAR_IN_PLACE:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _keyed(headings: Sequence[str], slots: Sequence[Slot], meant: Mapping[int, int]) -> dict[int, int]:
    """Give the rest to the slot whose keyword they hold, if that is still free."""
    taken, found = set(meant.values()), dict[int, int]()
    for h, name in enumerate(headings):
        s = _keyword_slot(name, slots) if h not in meant else None
        if s is not None and s not in taken:
            found[h] = s
            taken.add(s)
    return found


def _longest_ordered(meant: Mapping[int, int], slots: Sequence[Slot]) -> set[int]:
    """Find the largest set of headings that stand in the profile's order, each slot once (patience sorting)."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for h in sorted(meant):
        values = [meant[t] for t in tails]
        at = (
            bisect_left(values, meant[h])
            if not slots[meant[h]].repeatable
            else bisect_left(values, meant[h] + 1)
        )
        before[h] = tails[at - 1] if at else None
        tails[at : at + 1] = [h]
    return set(_chain(tails[-1] if tails else None, before))


def _chain(last: int | None, before: Mapping[int, int | None]) -> Iterator[int]:
    while last is not None:
        yield last
        last = before[last]


def _filled(meant: Mapping[int, int], in_place: Iterable[int]) -> dict[int, int]:
    """Choose the heading that fills each slot: the one in place, else the first."""
    filled = {meant[h]: h for h in sorted(in_place, reverse=True)}
    for h in sorted(meant):
        filled.setdefault(meant[h], h)
    return dict(sorted(filled.items()))
