"""References: what a measure says it is directed at (针对理论学习不深的问题，…)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from docklint.grammar import Grammar
from docklint.word_search import letters

ENOUGH = 0.7
"""How much of a target (0-1) must stand in a part's words for the part to be meant."""


def targets(text: str, grammar: Grammar) -> Iterator[str]:
    """Yield what `text` names as its targets, without quotes, in order."""
    if not any(opener in text for opener in grammar["target-openers"]):
        return
    for match in grammar.target.finditer(text):
        target = letters(match["target"])
        if len(target) > 1:
            yield target


def named(target: str, words: str) -> float:
    """Return how much of a target stands in `words`, 0-1, by pairs of neighbouring characters."""
    pairs = _pairs(target)
    return len(pairs & _pairs(words)) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(one + other for one, other in pairwise(letters(text)))
