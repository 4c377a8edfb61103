"""Terms: what a part says in its own words, stock phrases left out, and how much two parts share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt

from docklint.patterns import ours
from docklint.profile import Lexicon

_CLAUSE = ours(r"[^\w]+|[0-9A-Za-z_]+")


def terms(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Give the pairs of neighbouring characters in `text` that no stock phrase and no stop cuts apart."""
    rest = ours(_stock(lexicon)).sub("|", text)
    return frozenset(one + other for piece in _CLAUSE.split(rest) for one, other in pairwise(piece))


@lru_cache(maxsize=8)
def _stock(lexicon: Lexicon) -> str:
    return "|".join(sorted(lexicon["stock-phrases"], key=len, reverse=True))


def rarity(parts: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """Weigh every term by how few of the draft's parts use it (inverse document frequency, over 0)."""
    counts: Counter[str] = Counter()
    total = 0
    for part in parts:
        counts.update(part)
        total += 1
    return {term: log(1 + total / count) for term, count in counts.items()}


def length(own: Iterable[str], weights: Mapping[str, float]) -> float:
    """Give the Euclidean length of a part's terms under `weights`."""
    return sqrt(sum(weights[term] ** 2 for term in own)) or 1.0
