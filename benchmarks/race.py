"""Commands that run against each other, round by round in random order."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PARENT = Path(__file__).with_name("parent.py")
LIMIT = 300
"""Seconds after which a command is killed."""


class Command(NamedTuple):
    """A command, where it runs, and the statuses with which it may end: a crash is no time to be proud of."""

    name: str
    argv: tuple[str, ...]
    cwd: Path
    statuses: tuple[int, ...] = (0,)


class Runs(NamedTuple):
    """What the rounds of one command gave: seconds, peaks in MB (None where nothing tells) and exit statuses.

    `processor`: the seconds that it kept the processor busy; on a busy machine it waits for others too.
    """

    seconds: tuple[float, ...]
    peaks: tuple[float | None, ...]
    statuses: tuple[int, ...]
    processor: tuple[float, ...]


class Failed(Exception):
    """A command ended otherwise than it should."""


def race(commands: Sequence[Command], rounds: int, seed: int, warm: bool = True) -> dict[str, Runs]:
    """Run the commands in turn, `rounds` times each and, to be `warm`, once before; give what each took by its name.

    Raises `Failed` if one ends with a status that it should not have.
    """
    asked = {
        "seed": seed,
        "rounds": rounds,
        "warm": int(warm),
        "limit": LIMIT,
        "commands": [{"argv": command.argv, "cwd": str(command.cwd)} for command in commands],
    }
    told = subprocess.run(
        [sys.executable, "-I", "-S", PARENT],
        input=json.dumps(asked),
        env=surroundings(),
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    ).stdout
    return {
        command.name: _runs(command, found) for command, found in zip(commands, json.loads(told), strict=True)
    }


def surroundings() -> dict[str, str]:
    """Return the environment of what is measured: nothing that changes how Python runs or keeps it from its `.pyc`."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}


def _runs(command: Command, found: Sequence[tuple[float, float | None, int, float]]) -> Runs:
    seconds, peaks, statuses, processor = zip(*found, strict=True)
    wrong = set(statuses) - set(command.statuses)
    if wrong:
        raise Failed(f"{command.name} ended with status {wrong.pop()}: {_said(command)}")
    return Runs(seconds, tuple(None if peak is None else peak / 1024 for peak in peaks), statuses, processor)


def _said(command: Command) -> str:
    """Run it once more to show what it has to say."""
    ran = subprocess.run(
        command.argv, cwd=command.cwd, env=surroundings(), capture_output=True, check=False, timeout=LIMIT
    )
    return (ran.stderr or ran.stdout).decode("utf-8", "replace")[-2000:]
