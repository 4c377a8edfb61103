"""Run the benchmarks named on the command line, or all of them."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from benchmarks import peers, report
from benchmarks.bench import Bench
from benchmarks.fixtures import Fixtures
from benchmarks.interpreters import VERSION, Interpreter, chosen
from benchmarks.machine import facts
from benchmarks.measure import Measure
from benchmarks.place import Place

SECTIONS = (
    "start",
    "check",
    "docx",
    "write",
    "told",
    "folder",
    "desk",
    "growth",
    "hostile",
    "memory",
    "page",
)
WITH_BOTH = ("start", "check")
"""What is measured with a plain interpreter too, where there is an optimised one."""
ROUNDS, MANY = 15, 1_000
QUICK_ROUNDS, QUICK_MANY = 1, 3
_Measured = tuple[list[Measure], dict[str, str], bool]


def main(words: Sequence[str]) -> int:
    """Measure, print the tables, and write what was asked for. A missed goal is no failure."""
    given = _parser().parse_args(words)
    runs = [report.load(path.read_text("utf-8")) for path in given.read] or list(_all_measured(given))
    text = "\n".join(report.markdown(*run) for run in runs)
    sys.stdout.write(text)
    if given.json and not given.read:
        for number, run in enumerate(runs, start=1):
            # A second interpreter's figures stand beside the first one's.
            path = given.json if number == 1 else given.json.with_suffix(f".{number}{given.json.suffix}")
            path.write_text(report.dump(*run), "utf-8")
    if given.write:
        report.write(given.write, text)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m benchmarks", description="Measure docklint, as ratios within one run."
    )
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"{', '.join(SECTIONS)}; default: all")
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="where other linters are installed")
    parser.add_argument(
        "--python",
        action="append",
        default=[],
        metavar="PATH",
        help="measure with this interpreter, of the version that runs this; may stand several times"
        " (default: an optimised one that is found, and the one that runs this)",
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of each command (default %(default)s)")
    parser.add_argument("--many", type=int, default=MANY, help="drafts in a folder (default %(default)s)")
    parser.add_argument(
        "--seed", type=int, default=7, help="of the drafts and of the order (default %(default)s)"
    )
    parser.add_argument("--quick", action="store_true", help="only try that everything runs")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    parser.add_argument(
        "--read", type=Path, nargs="+", default=[], metavar="FILE", help="show such files; measure nothing"
    )
    parser.add_argument(
        "--write", type=Path, metavar="PAGE", help="put the tables into a page (docs/benchmarks.md)"
    )
    return parser


def _all_measured(given: argparse.Namespace) -> Iterator[_Measured]:
    """Measure with each interpreter: all sections with the first, and what depends most on it with the others."""
    unknown = set(given.sections) - set(SECTIONS)
    if unknown:
        raise SystemExit(f"no section {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    asked = given.sections or SECTIONS
    found = chosen([sys.executable] if given.quick and not given.python else given.python)
    if not found:
        raise SystemExit(f"no Python {VERSION} at {', '.join(given.python)}")
    first, *others = found
    yield _measured(given, first, asked)
    for each in others:
        if again := [name for name in asked if given.python or name in WITH_BOTH]:
            yield _measured(given, each, again)


def _measured(given: argparse.Namespace, interpreter: Interpreter, sections: Sequence[str]) -> _Measured:
    with tempfile.TemporaryDirectory() as name:
        folder, quick = Path(name), given.quick
        bench = Bench(
            place=Place(folder, interpreter),
            fixtures=Fixtures(folder, given.seed, QUICK_MANY if quick else given.many),
            peers=peers.found(given.peers.absolute() if given.peers else None),
            rounds=QUICK_ROUNDS if quick else given.rounds,
            seed=given.seed,
            quick=quick,
        )
        about = facts(bench)
        return list(_sections(bench, sections)), about, not quick


def _sections(bench: Bench, names: Sequence[str]) -> Iterator[Measure]:
    for name in names:
        bench.say(name)
        for measure in import_module(f"benchmarks.{name}").measures(bench):
            yield measure._replace(section=name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
