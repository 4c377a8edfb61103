"""Cold starts: what somebody waits for after Enter, as a multiple of a bare typer program and of other linters."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import goals, peers
from benchmarks.bench import Bench
from benchmarks.measure import Measure, Spread, figure, missing, paired, ratio, spread
from benchmarks.race import Command, Runs

PASS, BARE = "python -I -c pass", "bare typer program"
TEXT, JSON, WORD = "check draft.txt", "check --format json draft.txt", "check draft.docx"
COLD = {TEXT: goals.COLD_TEXT, JSON: goals.COLD_JSON, WORD: goals.COLD_DOCX}
"""The cold checks with their goals beside the bare typer program. A `docklint.toml` lies in the folder."""


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield the ratios that have goals, then how long each command took.

    To the bare typer program in the processor's time: both do one thing at a time and wait for nothing. Other linters use
    several cores, so beside them time is what passes on the wall.
    """
    runs = bench.race(list(_commands(bench)))
    for name, goal in COLD.items():
        yield ratio(f"{name} / {BARE}", paired(runs[name].processor, runs[BARE].processor), goal)
    for peer in peers.FOR_TEXT:
        yield _beside(runs, peer)
    for name, found in runs.items():
        times = paired(found.processor, runs[PASS].processor).value
        yield figure(name, _milliseconds(found), "ms", f"{times:.1f} × {PASS}")


def _beside(runs: dict[str, Runs], peer: str) -> Measure:
    name, goal = f"{TEXT} / {peer}", goals.COLD_PEERS.get(peer)
    if peer not in runs:
        return missing(name, f"{peer} not found", goal)
    return ratio(name, paired(runs[TEXT].seconds, runs[peer].seconds), goal)


def _commands(bench: Bench) -> Iterator[Command]:
    folder = bench.fixtures.one
    yield bench.python(PASS, "-I", "-c", "pass", cwd=folder)
    yield bench.bare(BARE)
    yield bench.python("import docx", "-I", "-c", "import docx", cwd=folder)
    for name in COLD:
        yield bench.docklint(name, *name.split(), cwd=folder)
    for name in peers.FOR_TEXT:
        if name in bench.peers:
            yield bench.peers[name].command(name, folder, "draft.txt")


def _milliseconds(runs: Runs) -> Spread:
    return spread([seconds * 1e3 for seconds in runs.processor])
