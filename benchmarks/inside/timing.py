"""Functions timed in turn, in random order."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from random import Random

Times = dict[str, list[float]]
_FINE = time.get_clock_info("thread_time").resolution <= 1e-6
clock = time.thread_time if _FINE else time.perf_counter
"""The thread's own time where it is told finely (not on Windows): on a busy machine long runs wait for others too.

The process's time would not do: where it is limited, Linux tells it in steps of milliseconds.
"""


def interleaved(
    ways: Mapping[str, Callable[[], object]],
    rounds: int,
    seed: int,
    warm: bool = True,
    budget: float = math.inf,
) -> Times:
    """Call each once a round and give the seconds it took; to be `warm`, a round before that is not counted.

    No round begins after `budget` seconds.
    """
    chance, times, begin = Random(seed), {name: list[float]() for name in ways}, clock()
    for counts in (*[False] * warm, *[True] * rounds):
        for name in chance.sample(list(ways), len(ways)):
            start = clock()
            ways[name]()
            seconds = clock() - start
            if counts:
                times[name].append(seconds)
        if counts and clock() - begin > budget:
            break
    return times
