"""Papers of a real paper's length, put together from sentences of the labelled set: each stands in several of them."""

from __future__ import annotations

import re
from random import Random

from tests.correspondence.sample import load

LENGTH = 4_000
"""Code points of a paper."""
_SENTENCES = 12
"""So many stand below one dimension."""
_DIGIT = re.compile("[0-9]")


def papers(count: int, seed: int) -> list[str]:
    """Return so many papers; figures differ, so that hardly a sentence is the same to the letter."""
    pool = [each for one in load() for each in re.findall(r"[^。！？\n]{12,}[。！？]", one.text)]
    return [_paper(pool, Random(seed * 100_003 + at)) for at in range(count)]


def _paper(pool: list[str], chance: Random) -> str:
    pieces, length = ["甲单位对照检查材料\n一、存在的问题"], 0
    while length < LENGTH:
        if len(pieces) % _SENTENCES == 1:
            pieces.append(f"\n（{'一二三四五六七八九十'[len(pieces) // _SENTENCES % 10]}）学习方面。")
        pieces.append(_DIGIT.sub(lambda _: str(chance.randrange(10)), chance.choice(pool)))
        length += len(pieces[-1])
    return "".join(pieces)
