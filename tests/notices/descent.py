"""Descending to the weights that fit some examples."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt

from docklint.derive.evidence.weights import chances

Example = tuple[Sequence[Sequence[str]], Sequence[int]]
"""The features of some options, and which of them are right."""
AVERAGED = 6
"""The weights are the mean of those after so many of the last rounds: the last examples seen count no more than others."""
FIRST = 0.1
"""The sum of squares of the slopes before any, so that the first steps stay small."""


def descended(
    examples: Sequence[Example], pace: float, small: float, steps: int, least: int
) -> dict[str, float]:
    """Descend along the gradient of the regularised loss, example after example, each feature at its own pace.

    `pace`: how far a step goes. `small`: what keeps weights small. `steps`: how often all examples are seen.
    `least`: a feature that fewer examples have is not weighed, for it would but remember them.
    """
    weights: dict[str, float] = {}
    summed: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = {}
    telling = _telling(examples, least)
    for step in range(steps):
        for options, right in telling:
            for name, slope in _slopes(options, right, weights).items():
                now = weights.get(name, 0.0)
                steep = slope + small * now
                squares[name] = squares.get(name, FIRST) + steep * steep
                weights[name] = now - pace * steep / sqrt(squares[name])
        if step >= steps - AVERAGED:
            for name, weight in weights.items():
                summed[name] += weight / min(steps, AVERAGED)
    return dict(summed)


def _telling(examples: Sequence[Example], least: int) -> list[Example]:
    """Return the examples with more options than one, without the features that only few of them have."""
    some = [each for each in examples if len(each[0]) > 1]
    seen = Counter(name for options, _ in some for name in {name for each in options for name in each})
    return [
        ([[name for name in each if seen[name] >= least] for each in options], right)
        for options, right in some
    ]


def _slopes(
    options: Sequence[Sequence[str]], right: Sequence[int], weights: dict[str, float]
) -> dict[str, float]:
    likely = chances([sum([weights.get(name, 0.0) for name in each]) for each in options])
    good = sum(likely[at] for at in right)
    slopes: dict[str, float] = defaultdict(float)
    for at, each in enumerate(options):
        miss = likely[at] - (likely[at] / good if at in right else 0)
        if abs(miss) > 1e-4:
            for name in each:
                slopes[name] += miss
    return slopes
