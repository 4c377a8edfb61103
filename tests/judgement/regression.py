"""Logistic regression on a few numbers a row, deterministic and without a library."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt

STEPS, SMALL = 12, 0.03
"""Steps of Newton's method; what keeps weights small."""
Row = tuple[float, ...]


def dot(one: Sequence[float], other: Sequence[float]) -> float:
    """Multiply two rows."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def logistic(
    rows: Sequence[Row], answers: Sequence[float], counts: Sequence[float] = ()
) -> tuple[list[float], float]:
    """Return weights and bias, found by Newton's method for the regularised loss, every feature scaled to one spread.

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
    full = [(*row, 1.0) for row in scaled]
    size, solution = len(columns) + 1, [0.0] * (len(columns) + 1)
    small = [SMALL] * len(columns) + [0.0]
    for _ in range(STEPS):
        slopes = [weight * each for weight, each in zip(solution, small, strict=True)]
        bends = [[small[n] if n == m else 0.0 for m in range(size)] for n in range(size)]
        for row, answer, each in zip(full, answers, counts, strict=True):
            share = 1 / (1 + exp(-dot(solution, row)))
            miss, bend = each * (share - answer) / count, each * share * (1 - share) / count
            for n, x in enumerate(row):
                slopes[n] += miss * x
                bent, line = bend * x, bends[n]
                for m in range(n + 1):
                    line[m] += bent * row[m]
        for n in range(size):
            for m in range(n):
                bends[m][n] = bends[n][m]
        solution = [weight - step for weight, step in zip(solution, _solved(bends, slopes), strict=True)]
    weights, bias = solution[:-1], solution[-1]
    own = [weight / spread for weight, spread in zip(weights, spreads, strict=True)]
    return own, bias - dot(own, means)


def _mean(column: Sequence[float], counts: Sequence[float]) -> float:
    return dot(column, counts) / sum(counts)


def _solved(square: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solve linear equations whose matrix is symmetric and positive, by elimination."""
    rows = [[*line, value] for line, value in zip(square, right, strict=True)]
    for n, row in enumerate(rows):
        for lower in rows[n + 1 :]:
            factor = lower[n] / row[n]
            lower[n:] = [one - factor * other for one, other in zip(lower[n:], row[n:], strict=True)]
    found = [0.0] * len(rows)
    for n in reversed(range(len(rows))):
        found[n] = (rows[n][-1] - dot(rows[n][n + 1 : -1], found[n + 1 :])) / rows[n][n]
    return found
