"""Which ordinals belong together: the cheapest explanation of all the tokens of a draft.

An ordinal continues a sequence it fits, opens one, or is running text; a fault (a gap, a repeat, a lost marker
one level up) is an explanation too, but a dear one. What a token means often shows only later (一是 again: a
repeat, or is the marker above it lost?), so a few explanations are kept side by side, the cheapest first, and
the best one left at the end wins. That makes a fault one fault: after it the count goes on from what stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from docklint.grammar import CLOSES
from docklint.structure.outline.tokens import Token
from docklint.structure.outline.transitions import OpenSequence, Step, Transition, transitions

WIDTH = 8
"""How many explanations are kept side by side."""
MARGIN = 3.5
"""An explanation dearer than the cheapest by more than this is given up: no later token makes up for it."""


class BackPointer(NamedTuple):
    """The steps taken so far, latest first."""

    step: Step
    before: BackPointer | None


class Hypothesis(NamedTuple):
    """One explanation of the tokens so far."""

    cost: float
    stack: tuple[OpenSequence, ...]
    back: BackPointer | None


_Extension = tuple[float, Transition, BackPointer | None]
"""The cost of all that was done, the last move, and the steps before it."""


def explain(tokens: Sequence[Token]) -> list[Step]:
    """Find the cheapest explanation of `tokens`; linear in their number."""
    hypotheses = [Hypothesis(0.0, (), None)]
    for token, ahead in zip(tokens, _ahead(tokens), strict=True):
        hypotheses = _advance(hypotheses, token, ahead)
    return _steps(hypotheses[0].back)


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


def _advance(hypotheses: Iterable[Hypothesis], token: Token, ahead: int) -> list[Hypothesis]:
    """Go on from every state; of the explanations that come to the same, the cheapest is kept."""
    extensions = [
        (hypothesis.cost + transition.cost, transition, hypothesis.back)
        for hypothesis in hypotheses
        for transition in transitions(hypothesis.stack, token, ahead)
    ]
    dearest = min([cost for cost, _, _ in extensions]) + MARGIN
    near = [each for each in extensions if each[0] <= dearest]
    if len(near) == 1:  # as for all but some tokens of a draft: nothing to compare
        return [_extended(*near[0])]
    best: dict[tuple[OpenSequence, ...], _Extension] = {}
    for extended in extensions:
        stack = extended[1].stack
        if extended[0] < best.setdefault(stack, extended)[0]:
            best[stack] = extended
    cheapest = sorted((extended for extended in best.values() if extended[0] <= dearest), key=itemgetter(0))
    return [_extended(*each) for each in cheapest[:WIDTH]]


def _extended(cost: float, transition: Transition, back: BackPointer | None) -> Hypothesis:
    return Hypothesis(cost, transition.stack, BackPointer(transition.step, back) if transition.step else back)


def _steps(back: BackPointer | None) -> list[Step]:
    steps = []
    while back:
        steps.append(back.step)
        back = back.before
    return steps[::-1]
