"""Matching headings to slots: all faults of one level at once, the smallest set of them.

First what is equal, then what is nearly equal, then what a keyword gives away; then the longest run of headings
in the profile's order is taken as being in place, and what is left over is moved, repeated, unknown or absent.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from docklint.grammar import LABELS, Grammar
from docklint.profile import Slot
from docklint.structure.outline.wordings import Likeness, Wordings, wordings
from docklint.values import Value
from docklint.word_search import letters

NEAR = 0.66
"""Least similarity (0-1) of a heading that stands anywhere to a title it may be meant as."""
NEAR_IN_PLACE = 0.5
"""The same, where the heading stands just where that title is missing: one of two words is left."""
LONGEST_SLIP = 2
"""So many characters are exchanged at most in a heading that was meant as another (努力目标 for 努力方向)."""
LONG_TITLE = 9
"""Code points of a dimension's title that nobody words so by chance."""
NEAR_ANYHOW = 0.8
"""The same, where a keyword of another part speaks against it (存在问题原由分析 holds 问题)."""


class Alignment(Value):
    """How headings (by index) meet slots (by index).

    `filled`: slot → the heading that fills it. `renamed`: headings that only resemble their slot, with the title
    they are clearly meant as.
    `moved`: headings out of order. `repeats`: heading → the slot it fills once more. `unexpected`: headings
    that fit no slot. `missing`: required slots nobody fills.
    """

    filled: Mapping[int, int]
    renamed: Mapping[int, str] = {}
    moved: frozenset[int] = frozenset()
    repeats: Mapping[int, int] = {}
    unexpected: frozenset[int] = frozenset()
    missing: tuple[int, ...] = ()


def align(
    headings: Sequence[str], slots: tuple[Slot, ...], grammar: Grammar, ordered: bool = True
) -> Alignment:
    """Match normalised `headings`, in document order, to `slots`, in the profile's order."""
    known = wordings(slots, grammar)
    equal = {h: s for h, name in enumerate(headings) if (s := _equal(name, known, slots)) is not None}
    near = _near(headings, slots, known, equal, grammar)
    likest = {h: likeness.slot for h, likeness in near.items()}
    keyed = _keyed(headings, slots, {**equal, **likest})
    meant = {**equal, **likest, **keyed}
    loose = {h for h, s in meant.items() if slots[s].anywhere or not ordered}
    in_place = loose | _longest_ordered({h: s for h, s in meant.items() if h not in loose}, slots)
    filled = _filled(meant, in_place)
    first = set(filled.values())
    return Alignment(
        filled,
        renamed={
            h: likeness.wording
            for h, likeness in sorted(near.items())
            if h in first and _is_slip(headings[h], likeness, slots[likeness.slot])
        },
        moved=frozenset(first - in_place),
        repeats={h: s for h, s in meant.items() if h not in first and not slots[s].repeatable},
        unexpected=frozenset(range(len(headings))) - frozenset(meant),
        missing=tuple(s for s, slot in enumerate(slots) if slot.required and s not in filled),
    )


def _equal(name: str, known: Wordings, slots: Sequence[Slot]) -> int | None:
    """Find the slot with this very title; failing that, the one whose title the heading holds whole."""
    exact = known.exact(name)
    if exact is not None:
        return exact
    held = known.held(name)
    if held is None or _contradicted(name, held, slots) or _is_interrupted(name, slots[held]):
        return None
    return held


def _is_interrupted(name: str, slot: Slot) -> bool:
    """Return whether words were put into the long title of a dimension (管党治党政治责任 for 管党治党责任)."""
    if slot.role != "dimension":
        return False
    titles = map(letters, slot.titles)
    longest = max((title for title in titles if _is_within(title, name)), key=len, default="")
    return len(longest) >= LONG_TITLE and longest not in name


def keyword_slot(name: str, slots: Sequence[Slot]) -> int | None:
    """Find the one slot a keyword of which the heading holds."""
    found = [s for s, slot in enumerate(slots) if _has_keyword(name, slot)]
    return found[0] if len(found) == 1 else None


def _has_keyword(name: str, slot: Slot) -> bool:
    return any(word in name for word in slot.keywords) and not any(word in name for word in slot.unless)


def _contradicted(name: str, slot: int, slots: Sequence[Slot]) -> bool:
    """Return whether a keyword of another slot speaks against this one."""
    return any(_has_keyword(name, other) for s, other in enumerate(slots) if s != slot) or any(
        word in name for word in slots[slot].unless
    )


def _near(
    headings: Sequence[str],
    slots: Sequence[Slot],
    known: Wordings,
    equal: Mapping[int, int],
    grammar: Grammar,
) -> dict[int, Likeness]:
    """Match what is left over on both sides by likeness, the likest pairs first."""
    taken = set(equal.values())
    bounds = _bounds(len(headings), len(slots), equal)
    left = {h: name for h, name in enumerate(headings) if h not in equal and len(taken) < len(slots)}
    pairs = sorted(
        (-likeness.ratio, h, likeness)
        for h, likeness in known.nearest(left)
        if likeness.slot not in taken
        and not _shares_nothing(headings[h], likeness, grammar)
        and likeness.ratio >= _least(headings[h], likeness.slot, slots, *bounds[h])
    )
    found: dict[int, Likeness] = {}
    for _, h, likeness in pairs:
        if h not in found and likeness.slot not in taken:
            found[h] = likeness
            taken.add(likeness.slot)
    return found


def _shares_nothing(name: str, likeness: Likeness, grammar: Grammar) -> bool:
    """Return whether a heading has of a title only words that any may have (时间安排, 整改安排)."""
    telling = grammar.fillers.replaced(likeness.title, "")
    for noun in grammar["title-nouns"]:
        telling = telling.replace(noun, "")
    return set(telling).isdisjoint(name) if telling else likeness.ratio < NEAR


def _is_slip(name: str, likeness: Likeness, slot: Slot) -> bool:
    """Return whether a heading like a title is meant as that very title, not worded in a way of its own.

    A long title of a dimension is quoted from the notice: whoever comes so near means it. Elsewhere a heading that
    holds a keyword of the part is one of the many ways to call it, unless it has just as many characters as the title
    and one word that no keyword explains, or lacks a word of what the profile asks for. An optional part may be
    called as one likes, and what a notice says in a sentence of its own (挖出思想根源) is no heading to be copied.
    """
    title = likeness.title
    if not slot.required:
        return False
    if slot.source and slot.role != "dimension":
        misspelt = len(name) == len(title) and sum(map(str.__ne__, name, title)) == 1
        return misspelt and likeness.wording == slot.title
    if slot.role == "dimension" and len(title) >= LONG_TITLE:
        return title not in name
    if len(name) < len(title) and _is_within(name, title):
        return likeness.wording == slot.title or slot.role == "dimension"
    found = [word for word in slot.keywords if word in name]
    if not found:
        return True
    if len(name) < len(title):
        return False
    explained = {at for word in found for at in range(name.find(word), name.find(word) + len(word))}
    differing = {at for at, (one, other) in enumerate(zip(name, title, strict=False)) if one != other}
    return len(name) == len(title) and len(differing) <= LONGEST_SLIP and not differing <= explained


def _is_within(name: str, title: str) -> bool:
    """Return whether a name takes its characters from a title, in their order."""
    signs = iter(title)
    return all(sign in signs for sign in name)


def _least(name: str, slot: int, slots: Sequence[Slot], before: int, after: int) -> float:
    if _contradicted(name, slot, slots):
        return NEAR_ANYHOW
    return NEAR_IN_PLACE if before < slot < after else NEAR


def _bounds(headings: int, slots: int, equal: Mapping[int, int]) -> list[tuple[int, int]]:
    """Say for every heading between which two slots it stands, by the headings that are certain."""
    before = list(accumulate((equal.get(h, -1) for h in range(headings)), max, initial=-1))
    after = list(accumulate((equal.get(h, slots) for h in reversed(range(headings))), min, initial=slots))
    return list(zip(before, after[-2::-1], strict=False))


def _keyed(headings: Sequence[str], slots: Sequence[Slot], meant: Mapping[int, int]) -> dict[int, int]:
    """Return the rest to the slot whose keyword they hold, if that is still free."""
    taken, found = set(meant.values()), dict[int, int]()
    for h, name in enumerate(headings):
        s = keyword_slot(name, slots) if h not in meant else None
        if s is not None and s not in taken:
            found[h] = s
            taken.add(s)
    return found


def _longest_ordered(meant: Mapping[int, int], slots: Sequence[Slot]) -> set[int]:
    """Find the largest set of headings that stand in the profile's order, each slot once (patience sorting)."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for h in sorted(meant):
        at = bisect_left(tails, meant[h] + slots[meant[h]].repeatable, key=meant.__getitem__)
        if at < len(tails) and meant[tails[at]] == meant[h]:
            continue  # the first of several headings for one slot fills it
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


def joined(title: str, slots: tuple[Slot, ...], grammar: Grammar) -> tuple[Slot, ...]:
    """Return the slots, in the profile's order, that a heading names side by side; none if only one."""
    if wordings(slots, grammar).listed(grammar.normal(title)):
        return ()
    pieces = [piece for piece in grammar.sides(title) if len(piece) > 1]
    if len(pieces) < 2:
        return ()
    found = {named(grammar.normal(piece), slots, grammar) for piece in pieces}
    joint = sorted(s for s in found if s is not None and slots[s].role in LABELS.values())
    return tuple(slots[s] for s in joint) if len(joint) > 1 else ()


def named(name: str, slots: tuple[Slot, ...], grammar: Grammar) -> int | None:
    """Find the slot (by index) whose title or keyword a normalised heading is or holds."""
    exact = wordings(slots, grammar).exact(name)
    return keyword_slot(name, slots) if exact is None else exact
