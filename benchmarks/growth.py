"""How the time of a check grows with the length of one file: time ~ length^k."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import goals
from benchmarks.bench import Bench
from benchmarks.fixtures import DRAFT
from benchmarks.measure import Measure, exponent, missing

DRAFTS = (10, 30, 100, 300, 1_000)
ROUNDS = 2
NAME = "exponent, 10 to 1,000 drafts' length in one file"


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield the exponent of the best times, then these."""
    lengths = (1, 2, 4) if bench.quick else DRAFTS
    size = len(DRAFT.encode())
    paths = {each: bench.fixtures.sized(f"{each}-drafts.txt", each * size) for each in lengths}
    times = bench.inside("growth", 1 if bench.quick else ROUNDS, bench.seed, *paths.values())
    if times is None:
        yield missing(NAME, "took too long", goals.GROWTH)
        return
    seconds = [min(times[str(path)]) for path in paths.values()]
    yield Measure(NAME, exponent(lengths, seconds), "", goal=goals.GROWTH)
    for each, took in zip(lengths, seconds, strict=True):
        yield Measure(
            f"{each:,} drafts' length", took, "s", note=f"{took / each * 1e3:.2f} ms a draft's length"
        )
