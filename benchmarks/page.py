"""The one-file page in Chromium: from opening to the first answer, beside Pyodide's own start, which is its floor."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.bench import Bench
from benchmarks.measure import Measure, figure, missing, paired, ratio, spread

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "dist" / "docklint.html"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
STARTS = 5
FIGURES = {
    "python": "Pyodide alone",
    "start": "start of the page",
    "rehearse": "rehearsal, behind the start",
    "first": "first check",
    "third": "later check",
    "long": "check of 100,000 characters",
    "gap": "widest gap of the page meanwhile",
}


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield the start as a multiple of Pyodide's, then milliseconds."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    name = "start of the page / Pyodide alone"
    if not PAGE.is_file() or browser is None or shutil.which("node") is None:
        yield missing(name, "dist/docklint.html, Chromium or node not found")
        return
    long = bench.fixtures.sized("long.txt", 300_000)
    runs = [_timed(browser, long) for _ in range(1 if bench.quick else STARTS)]
    if None in runs:
        yield missing(name, "playwright-core not found")
        return
    values = {key: [float(run[key]) for run in runs if run] for key in FIGURES}
    yield ratio(name, paired(values["start"], values["python"]))
    for key, told in FIGURES.items():
        yield figure(told, spread(values[key]), "ms")


def _timed(browser: str, long: Path) -> dict[str, Any] | None:
    script = ROOT / "tests" / "page" / "drive.mjs"
    command = ["node", script, "chromium", browser, PAGE, "timing", long]
    ran = subprocess.run(list(map(str, command)), capture_output=True, timeout=300, check=False)
    return json.loads(ran.stdout) if ran.returncode == 0 else None
