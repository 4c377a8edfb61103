"""Run every check: `python -m tools.check`. Arguments go to pytest: `python -m tools.check -k numbering`.

Tests that drive a browser, LibreOffice or another program, or that go through a whole corpus, take minutes: they run with
`--all` alone, which belongs before anything is called done.

The tests come last, so that their closing line is the last one. Exit status 0 if all checks pass, else 1.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
IMPORTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
STEPS: dict[str, tuple[str, ...]] = {
    "ruff format": ("-m", "ruff", "format", "--check", "--diff", "--quiet", "."),
    "ruff check": ("-m", "ruff", "check", "--quiet", "."),
    "mypy": ("-m", "mypy", "--no-error-summary"),
    "lint-imports": ("-c", IMPORTS, "--no-logo"),
}
TESTS = ("-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal")
QUICK = ("-m", "not thorough")
ALL = "--all"


def main(arguments: Sequence[str]) -> int:
    """Run all steps, whatever fails on the way, and say of each how it went."""
    failed = [name for name, step in STEPS.items() if not _passes(name, step)]
    if failed:
        _say(f"failed: {', '.join(failed)}; the tests follow")
    selected = () if ALL in arguments or "-m" in arguments else QUICK
    rest = tuple(argument for argument in arguments if argument != ALL)
    return int(_status((*TESTS, *selected, *rest)) != 0 or bool(failed))


def _passes(name: str, step: Sequence[str]) -> bool:
    passed = _status(step) == 0
    _say(f"{name}: {'ok' if passed else 'FAILED'}")
    return passed


def _status(step: Sequence[str]) -> int:
    return subprocess.run([sys.executable, *step], cwd=ROOT, check=False).returncode


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
