"""What known words tell of a place in a sentence: whether it cuts one in two, whether one begins or ends there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docklint.derive.evidence.weights import feature
from docklint.structure.correspondence.senses import lengths_at

LONGEST = 4
"""Code points of the longest words that are asked for."""
KEPT = 4096
"""So many beginnings of words are kept in mind."""


def at_begin(text: str, at: int) -> Iterator[str]:
    """Yield what words tell of a place where a name may begin."""
    yield feature("cuts-word", is_cut(text, at))
    yield feature("word-begins", max(_lengths(text[at : at + LONGEST]), default=0))
    yield feature("word-before", _ends(text, at))
    yield feature("again", _is_again(text, at))


def at_end(text: str, at: int) -> Iterator[str]:
    """Yield what words tell of a place where a name may end."""
    yield feature("cuts-word", is_cut(text, at))
    yield feature("word-ends", _ends(text, at))
    yield feature("word-behind", max(_lengths(text[at : at + LONGEST]), default=0))
    yield feature("again", _is_again(text, at))


def is_cut(text: str, at: int) -> bool:
    """Return whether a known word stands across a place."""
    return any(
        length > back
        for back in range(1, min(LONGEST, at + 1))
        for length in _lengths(text[at - back : at - back + LONGEST])
    )


def _ends(text: str, at: int) -> int:
    """Return how long the longest known word is that ends at a place, 0 without one."""
    return next(
        (n for n in range(min(LONGEST, at), 1, -1) if n in _lengths(text[at - n : at - n + LONGEST])), 0
    )


def _is_again(text: str, at: int) -> bool:
    """Return whether the two signs beside a place stand so elsewhere as well."""
    return text.count(text[max(at - 1, 0) : at + 1]) > 1


@lru_cache(KEPT)
def _lengths(words: str) -> tuple[int, ...]:
    return tuple(n for n in lengths_at(words, 0) if n <= LONGEST) if words else ()
