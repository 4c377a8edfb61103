"""Sentences as sets of five characters."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

LENGTH = 5
"""Code points of a gram."""
MOST = 2_000_000
"""So many grams are kept of all papers together; where there are more, an even sample of them."""
_WIDTH = 4
"""Bytes of a code point in UTF-32."""


def grams(words: Iterable[str], step: int = 1) -> set[int]:
    """Return the grams of some texts, each as a number; with `step`, one in so many, the same ones in every text.

    Numbers take a quarter of the room of strings, and two of them meet by chance once in two thousand at the most.
    """
    found: set[int] = set()
    for text in words:
        data = text.encode("utf-32-le", "surrogatepass")
        for at in range(0, len(data) - (LENGTH - 1) * _WIDTH, _WIDTH):
            number = crc32(data[at : at + LENGTH * _WIDTH])
            if number % step == 0:
                found.add(number)
    return found


def step_for(characters: int) -> int:
    """Return one in how many grams is kept of papers with so many characters."""
    return max(1, -(-characters // MOST))
