"""Other linters, measured where they are found: each with what it needs to check text of the kind ours checks."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.race import Command, surroundings

FOR_TEXT = ("textlint", "zhlint", "autocorrect", "typos")
FOR_PYTHON = ("ruff",)
"""Measured on as many Python files of about a draft's size."""


class Peer(NamedTuple):
    """A linter that is here."""

    name: str
    path: str
    version: str

    def command(self, name: str, folder: Path, what: str) -> Command:
        """Return the command that checks `what` (a file, or a folder's own name `.`) in `folder`.

        They end with 1 when they have something to say, typos with 2.
        """
        words = _WORDS[self.name](self.path, what)
        return Command(name, (self.path, *words), folder, statuses=(0, 1, 2))


def found(folder: Path | None) -> dict[str, Peer]:
    """Find them: in `folder` (`node_modules/.bin` and a virtual environment's scripts), on the path, beside Python."""
    near = [folder / "node_modules" / ".bin", folder / "bin", folder / "Scripts"] if folder else []
    places = os.pathsep.join([*map(str, near), os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
    paths = {name: shutil.which(name, path=places) for name in FOR_TEXT + FOR_PYTHON}
    return {name: Peer(name, path, _version(path)) for name, path in paths.items() if path}


def _version(path: str) -> str:
    """Ask the program, else its package: zhlint 0.8.2 falls over its own `--version`."""
    ran = subprocess.run(
        [path, "--version"], capture_output=True, check=False, env=surroundings(), timeout=60
    )
    told = re.search(r"[0-9]+(\.[0-9]+)+", ran.stdout.decode("utf-8", "replace"))
    return told[0] if told else _packaged(Path(path))


def _packaged(path: Path) -> str:
    packages = (folder / "package.json" for folder in path.resolve().parents)
    package = next((each for each in packages if each.is_file()), None)
    return str(json.loads(package.read_text("utf-8")).get("version", "?")) if package else "?"


def _textlint(path: str, what: str) -> tuple[str, ...]:
    """Two rules: what was left to do, and sentences that are too long."""
    modules = Path(path).parent.parent
    rules = ("--rule", "no-todo", "--rule", "sentence-length")
    return ("--no-textlintrc", "--rules-base-directory", str(modules), *rules, what)


_WORDS: dict[str, Callable[[str, str], tuple[str, ...]]] = {
    "textlint": _textlint,
    "zhlint": lambda _, what: ("*.txt" if what == "." else what,),
    "autocorrect": lambda _, what: ("--lint", what),
    "typos": lambda _, what: ("--isolated", what),
    "ruff": lambda _, what: ("check", "--no-cache", "--isolated", what),
}
