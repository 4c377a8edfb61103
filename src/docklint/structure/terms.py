"""Terms: what a part says in its own words, stock phrases left out, and how much two parts share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain, pairwise
from math import log, sqrt

from docklint.patterns import either, ours
from docklint.profile import Lexicon
from docklint.values import Value

LONGEST = 30
"""Code points of the longest expression that is told as shared."""
_CLAUSE = r"[^\w]+|[0-9A-Za-z_]+"


def terms(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Give the pairs of neighbouring characters in `text` that no stock phrase and no stop cuts apart."""
    left = ours(_phrases(lexicon)).sub("|", text)
    pieces = ours(_unstocked(lexicon)).findall(left)
    return frozenset([one + other for piece in pieces for one, other in pairwise(piece)])


def shared(one: str, other: str, lexicon: Lexicon) -> list[str]:
    """Give the longest expressions that both texts use and that are more than stock phrases, longest first."""
    found = dict.fromkeys(
        run for piece in ours(_CLAUSE).split(one) for run in _runs(piece, other, _particles(lexicon))
    )
    ranked = sorted((run for run in found if terms(run, lexicon)), key=len, reverse=True)
    return [run for n, run in enumerate(ranked) if not any(run in longer for longer in ranked[:n])]


def _runs(piece: str, text: str, particles: str) -> Iterator[str]:
    """Yield the maximal stretches of at least two characters of `piece` that stand in `text`."""
    start = 0
    while start < len(piece) - 1:
        end = start + 1
        while end < min(len(piece), start + LONGEST) and piece[start : end + 1] in text:
            end += 1
        if end - start > 1:
            yield piece[start:end].strip(particles)
        start = end if end - start > 1 else start + 1


@lru_cache(maxsize=8)
def _particles(lexicon: Lexicon) -> str:
    return "".join(word for word in lexicon["stock-phrases"] if len(word) == 1)


@lru_cache(maxsize=8)
def _phrases(lexicon: Lexicon) -> str:
    return either(word for word in lexicon["stock-phrases"] if len(word) > 1)


@lru_cache(maxsize=8)
def _unstocked(lexicon: Lexicon) -> str:
    """Stretches of Chinese without a particle; these stand apart from the phrases, for they are everywhere."""
    return rf"[^\W0-9A-Za-z_{_particles(lexicon)}]{{2,}}"


class Rarity(Value):
    """How much each term of a draft counts. `common`: those that two parts use; `alone`: each of the others."""

    common: Mapping[str, float]
    alone: float

    def length(self, own: Set[str], shared: Iterable[str]) -> float:
        """Give the Euclidean length of a part's terms, of which some are `shared` with another part."""
        squares = [weight * weight for weight in map(self.common.__getitem__, shared)]
        return sqrt(sum(squares) + (len(own) - len(squares)) * self.alone**2) or 1.0


def rarity(parts: Sequence[frozenset[str]]) -> Rarity:
    """Weigh every term by how few of the draft's parts use it: its inverse document frequency, over 0."""
    counts = Counter(chain.from_iterable(parts))
    weights = [log(1 + len(parts) / count) for count in range(1, len(parts) + 1)]
    return Rarity({term: weights[count - 1] for term, count in counts.items() if count > 1}, weights[0])
