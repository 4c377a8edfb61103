"""Cold starts, interleaved in random order: medians, and each as a multiple of a bare Python."""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
ROUNDS = 15
BARE_TYPER = "import typer; app = typer.Typer(); app.command()(lambda: None); app([], standalone_mode=False)"
COMMANDS = {
    "python -I -c pass": ("-I", "-c", "pass"),
    "bare typer program": ("-c", BARE_TYPER),
    "import docx": ("-c", "import docx"),
    "check, text": ("-m", "docklint", "check", str(EXAMPLES / "clean.txt")),
    "check, DOCX": ("-m", "docklint", "check", str(EXAMPLES / "clean.docx")),
    "check, text, json": ("-m", "docklint", "check", "--format", "json", str(EXAMPLES / "clean.txt")),
}


def rows() -> Iterator[str]:
    """Yield a table row a command."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name in random.sample(list(COMMANDS), len(COMMANDS)):
            times[name].append(_run(COMMANDS[name]))
    medians = {name: statistics.median(found) for name, found in times.items()}
    bare, typer = medians["python -I -c pass"], medians["bare typer program"]
    yield "| command | median, ms | / bare Python | / bare typer |\n|---|---|---|---|"
    for name, seconds in medians.items():
        yield f"| {name} | {seconds * 1e3:.0f} | {seconds / bare:.1f} | {seconds / typer:.2f} |"


def _run(arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
    return time.perf_counter() - start
