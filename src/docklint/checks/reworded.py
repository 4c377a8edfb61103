"""Which of the earlier examples of a draft tells the same fact; few are compared in full, whatever a draft holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf

from docklint.grammar import Grammar
from docklint.structure.meaning.counted import contradicted, counted
from docklint.structure.meaning.sameness import Substance, same, told

LEAST_SHARED = 0.4
"""Two passages are compared only if so much of the characters of the poorer one stand in the other. From 0.3 on no pair of
tests/judgement that is told would be lost; with 0.4 a third as many are read."""
LEAST_SIGNS = 6
"""A passage of fewer different characters proves nothing by being told again."""
NEAREST = 40
"""So many of the examples before each are looked at."""
MOST_COMPARED = 100
"""So many pairs of one draft are compared in full."""
LONGEST = 400
"""So many code points of a passage are read."""


class Reworded:
    """The passages of one draft, each asked after those before it."""

    def __init__(self, passages: Sequence[str], grammar: Grammar, least: float) -> None:
        self._passages = [passage[:LONGEST] for passage in passages]
        self._grammar, self._least, self._left = grammar, least, MOST_COMPARED
        self._told: dict[int, Substance] = {}
        self._masks = _masks(self._passages, frozenset(grammar["meaning-joints"]))
        sizes = [mask.bit_count() for mask in self._masks]
        self._floors = [LEAST_SHARED * size if size >= LEAST_SIGNS else inf for size in sizes]
        """How many characters another passage must share with each."""

    def first(self, at: int, fits: Callable[[int], bool]) -> int | None:
        """Return the number of the first passage before `at` that fits and tells the same."""
        mask, masks, floor, floors = self._masks[at], self._masks, self._floors[at], self._floors
        near = [
            other
            for other in (range(max(0, at - NEAREST), at) if floor < inf else ())
            if ((shared := (mask & masks[other]).bit_count()) >= floor and floors[other] < inf)
            or shared >= floors[other]
        ]
        return next((other for other in near if fits(other) and self._is_same(at, other)), None)

    def _is_same(self, one: int, other: int) -> bool:
        self._left -= 1
        return self._left >= 0 and same(self._read(one), self._read(other)) >= self._least

    def contradict(self, one: int, other: int) -> bool:
        """Tell whether two passages count or name different things, so that they tell two facts in one frame."""
        first, second = (counted(self._passages[at], self._grammar) for at in (one, other))
        return contradicted(first, second) > 0

    def _read(self, at: int) -> Substance:
        if at not in self._told:
            self._told[at] = told(self._passages[at], self._grammar)
        return self._told[at]


def _masks(passages: Sequence[str], joints: frozenset[str]) -> list[int]:
    """Turn each passage into an integer with a bit for every different character."""
    held = list(map(set, passages))
    signs = set(filter(str.isalnum, set[str]().union(*held) - joints))
    bits = {sign: 1 << at for at, sign in enumerate(signs)}
    return [sum(map(bits.__getitem__, own & signs)) for own in held]
