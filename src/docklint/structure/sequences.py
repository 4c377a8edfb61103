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

from docklint.structure.tokens import CLOSES, Token
from docklint.structure.transitions import Frame, Move, Step, transitions

WIDTH = 8
"""How many explanations are kept side by side."""
MARGIN = 3.5
"""An explanation dearer than the cheapest by more than this is given up: no later token makes up for it."""


class Trail(NamedTuple):
    """The steps taken so far, latest first."""

    step: Step
    before: Trail | None


class State(NamedTuple):
    """One explanation of the tokens so far."""

    cost: float
    frames: tuple[Frame, ...]
    trail: Trail | None


_Gone = tuple[float, Move, Trail | None]
"""The cost of all that was done, the last move, and the steps before it."""


def explain(tokens: Sequence[Token]) -> list[Step]:
    """Find the cheapest explanation of `tokens`; linear in their number."""
    states = [State(0.0, (), None)]
    for token, ahead in zip(tokens, _ahead(tokens), strict=True):
        states = _advance(states, token, ahead)
    return _steps(states[0].trail)


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
    """Give how far on the next number is; 0 if it does not count on."""
    if value is None or following is None:
        return 0
    return 1 if following == CLOSES else max(following - value, 0)


def _advance(states: Iterable[State], token: Token, ahead: int) -> list[State]:
    """Go on from every state; of the explanations that come to the same, the cheapest is kept."""
    moves = [
        (state.cost + move.cost, move, state.trail)
        for state in states
        for move in transitions(state.frames, token, ahead)
    ]
    dearest = min([cost for cost, _, _ in moves]) + MARGIN
    near = [each for each in moves if each[0] <= dearest]
    if len(near) == 1:  # as for all but some tokens of a draft: nothing to compare
        return [_gone(*near[0])]
    best: dict[tuple[Frame, ...], _Gone] = {}
    for gone in moves:
        frames = gone[1].frames
        if gone[0] < best.setdefault(frames, gone)[0]:
            best[frames] = gone
    cheapest = sorted((gone for gone in best.values() if gone[0] <= dearest), key=itemgetter(0))
    return [_gone(*each) for each in cheapest[:WIDTH]]


def _gone(cost: float, move: Move, trail: Trail | None) -> State:
    return State(cost, move.frames, Trail(move.step, trail) if move.step else trail)


def _steps(trail: Trail | None) -> list[Step]:
    steps = []
    while trail:
        steps.append(trail.step)
        trail = trail.before
    return steps[::-1]
