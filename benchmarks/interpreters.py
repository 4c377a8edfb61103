"""On which Python is measured: a build optimised with a profile runs an eighth faster than a plain one.

It is known by what it does, for some say nothing of how they were built. Only interpreters of the version the
benchmarks run on count: compiled dependencies fit no other.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.race import surroundings

VERSION = ".".join(map(str, sys.version_info[:2]))
FASTER = 1.05
"""How much faster than the one the benchmarks run on another must be to be taken for optimised."""
ROUNDS = 7
WORK = """
import sys, time
def work():
    words = {}
    for at in range(60_000):
        word = str(at % 977)
        words[word] = words.get(word, 0) + len(word)
    return sorted(words.items(), key=lambda item: -item[1])
best = min((-time.process_time() + (work(), time.process_time())[1]) for _ in range(3))
print(best, sys.version.split()[0], sys.executable)
"""


class Interpreter(NamedTuple):
    """Where it is, its version, and how fast it runs Python: 1 is the one the benchmarks run on."""

    path: str
    version: str
    speed: float = 1.0

    @property
    def told(self) -> str:
        """Return how the figures name it."""
        if self.path == sys.executable:
            return f"{self.version} (the one that runs the benchmarks)"
        own = sys.version.split()[0]
        return (
            f"{self.version} ({self.path}, {self.speed:.2f} × as fast as the {own} that runs the benchmarks)"
        )


def chosen(paths: list[str]) -> list[Interpreter]:
    """Return the interpreters at `paths`; without any, an optimised one if there is one, then the one that runs this."""
    known = list(_measured(list(dict.fromkeys((sys.executable, *(paths or _others()))))))
    if paths:
        return [each for each in known if each.path in paths]
    return [each for each in known[1:] if each.speed >= FASTER][:1] + known[:1]


def _others() -> list[str]:
    """Return other interpreters of this version on the path and where systems have theirs."""
    names = (f"python{VERSION}", "python3")
    found = [
        shutil.which(name, path=where) for where in (None, "/usr/bin", "/usr/local/bin") for name in names
    ]
    own = Path(sys.base_prefix).resolve()
    real = {Path(path).resolve(): path for path in found if path}
    return [path for place, path in real.items() if own not in place.parents]


def _measured(paths: list[str]) -> Iterator[Interpreter]:
    """Run the same work in each in turn; one that does not run or is of another version is left out."""
    best: dict[str, tuple[float, str]] = {}
    for _ in range(ROUNDS):
        for path in paths:
            if (told := _once(path)) and told[1].startswith(f"{VERSION}."):
                best[path] = min(told, best.get(path, told))
    own = best[sys.executable][0]
    for path, (seconds, version) in best.items():
        yield Interpreter(path, version, own / seconds)


def _once(path: str) -> tuple[float, str] | None:
    try:
        told = subprocess.run(
            [path, "-I", "-c", WORK],
            env=surroundings(),
            capture_output=True,
            check=True,
            text=True,
            timeout=60,
        ).stdout.split()
    except (OSError, subprocess.SubprocessError):
        return None
    return float(told[0]), told[1]
