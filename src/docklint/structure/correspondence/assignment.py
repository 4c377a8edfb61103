"""Assignment: the pairing of rows and columns with the greatest sum, each used once at most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

LARGEST = 40
"""Rows or columns up to which the best pairing is found; beyond, the best pairs are taken first."""


def assign(scores: Sequence[Sequence[float]], least: float) -> Mapping[int, int]:
    """Pair rows with columns so that the sum of scores is greatest; pairs below `least` are left out."""
    if not scores or not scores[0]:
        return {}
    largest = max(len(scores), len(scores[0]))
    pairs = _greedy(scores) if largest > LARGEST else _best(scores)
    return {i: j for i, j in pairs.items() if scores[i][j] >= least}


def _greedy(scores: Sequence[Sequence[float]]) -> Mapping[int, int]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    ranked = sorted((-score, i, j) for i, row in enumerate(scores) for j, score in enumerate(row))
    for _, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _best(scores: Sequence[Sequence[float]]) -> Mapping[int, int]:
    """Find the best pairing by shortest augmenting paths (Kuhn 1955, Munkres 1957), O(n³)."""
    size = max(len(scores), len(scores[0]))
    costs = [[-row[j] if j < len(row) else 0.0 for j in range(size)] for row in scores]
    costs += [[0.0] * size for _ in range(size - len(costs))]
    owner = _owners(costs, size)
    return {row: column for column, row in enumerate(owner) if row < len(scores) and column < len(scores[0])}


def _owners(costs: Sequence[Sequence[float]], size: int) -> list[int]:
    """Return the row of every column; rows join one by one, and others move aside along the cheapest path."""
    rows, columns = [0.0] * size, [0.0] * (size + 1)
    owner = [-1] * (size + 1)
    for row in range(size):
        owner[size], at = row, size
        cheapest, before, done = [inf] * size, [size] * size, [False] * (size + 1)
        while owner[at] != -1:
            done[at] = True
            free = [column for column in range(size) if not done[column]]
            for column in free:
                cost = costs[owner[at]][column] - rows[owner[at]] - columns[column]
                if cost < cheapest[column]:
                    cheapest[column], before[column] = cost, at
            at = min(free, key=cheapest.__getitem__)
            reach = cheapest[at]
            for column in free:
                cheapest[column] -= reach
            for column in (*(c for c in range(size) if done[c]), size):
                rows[owner[column]] += reach
                columns[column] -= reach
        while at != size:
            owner[at] = owner[before[at]]
            at = before[at]
    return owner[:size]
