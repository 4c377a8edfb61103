"""The titles a profile knows, indexed, so that a heading finds the likest one without meeting them all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nsmallest
from operator import add

from docklint.grammar import Grammar
from docklint.profile import Slot
from docklint.tuples import NamedTuple

LEAST_HELD = 4
"""A title of fewer code points inside a longer heading proves nothing."""
REMEMBERED = 4096
"""Headings whose likeness is kept: the drafts of a folder repeat each other's."""
MOST_REMEMBERED = 4 * REMEMBERED
"""Headings of which only the title they hold is kept."""
MOST_NEAR = 64
"""So many headings, those that share most pairs of characters with its titles, are compared with a slot."""
MOST_COMPARED = 4 * MOST_NEAR
"""So many are looked at: those that consist of pairs of characters that titles have."""
COMPARED = 6
"""So many titles of each slot, those that share most pairs of characters, are compared in full."""


class Likeness(NamedTuple):
    """How alike (0-1) a heading is to a title of a slot. `wording`: the title as the profile writes it."""

    ratio: float
    slot: int
    title: str
    wording: str


class Wordings:
    """All titles of some slots, normalised. `titles`: those of each slot."""

    def __init__(self, titles: Sequence[Sequence[str]], grammar: Grammar) -> None:
        self._titles = [
            (slot, grammar.normal(title), title) for slot, own in enumerate(titles) for title in own
        ]
        self._exact: dict[str, int] = {}
        self._grammar = grammar
        self._likest: dict[str, tuple[Likeness, ...]] = {}
        self._held: dict[str, int | None] = {}
        for slot, title, _ in self._titles:
            self._exact.setdefault(title, slot)

    def exact(self, name: str) -> int | None:
        """Find the slot that has this very title, or one that differs in words that say nothing (具体, 情况)."""
        slot = self._exact.get(name)
        if slot is not None or not name:
            return slot
        return self.cores.get(self._grammar.core(name))

    @cached_property
    def cores(self) -> Mapping[str, int]:
        """The slots by the cores of their titles, those of several slots left out."""
        cores: dict[str, set[int]] = defaultdict(set)
        for slot, title, _ in self._titles:
            cores[self._grammar.core(title)].add(slot)
        return {core: slots.pop() for core, slots in cores.items() if len(slots) == 1}

    def listed(self, name: str) -> bool:
        """Return whether some slot has this very title."""
        return name in self._exact

    def held(self, name: str) -> int | None:
        """Find the slot whose title the heading holds whole, if no other title is likelier.

        Words may stand between those of the title (产生上述问题的原因分析), but none may be missing or exchanged.
        """
        if name not in self._held:
            if len(self._held) >= MOST_REMEMBERED:
                self._held.clear()
            self._held[name] = self._holding(name)
        return self._held[name]

    def _holding(self, name: str) -> int | None:
        signs = set(name)
        ends = (
            titles
            for first in signs
            for last, titles in self._by_ends.get(first, {}).items()
            if last in signs
        )
        if not any(_holds(name, title) for titles in ends for title in titles):
            return None
        best = max(self.likest(name), default=None)
        return best.slot if best and _holds(name, best.title) else None

    @cached_property
    def _by_ends(self) -> Mapping[str, Mapping[str, list[str]]]:
        """The titles by their first and last characters: a heading that holds one of them has both."""
        found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for _, title, _ in self._titles:
            if len(title) >= LEAST_HELD:
                found[title[0]][title[-1]].append(title)
        return found

    def likest(self, name: str) -> tuple[Likeness, ...]:
        """Give, for every slot that shares a pair of characters with the heading, its likest title."""
        if name not in self._likest:
            if len(self._likest) >= REMEMBERED:
                self._likest.clear()
            self._likest[name] = tuple(self._compared(name))
        return self._likest[name]

    def nearest(self, names: Mapping[int, str]) -> Iterator[tuple[int, Likeness]]:
        """Yield, for every slot, the likeness of the headings that may be likest to it, with their keys.

        In a paper these are all headings that share a pair of characters with the slot's titles; of thousands, those that
        share most.
        """
        if len(names) <= MOST_NEAR:
            yield from ((key, likeness) for key, name in names.items() for likeness in self.likest(name))
            return
        some = dict(nsmallest(MOST_COMPARED, names.items(), key=self._strangeness))
        found = {key: self._candidates(name) for key, name in some.items()}
        rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for key, by_slot in found.items():
            for slot, candidates in by_slot.items():
                rows[slot].append((-self._share(names[key], candidates[0]), key))
        for slot, row in rows.items():
            for _, key in nsmallest(MOST_NEAR, row):
                yield key, self._best(names[key], slot, found[key][slot])

    def _strangeness(self, heading: tuple[int, str]) -> float:
        """Return the share (0-1) of a heading's pairs of characters that no title has."""
        pairs = _pairs(heading[1])
        return 1 - len(pairs & self._holders.keys()) / max(len(pairs), 1)

    def _compared(self, name: str) -> Iterator[Likeness]:
        return (self._best(name, slot, candidates) for slot, candidates in self._candidates(name).items())

    def _best(self, name: str, slot: int, candidates: Sequence[int]) -> Likeness:
        """Compare a heading with some titles of a slot, those left out that cannot be likelier than the best so far."""
        best = Likeness(0.0, slot, "", "")
        signs = Counter(name)
        for at in candidates:
            _, title, wording = self._titles[at]
            if _most(name, signs, title) >= best.ratio:
                best = max(best, Likeness(_ratio(name, title), slot, title, wording))
        return best

    def _candidates(self, name: str) -> Mapping[int, list[int]]:
        """Return, by slot, the titles that share most pairs of characters with a heading, in that order."""
        shared = Counter(at for pair in _pairs(name) for at in self._holders.get(pair, ()))
        by_slot: dict[int, list[int]] = defaultdict(list)
        lengths = self._lengths
        size = len(name)
        for _, at in sorted([(-count / (lengths[at] + size), at) for at, count in shared.items()]):
            chosen = by_slot[self._titles[at][0]]
            if len(chosen) < COMPARED:
                chosen.append(at)
        return by_slot

    def _share(self, name: str, at: int) -> float:
        """Return the share of a heading's pairs of characters that a title has as well."""
        title = self._titles[at][1]
        return 2 * len(_pairs(name) & _pairs(title)) / (len(name) + len(title))

    @cached_property
    def _lengths(self) -> list[int]:
        return [len(title) for _, title, _ in self._titles]

    @cached_property
    def _holders(self) -> Mapping[str, list[int]]:
        """The titles by their pairs of characters; no draft whose headings are all known needs them."""
        return _by_pair(_pairs(title) for _, title, _ in self._titles)


def wordings(slots: tuple[Slot, ...], grammar: Grammar) -> Wordings:
    """Index the titles of `slots`, once."""
    return grammar.once(_of_slots, slots)


def _of_slots(grammar: Grammar, slots: tuple[Slot, ...]) -> Wordings:
    return grammar.once(_of_titles, tuple(slot.titles for slot in slots))


def _of_titles(grammar: Grammar, titles: tuple[tuple[str, ...], ...]) -> Wordings:
    """Index titles, once: profiles differ in their dimensions far more than in what they call their sections."""
    return Wordings(titles, grammar)


class TitlePairs:
    """Titles by their pairs of characters, for asking whether a heading resembles one of them."""

    def __init__(self, grammar: Grammar, titles: tuple[str, ...]) -> None:
        pairs = [_pairs(grammar.normal(title)) for title in titles]
        self._holders, self._sizes = _by_pair(pairs), list(map(len, pairs))

    def resemble(self, name: str, least: float) -> bool:
        """Return whether a heading shares so large a part (Dice, 0-1) of its pairs of characters with some title."""
        holders, sizes = self._holders, self._sizes
        pairs = _pairs(name)
        known = pairs & holders.keys()
        if (2 - least) * len(known) < least * len(pairs):
            return False  # No title could share more than these, and none that shares them all be shorter.
        shared = Counter([at for pair in known for at in holders[pair]])
        return any(2 * count >= least * (len(pairs) + sizes[at]) for at, count in shared.items())


def _by_pair(pairs: Iterable[set[str]]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = {}
    for at, own in enumerate(pairs):
        for pair in own:
            holders.setdefault(pair, []).append(at)
    return holders


def _pairs(title: str) -> set[str]:
    return set(map(add, title, title[1:]))


def _holds(name: str, title: str) -> bool:
    """Return whether `name` is `title` with something added."""
    if not LEAST_HELD <= len(title) < len(name):
        return False
    signs = iter(name)
    return title in name or (2 * len(title) > len(name) and all(sign in signs for sign in title))


def _most(name: str, signs: Mapping[str, int], title: str) -> float:
    """Return what the ratio cannot exceed: every character in its place."""
    common = sum([min(count, signs.get(sign, 0)) for sign, count in Counter(title).items()])
    return 2 * common / (len(name) + len(title))


def _ratio(one: str, other: str) -> float:
    # Late: a title that stands as the profile has it is compared with none.
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
