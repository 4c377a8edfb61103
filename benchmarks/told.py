"""What is told of checks: reports, two versions compared, a folder's overview. The floor is the check each rests on."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.bench import Bench
from benchmarks.measure import Measure, best, endless, paired, ratio
from benchmarks.race import Command

ROUNDS, LIMIT, FOLDER_ROUNDS = 40, 120, 5
FORMATS = ("text", "json", "markdown", "html", "docx")
CHECK, OVERVIEW = "check a folder", "overview of the folder"


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield what writing each report, comparing two versions and an overview take, as multiples of the checks."""
    drafts = [bench.fixtures.texts / f"{at:04}.txt" for at in (0, 1)]
    rounds = 1 if bench.quick else ROUNDS
    times = bench.inside("told", *drafts, ",".join(FORMATS), rounds, bench.seed, limit=LIMIT)
    names = [*(f"report as {each}" for each in FORMATS), "compare two versions"]
    for name in names:
        if times is None:
            yield endless(f"{name} / check", LIMIT)
        elif name == names[-1]:
            yield ratio(f"{name} / two checks", best(times[name], times["two checks"]))
        else:
            yield ratio(f"{name} / check", best(times[name], times["check"]))
    runs = bench.race(list(_commands(bench)), FOLDER_ROUNDS)
    yield ratio(f"{OVERVIEW} / {CHECK}", paired(runs[OVERVIEW].processor, runs[CHECK].processor))


def _commands(bench: Bench) -> Iterator[Command]:
    few = bench.fixtures.few
    yield bench.docklint(CHECK, "check", few, cwd=bench.fixtures.one, statuses=(0, 1))
    yield bench.docklint(OVERVIEW, "overview", few, cwd=bench.fixtures.one, statuses=(0, 1))
