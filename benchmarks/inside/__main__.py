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
    task, *words = sys.argv[1:]
    json.dump(tasks.TASKS[task](*words), sys.stdout)


if __name__ == "__main__":
    main()
