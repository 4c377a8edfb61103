"""Run the benchmarks named on the command line, or all of them."""

from __future__ import annotations

import sys
from importlib import import_module

NAMES = ("start", "reading", "hostile")


def main(names: list[str]) -> int:
    """Print a Markdown table for each of `names`; status 2 if one is unknown."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        sys.stderr.write(f"no benchmark {', '.join(unknown)}; there are {', '.join(NAMES)}\n")
        return 2
    for name in names or NAMES:
        sys.stdout.write(f"\n## {name}\n\n")
        for row in import_module(f"benchmarks.{name}").rows():
            sys.stdout.write(f"{row}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
