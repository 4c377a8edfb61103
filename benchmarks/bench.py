"""What a section gets to measure with."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.fixtures import Fixtures
from benchmarks.peers import Peer
from benchmarks.place import ROOT, Place
from benchmarks.race import Command, Runs, race, surroundings

Times = dict[str, list[float]]
PATIENCE = 5
"""How much longer a task may wait for the processor than it may use it."""
ENDED = {-24, -9}
"""How a process ends that used up its time: by SIGXCPU, or SIGKILL a second later."""


class Bench(NamedTuple):
    """`rounds`: how often a command runs, unless a section says less. `quick`: only try that everything runs."""

    place: Place
    fixtures: Fixtures
    peers: dict[str, Peer]
    rounds: int
    seed: int
    quick: bool
    root: Path = ROOT

    def docklint(self, name: str, *words: str | Path, cwd: Path, statuses: tuple[int, ...] = (1,)) -> Command:
        """Return a command of docklint. Drafts have findings, so that it ends with 1."""
        return Command(name, (self.place.docklint, *map(str, words)), cwd, statuses)

    def python(self, name: str, *words: str | Path, cwd: Path) -> Command:
        """Return a command of the interpreter that docklint runs on."""
        return Command(name, (self.place.python, *map(str, words)), cwd)

    def bare(self, name: str = "bare typer program") -> Command:
        """Return the command of the bare typer program, started as docklint is."""
        return Command(name, (self.place.bare, "draft.txt"), self.fixtures.one)

    def race(self, commands: Sequence[Command], most: int | None = None) -> dict[str, Runs]:
        """Run commands against each other; at `most` so many rounds, if they take long, and then all counted."""
        if most is None:
            return race(commands, self.rounds, self.seed)
        return race(commands, min(self.rounds, most), self.seed, warm=False)

    def inside(self, task: str, *words: str | Path | float, limit: int = 600) -> Times | None:
        """Run a task in a fresh process of docklint's environment; None if it takes more than `limit` seconds."""
        command = [self.place.python, "-m", "benchmarks.inside", str(limit), task, *map(str, words)]
        try:
            ran = subprocess.run(
                command,
                cwd=ROOT,
                env=surroundings(),
                capture_output=True,
                check=False,
                encoding="utf-8",
                timeout=limit * PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return None
        if ran.returncode in ENDED:
            return None
        if ran.returncode:
            raise RuntimeError(f"{task} {words}: {ran.stderr[-2000:]}")
        return dict(json.loads(ran.stdout))

    def say(self, what: str) -> None:
        """Tell somebody who waits."""
        sys.stderr.write(f"{time.strftime('%H:%M:%S')} {what}\n")
        sys.stderr.flush()
