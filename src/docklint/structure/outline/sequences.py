"""Which ordinals belong together: the cheapest explanation of all the tokens of a draft.

An ordinal continues a sequence it fits, opens one, or is running text; a fault (a gap, a repeat, a lost marker
one level up) is an explanation too, but a dear one. What a token means often shows only later (一是 again: a
repeat, or is the marker above it lost?), so a few explanations are kept side by side, the cheapest first, and
the best one left at the end wins. That makes a fault one fault: after it the count goes on from what stands there.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from operator import itemgetter

from docklint.grammar import CLOSES
from docklint.structure.outline.steps import OpenSequence, Step, Transition
from docklint.structure.outline.tokens import Token
from docklint.structure.outline.transitions import transitions
from docklint.tuples import NamedTuple

WIDTH = 8
"""How many explanations are kept side by side."""
MARGIN = 3.5
"""An explanation dearer than the cheapest by more than this is given up: no later token makes up for it."""
LEAST_CLEARED = 10_000
"""So many steps may be kept for nothing before those of the explanations given up are dropped."""
_NOTHING = -1
"""What stands before the first step."""


class Hypothesis(NamedTuple):
    """One explanation of the tokens so far."""

    cost: float
    stack: tuple[OpenSequence, ...]
    last: int
    """Its latest step, a place in the history."""


class History:
    """The steps of all hypotheses, each with the place of the one before it.

    They stand in lists: to free a chain of objects takes a stack as deep as the chain is long.
    """

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._before: list[int] = []
        self._cleared = 0

    def add(self, step: Step, before: int) -> int:
        """Note a step and return its place."""
        self._steps.append(step)
        self._before.append(before)
        return len(self._steps) - 1

    def path(self, last: int) -> list[Step]:
        """Return the steps that lead to the place `last`, that one included."""
        return [self._steps[at] for at in self._places(last)][::-1]

    def cleared(self, hypotheses: list[Hypothesis]) -> list[Hypothesis]:
        """Drop the steps that lead to no hypothesis, from time to time, and return these with their new places."""
        if len(self._steps) < 2 * self._cleared + LEAST_CLEARED:
            return hypotheses
        kept: set[int] = set()
        for each in hypotheses:
            kept.update(self._places(each.last, kept))
        moved = {at: place for place, at in enumerate(sorted(kept))}
        moved[_NOTHING] = _NOTHING
        self._before = [moved[self._before[at]] for at in sorted(kept)]
        self._steps = [self._steps[at] for at in sorted(kept)]
        self._cleared = len(kept)
        return [each._replace(last=moved[each.last]) for each in hypotheses]

    def _places(self, last: int, known: Container[int] = ()) -> Iterator[int]:
        """Yield the places back from `last`, until one is known."""
        while last != _NOTHING and last not in known:
            yield last
            last = self._before[last]


_Extension = tuple[float, Transition, int]
"""The cost of all that was done, the last transition, and the place of the step before it."""


def explain(tokens: Sequence[Token]) -> list[Step]:
    """Find the cheapest explanation of `tokens`; linear in their number."""
    history = History()
    hypotheses = [Hypothesis(0.0, (), _NOTHING)]
    for token, ahead in zip(tokens, _ahead(tokens), strict=True):
        hypotheses = history.cleared(_advance(hypotheses, token, ahead, history))
    return history.path(hypotheses[0].last)


def _ahead(tokens: Sequence[Token]) -> list[int]:
    """Say of each token how many numbers on the next of its family (or the next enumeration) is; 0 if it is not."""
    following: dict[str, int | None] = {}
    result = []
    for token in reversed(tokens):
        family, value = token.family, token.value
        step = _step(value, following.get(family))
        following[family] = value
        if not (token.level or token.style == "ordinal-is"):
            other = _step(value, following.get(""))
            step = min(step, other) or max(step, other)
            following[""] = value
        result.append(step)
    return result[::-1]


def _step(value: int | None, following: int | None) -> int:
    """Return how far on the next number is; 0 if it does not count on."""
    if value is None or following is None:
        return 0
    return 1 if following == CLOSES else max(following - value, 0)


def _advance(
    hypotheses: Iterable[Hypothesis], token: Token, ahead: int, history: History
) -> list[Hypothesis]:
    """Go on from every state; of the explanations that come to the same, the cheapest is kept."""
    extensions = [
        (hypothesis.cost + transition.cost, transition, hypothesis.last)
        for hypothesis in hypotheses
        for transition in transitions(hypothesis.stack, token, ahead)
    ]
    dearest = min([cost for cost, _, _ in extensions]) + MARGIN
    near = [each for each in extensions if each[0] <= dearest]
    if len(near) > 1:  # seldom: for all but some tokens of a draft there is nothing to compare
        near = _cheapest(near)
    return [
        Hypothesis(cost, stack, history.add(step, last) if step else last)
        for cost, (_, stack, step), last in near
    ]


def _cheapest(extensions: Iterable[_Extension]) -> list[_Extension]:
    best: dict[tuple[OpenSequence, ...], _Extension] = {}
    for extended in extensions:
        stack = extended[1].stack
        if extended[0] < best.setdefault(stack, extended)[0]:
            best[stack] = extended
    return sorted(best.values(), key=itemgetter(0))[:WIDTH]
