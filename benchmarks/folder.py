"""Folders of drafts: files a second in one and two processes, beside other linters on the same folder."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import goals, peers
from benchmarks.bench import Bench
from benchmarks.measure import Goal, Measure, figure, missing, paired, ratio, spread
from benchmarks.race import Command, Runs

FAST, SLOW = 5, 2
"""Rounds, and rounds with the linters that need half a minute for each."""
SLOW_PEERS = ("textlint", "zhlint")
ONE, TWO, WORD_ONE, WORD_TWO = "text, 1 job", "text, 2 jobs", "DOCX, 1 job", "DOCX, 2 jobs"
PARSE = "unzip and parse"


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield the ratios that have goals, then files a second."""
    runs = bench.race(list(_commands(bench)), FAST)
    slow = [
        bench.peers[name].command(name, bench.fixtures.texts, ".")
        for name in SLOW_PEERS
        if name in bench.peers
    ]
    beside = bench.race([_check(bench, TWO), *slow], SLOW) if slow else {}
    yield from _beside_peers(runs, beside)
    yield _faster("two jobs / one, text", runs[TWO], runs[ONE], goals.TWO_JOBS)
    yield _faster("two jobs / one, DOCX", runs[WORD_TWO], runs[WORD_ONE], goals.TWO_JOBS)
    yield _busy("text", runs[TWO], runs[ONE])
    yield _busy("DOCX", runs[WORD_TWO], runs[WORD_ONE])
    docx = paired(runs[WORD_TWO].seconds, runs[PARSE].seconds)
    yield ratio(f"{WORD_TWO} / {PARSE} in one process", docx, goals.FOLDER_DOCX)
    for name, found in (beside | runs).items():
        rates = spread([bench.fixtures.many / seconds for seconds in found.seconds])
        yield figure(name, rates, "files/s")


def _beside_peers(runs: dict[str, Runs], beside: dict[str, Runs]) -> Iterator[Measure]:
    for name in peers.FOR_TEXT:
        goal, where = goals.FOLDER_PEERS.get(name), beside if name in SLOW_PEERS else runs
        if name in where:
            yield _faster(f"files/s, {TWO} / {name}", where[TWO], where[name], goal)
        else:
            yield missing(f"files/s, {TWO} / {name}", f"{name} not found", goal)


def _faster(name: str, compiled: Runs, theirs: Runs, goal: Goal | None) -> Measure:
    """Return how many times the files a second of `theirs` ours are: the times the other way round."""
    return ratio(name, paired(theirs.seconds, compiled.seconds), goal)


def _commands(bench: Bench) -> Iterator[Command]:
    for name in (ONE, TWO, WORD_ONE, WORD_TWO):
        yield _check(bench, name)
    words = ("-m", "benchmarks.inside", "600", "parse", bench.fixtures.words)
    yield bench.python(PARSE, *words, cwd=bench.root)
    for name, peer in bench.peers.items():
        if name not in SLOW_PEERS:
            folder = bench.fixtures.sources if name in peers.FOR_PYTHON else bench.fixtures.texts
            yield peer.command(name, folder, ".")


def _check(bench: Bench, name: str) -> Command:
    folder = bench.fixtures.words if name.startswith("DOCX") else bench.fixtures.texts
    jobs = "2" if name.endswith("jobs") else "1"
    return bench.docklint(name, "check", "--quiet", "--format", "concise", "--jobs", jobs, ".", cwd=folder)


def _busy(name: str, two: Runs, one: Runs) -> Measure:
    """Return what two jobs cost in all, whoever else wants the cores: the parent's work, and two more starts."""
    found = paired(two.processor, one.processor)
    note = f"so at most {2 / found.value:.2f} × as fast on two free cores"
    return ratio(f"two jobs / one, {name}: processor's time of all processes", found, note=note)
