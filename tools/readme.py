"""The output the READMEs and the documentation show: `python -m tools.readme` writes it anew, or that of the pages named
(`python -m tools.readme README.md docs/fix.md`).

A ```console block holds one command behind “$ ” and, below it, all that the command prints. Those of the READMEs
are run in the checkout, those of `docs/` as `tools.pages` says.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tools import pages
from tools.check import ROOT

PAGES = ("README.md", "README.zh-CN.md")
_BLOCK = re.compile(r"^```console\n\$ (docklint [^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def refreshed(page: str) -> str:
    """Return the text of a page with the output of its commands as it is now."""
    return _BLOCK.sub(lambda block: _shown(block[1]), page)


def commands(page: str) -> list[str]:
    """Return the commands whose output a page shows."""
    return [block[1] for block in _BLOCK.finditer(page)]


def _shown(command: str) -> str:
    return f"```console\n$ {command}\n{_output(command)}```"


def _output(command: str) -> str:
    """Run a command of docklint from this checkout, as into a pipe; a status of 2 and more is an error here."""
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if done.returncode > 1:
        raise RuntimeError(f"{command}: {done.stderr}")
    return done.stdout


def main(names: Sequence[str]) -> int:
    """Write the pages named anew (paths in the checkout), or all of them."""
    every = [*PAGES, *(f"docs/{path.name}" for path in sorted(Path(ROOT, "docs").glob("*.md")))]
    if unknown := {*names} - {*every}:
        sys.exit(f"no such page: {', '.join(sorted(unknown))}")
    for name in names or every:
        path = Path(ROOT, name)
        path.write_text(_anew(name, path.read_text("utf-8")), "utf-8")
    return 0


def _anew(name: str, page: str) -> str:
    if name in PAGES:
        return refreshed(page)
    with TemporaryDirectory() as folder:
        return pages.refreshed(page, Path(folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
