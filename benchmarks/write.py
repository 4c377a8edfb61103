"""Annotating and fixing a Word draft within a running process: what each takes above the check it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import goals
from benchmarks.bench import Bench
from benchmarks.fixtures import DRAFT
from benchmarks.measure import Measure, best, endless, ratio, spread

ROUNDS, LIMIT = 40, 120
WAYS = ("annotate", "fix", "annotate --with-fixes")


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield for each way the milliseconds above the check, then the ratio to it: the check is the floor."""
    draft = bench.fixtures.one / "draft.docx"
    times = bench.inside("written", draft, 1 if bench.quick else ROUNDS, bench.seed, limit=LIMIT)
    for way in WAYS:
        name = f"{way}, a draft of {len(DRAFT)} characters"
        if times is None:
            yield endless(name, LIMIT, goals.WRITTEN)
            continue
        above = [(mine - floor) * 1e3 for mine, floor in zip(times[way], times["check"], strict=True)]
        found = spread(above)
        least = (min(times[way]) - min(times["check"])) * 1e3
        yield Measure(f"{name}: above the check", least, "ms", found.low, found.high, goals.WRITTEN, "best")
        yield ratio(f"{name} / check", best(times[way], times["check"]))
