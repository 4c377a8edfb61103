"""A full check of one draft within a running process, to thirty plain passes of `re` over the same text."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import goals
from benchmarks.bench import Bench
from benchmarks.fixtures import DRAFT
from benchmarks.measure import Measure, best, endless, figure, ratio, spread

ROUNDS, LIMIT = 100, 120


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield the ratio, then the best times."""
    draft = bench.fixtures.one / "draft.txt"
    times = bench.inside("check", draft, 3 if bench.quick else ROUNDS, bench.seed, limit=LIMIT)
    name = f"check of a draft of {len(DRAFT)} characters / thirty passes"
    if times is None:
        yield endless(name, LIMIT, goals.CHECK)
        return
    yield ratio(name, best(times["check"], times["thirty passes"]), goals.CHECK)
    for way, seconds in times.items():
        found = spread([each * 1e3 for each in seconds])
        yield figure(way, found._replace(value=min(seconds) * 1e3), "ms", "best")
