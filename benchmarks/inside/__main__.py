"""Run one task."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import docklint
from benchmarks.inside import tasks


def main() -> None:
    """Print what the named task gives for the words behind it."""
    if not Path(docklint.__file__).is_relative_to(sys.prefix):
        raise SystemExit(f"{docklint.__file__} is not the wheel's docklint")
    limit, task, *words = sys.argv[1:]
    _limit(int(limit))
    json.dump(tasks.TASKS[task](*words), sys.stdout)


def _limit(seconds: int) -> None:
    """Let the system end this process, where it does: on a busy machine the clock on the wall says little."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


if __name__ == "__main__":
    main()
