"""Peak memory of one check, and what a large text takes for each of its bytes."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import goals
from benchmarks.bench import Bench
from benchmarks.measure import Measure, Spread, figure, missing, ratio, spread
from benchmarks.race import Runs

BARE, TEXT, WORD = "bare typer program", "check draft.txt", "check draft.docx"
LARGE = 12_000_000
"""Bytes of the text of the goal."""


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield the ratios, then the peaks."""
    folder = bench.fixtures.one
    small = bench.race(
        [bench.bare(BARE), *(bench.docklint(each, *each.split(), cwd=folder) for each in (TEXT, WORD))]
    )
    if small[BARE].peaks[0] is None:
        yield missing("peak memory", "nothing tells it on this system", goals.MEMORY_DRAFT)
        return
    for name in (TEXT, WORD):
        goal = goals.MEMORY_DRAFT if name == TEXT else None
        yield ratio(f"{name} / {BARE}", _spread(small[name], _spread(small[BARE]).value), goal)
    share = 100 if bench.quick else 1
    yield from _large(bench, LARGE // share)
    for name, found in small.items():
        yield figure(name, _spread(found), "MB")


def _large(bench: Bench, size: int) -> Iterator[Measure]:
    """Check a text of `size` bytes; it may be refused, which is then said."""
    path = bench.fixtures.sized(f"{size}.txt", size)
    found = bench.race([bench.docklint("large", "check", path, cwd=path.parent, statuses=(1, 2))], 1)["large"]
    note = (
        "refused: more characters than docklint reads" if 2 in found.statuses else f"{found.seconds[0]:.1f} s"
    )
    megabytes = size / 2**20
    yield ratio(
        f"a text of {size / 1e6:g} MB / its size", _spread(found, megabytes), goals.MEMORY_LARGE, note
    )


def _spread(runs: Runs, by: float = 1) -> Spread:
    return spread([(peak or 0) / by for peak in runs.peaks])
