"""Functions timed in turn, in random order."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from random import Random

Times = dict[str, list[float]]


def interleaved(ways: Mapping[str, Callable[[], object]], rounds: int, seed: int) -> Times:
    """Call each once a round and give the seconds it took, round by round; the first round is not counted."""
    chance, times = Random(seed), {name: list[float]() for name in ways}
    for counts in (False, *[True] * rounds):
        for name in chance.sample(list(ways), len(ways)):
            start = time.perf_counter()
            ways[name]()
            seconds = time.perf_counter() - start
            if counts:
                times[name].append(seconds)
    return times
