"""The least edit: which characters of a text must go and which must come for it to become another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_LARGEST = 40_000
"""So many pairs of characters are compared; beyond, what lies between common ends is exchanged as a whole."""


class Change(NamedTuple):
    """Characters `start` to `end` give way to `text`."""

    start: int
    end: int
    text: str


def least(old: str, new: str) -> list[Change]:
    """Return the changes that turn `old` into `new`, in order, none touching another.

    The most characters that can stay do, in one of the ways there are.
    """
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle, wanted = old[start : len(old) - end], new[start : len(new) - end]
    if len(middle) * len(wanted) > _LARGEST:
        return [Change(start, len(old) - end, wanted)]
    return [Change(start + first, start + last, text) for first, last, text in _joined(middle, wanted)]


def _common(old: str, new: str) -> int:
    """Count the characters that two texts begin with alike."""
    pairs = zip(old, new, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


def _joined(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Walk the two side by side; steps that touch are one change."""
    longest = _longest(old, new)
    i = j = first = 0
    words = ""
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            if first < i or words:
                yield first, i, words
            i, j, words = i + 1, j + 1, ""
            first = i
        elif i < len(old) and (j == len(new) or longest[i + 1][j] >= longest[i][j + 1]):
            i += 1
        else:
            words += new[j]
            j += 1
    if first < i or words:
        yield first, i, words


def _longest(old: str, new: str) -> list[list[int]]:
    """Return how many characters the rests of the two have in common, in order, from every pair of places on."""
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            if old[i] == new[j]:
                table[i][j] = table[i + 1][j + 1] + 1
            else:
                table[i][j] = max(table[i + 1][j], table[i][j + 1])
    return table
