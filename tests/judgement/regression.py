"""Logistic regression on a few numbers a row, deterministic and without a library."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt

STEPS, PACE, SMALL = 400, 1.0, 0.03
"""Steps of the descent, their length; what keeps weights small."""
Row = tuple[float, ...]


def dot(one: Sequence[float], other: Sequence[float]) -> float:
    """Multiply two rows."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def logistic(
    rows: Sequence[Row], answers: Sequence[float], counts: Sequence[float] = ()
) -> tuple[list[float], float]:
    """Return weights and bias, found by descending along the gradient of the regularised loss, every feature scaled to one spread.

    `counts`: how much each row counts; all alike without it.
    """
    counts = counts or [1.0] * len(rows)
    count, columns = sum(counts), list(zip(*rows, strict=True))
    means = [_mean(column, counts) for column in columns]
    spreads = [
        sqrt(_mean([(x - mean) ** 2 for x in column], counts)) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]
    scaled = [[(x - m) / s for x, m, s in zip(row, means, spreads, strict=True)] for row in rows]
    weights, bias = [0.0] * len(columns), 0.0
    for _ in range(STEPS):
        misses = [
            each * (1 / (1 + exp(-bias - dot(weights, row))) - a)
            for row, a, each in zip(scaled, answers, counts, strict=True)
        ]
        slopes = [dot(misses, column) / count for column in zip(*scaled, strict=True)]
        weights = [w - PACE * (slope + SMALL * w) for w, slope in zip(weights, slopes, strict=True)]
        bias -= PACE * sum(misses) / count
    own = [weight / spread for weight, spread in zip(weights, spreads, strict=True)]
    return own, bias - dot(own, means)


def _mean(column: Sequence[float], counts: Sequence[float]) -> float:
    return dot(column, counts) / sum(counts)
