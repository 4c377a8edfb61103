"""Hostile texts of four times the length; hostile DOCX, each checked in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import goals
from benchmarks.bench import Bench
from benchmarks.measure import Measure, endless
from benchmarks.race import Command
from benchmarks.shapes import Shape, shapes
from tests.docx_builder import typed
from tests.word.test_hostile import READ, REFUSED

ROUNDS, LIMIT = 3, 40
"""How often a shape is checked, and the seconds it has for all of that."""
QUICK_SHAPES, QUICK_SHARE, QUICK_WORDS = ("digits", "causes and measures"), 0.02, 3
WORST, HARMLESS = 3, "harmless"


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield a growth a shape, the worst first, then the hostile DOCX that take most."""
    share = QUICK_SHARE if bench.quick else 1
    chosen = (shape for name, shape in shapes(share).items() if not bench.quick or name in QUICK_SHAPES)
    grown = [_grown(bench, shape, share) for shape in chosen]
    yield from sorted(grown, key=lambda each: -(each.value or 0))
    yield from _words(bench)


def _grown(bench: Bench, shape: Shape, share: float) -> Measure:
    rounds = 1 if bench.quick else ROUNDS
    times = bench.inside("hostile", shape.name, share, rounds, bench.seed, limit=LIMIT)
    name = f"{shape.name}: T({shape.size:,}) / T({shape.size // 4:,})"
    if times is None:
        return endless(name, LIMIT, goals.HOSTILE)
    small, large = min(times["small"]), min(times["large"])
    return Measure(name, large / small, goal=goals.HOSTILE, note=f"{large:.2f} s")


def _words(bench: Bench) -> Iterator[Measure]:
    """Yield the longest times and the highest peaks among all hostile DOCX, and a harmless one's."""
    runs = bench.race(list(_commands(bench)), 1)
    times = {name: found.seconds[0] for name, found in runs.items()}
    peaks = {name: found.peaks[0] or 0 for name, found in runs.items()}
    for what, unit, values in (("slowest", "s", times), ("largest", "MB", peaks)):
        yield Measure(f"{HARMLESS} DOCX", values.pop(HARMLESS), unit)
        worst = sorted(values, key=lambda name: -values[name])[:WORST]
        yield from (
            Measure(f"{what} hostile DOCX of {len(values)}: {name}", values[name], unit) for name in worst
        )


def _commands(bench: Bench) -> Iterator[Command]:
    made = {name: case[0] for name, case in (*REFUSED.items(), *READ.items())}
    names = [*made][:QUICK_WORDS] if bench.quick else [*made]
    folder = bench.fixtures.folder
    for at, name in enumerate((HARMLESS, *names)):
        path = folder / f"hostile-{at}.docx"
        path.write_bytes(made[name]() if name in made else typed("一、存在的问题\n一是学习不够。"))
        yield bench.docklint(name, "check", path, cwd=folder, statuses=(0, 1, 2))
