"""How the time of a check grows with the length of one file: time ~ length^k."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import goals
from benchmarks.bench import Bench
from benchmarks.fixtures import DRAFT
from benchmarks.measure import Measure, endless, exponent

DRAFTS, QUICK = (10, 30, 100, 300, 1_000), (1, 2, 4)
ROUNDS, LIMIT = 2, 90
"""How often a length is checked, and the seconds it has for that."""


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield the exponent of the best times, as far as they go, then these."""
    lengths = QUICK if bench.quick else DRAFTS
    seconds = [_seconds(bench, each) for each in lengths]
    done = [(each, took) for each, took in zip(lengths, seconds, strict=True) if took is not None]
    name = f"exponent, {lengths[0]} to {lengths[-1]:,} drafts' length in one file"
    if len(done) < len(lengths):
        yield endless(name, LIMIT, goals.GROWTH)
        name = f"exponent, {lengths[0]} to {done[-1][0]:,} drafts' length in one file"
    yield Measure(name, exponent(*zip(*done, strict=True)), "", goal=goals.GROWTH)
    for each, took in done:
        yield Measure(
            f"{each:,} drafts' length", took, "s", note=f"{took / each * 1e3:.2f} ms a draft's length"
        )


def _seconds(bench: Bench, drafts: int) -> float | None:
    """Return the best time for a text of so many drafts' length; None if it takes too long."""
    text = bench.fixtures.sized(f"{drafts}-drafts.txt", drafts * len(DRAFT.encode()))
    times = bench.inside("growth", text, 1 if bench.quick else ROUNDS, limit=LIMIT)
    return min(times["check"]) if times else None
