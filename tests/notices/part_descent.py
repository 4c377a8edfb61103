"""Descending to the weights of tags: every feature of a piece has one for each tag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from docklint.derive.evidence.part_tags import NONE, TAGS
from docklint.derive.evidence.weights import chances

from .descent import FIRST

PACE, SMALL, STEPS, LEAST = 0.3, 0.002, 6, 9
"""How far a step goes, what keeps weights small, how often all pieces are seen, in how many a feature has to be."""
SHRUNK = 0.2
"""By so much every weight comes nearer to 0 each time all pieces were seen: those that little speaks for vanish."""
SLIGHT = 0.002
"""What misses by less teaches nothing."""

TagExample = tuple[Sequence[str], str, str]
"""The features of a piece, the part before it, and its own tag."""


def tag_weights(examples: Sequence[TagExample]) -> dict[str, float]:
    """Return what each feature weighs for each tag (`tag.feature`); for no part only the part before counts."""
    seen = Counter(name for told, _, _ in examples for name in told)
    ids = {name: at for at, name in enumerate(sorted(name for name, times in seen.items() if times >= LEAST))}
    ids |= {f"last:{tag}": len(ids) + at for at, tag in enumerate(TAGS)}
    table = [[0.0] * len(TAGS) for _ in ids]
    squares = [[FIRST] * len(TAGS) for _ in ids]
    learned = [
        ([ids[name] for name in (*told, f"last:{last}") if name in ids], ids[f"last:{last}"], TAGS.index(tag))
        for told, last, tag in examples
    ]
    for _ in range(STEPS):
        for told, last, right in learned:
            _learn(told, last, right, table, squares)
        table = [[_shrunk(weight) for weight in row] for row in table]
    names = list(ids)
    return {
        f"{tag}.{names[at]}": weight
        for at, row in enumerate(table)
        for tag, weight in zip(TAGS, row, strict=True)
        if weight and (tag != NONE or names[at].startswith("last:"))
    }


def _shrunk(weight: float) -> float:
    return max(weight - SHRUNK, 0.0) if weight > 0 else min(weight + SHRUNK, 0.0)


def _learn(
    told: Sequence[int], last: int, right: int, table: list[list[float]], squares: list[list[float]]
) -> None:
    rows = [table[at] for at in told]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    likely = chances(sums)
    for tag, chance in enumerate(likely):
        miss = chance - (tag == right)
        if abs(miss) < SLIGHT:
            continue
        for at in told if tag else (last,):
            row, square = table[at], squares[at]
            steep = miss + SMALL * row[tag]
            square[tag] += steep * steep
            row[tag] -= PACE * steep / sqrt(square[tag])
