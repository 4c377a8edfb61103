"""A short way to write many wordings: “{存在|查摆出}的{突出|主要}问题” stands for four titles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from re import split

LIMIT = 200
"""The most wordings one pattern may stand for."""


def expand(pattern: str) -> tuple[str, ...]:
    """Write out the wordings `pattern` stands for, in order, each once.

    Raises `ValueError` when the braces do not pair or nest, or when there are more than `LIMIT` wordings.
    """
    if "{" not in pattern and "}" not in pattern:
        return (pattern,)
    choices = list(_choices(pattern))
    count = 1
    for choice in choices:
        count *= len(choice)
        if count > LIMIT:
            raise ValueError(f"> {LIMIT}")
    return tuple(dict.fromkeys("".join(words) for words in product(*choices)))


def _choices(pattern: str) -> Iterator[list[str]]:
    for place, piece in enumerate(split(r"(\{[^{}]*\})", pattern)):
        if place % 2:
            yield piece[1:-1].split("|")
        elif "{" in piece or "}" in piece:
            raise ValueError(piece)
        else:
            yield [piece]
