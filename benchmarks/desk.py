"""Comparing papers with each other: to the least that is needed, the five-character strings of all of them, made once."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import goals
from benchmarks.bench import Bench
from benchmarks.measure import Measure, best, endless, figure, ratio, spread

SIZES = ((200, 0, goals.ALL_PAIRS), (1_000, 1_000, goals.THOUSANDS))
QUICK = ((12, 0, goals.ALL_PAIRS), (12, 8, goals.THOUSANDS))
STEPS = ("read", "compare", "examples", "passages")
ROUNDS, LIMIT = 3, 400


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield for each size the ratio that has a goal, then the seconds of its steps."""
    for this, past, goal in QUICK if bench.quick else SIZES:
        name = f"{this:,} papers" + (f" against {past:,}" if past else ", all pairs")
        times = bench.inside(
            "desk", this, past, 1 if bench.quick or past else ROUNDS, bench.seed, limit=LIMIT
        )
        if times is None:
            yield endless(name, LIMIT, goal)
            continue
        whole = [sum(min(times[step]) for step in STEPS)]
        yield ratio(f"{name}: all of it / strings made once", best(whole, [min(times["strings"])]), goal)
        yield ratio(f"{name}: compared / strings made once", best(times["compare"], times["strings"]))
        for step in STEPS:
            yield figure(f"{name}: {step}", spread(times[step]), "s")
