"""A full check of a DOCX within a running process, to unzipping, parsing and collecting its text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks import goals
from benchmarks.bench import Bench
from benchmarks.measure import Goal, Measure, best, endless, figure, ratio, spread

ROUNDS = {"one draft": 40, "1,000 paragraphs": 15, "10,000 paragraphs": 3}
LIMIT = 90
"""Seconds that all rounds of a size have."""


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield a ratio a size, with python-docx beside it, and the best time."""
    fixtures = bench.fixtures
    yield from _of(bench, "one draft", fixtures.one / "draft.docx", None)
    for count in (1_000,) if bench.quick else (1_000, 10_000):
        yield from _of(
            bench, f"{count:,} paragraphs", fixtures.paragraphs(count // (1 + 9 * bench.quick)), goals.DOCX
        )


def _of(bench: Bench, name: str, draft: Path, goal: Goal | None) -> Iterator[Measure]:
    times = bench.inside("word", draft, 1 if bench.quick else ROUNDS[name], bench.seed, limit=LIMIT)
    if times is None:
        yield endless(f"{name}: check / unzip, parse, walk", LIMIT, goal)
        return
    floor = times["parse"]
    yield ratio(f"{name}: check / unzip, parse, walk", best(times["check"], floor), goal)
    read_goal = goals.DOCX_READ if goal else None
    yield ratio(f"{name}: reading alone / unzip, parse, walk", best(times["read"], floor), read_goal)
    yield ratio(f"{name}: python-docx / unzip, parse, walk", best(times["python-docx"], floor))
    found = spread([each * 1e3 for each in times["check"]])
    yield figure(f"{name}: check", found._replace(value=min(times["check"]) * 1e3), "ms", "best")
