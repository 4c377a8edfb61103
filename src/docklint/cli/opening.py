"""A report is shown in the program that the system has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from docklint.cli.output import warn
from docklint.neutral import shown
from docklint.texts import Texts


def show(path: Path, texts: Texts) -> None:
    """Open a file as a double click does, and do not wait; say so where nothing can open it."""
    try:
        _open(path)
    except OSError:
        warn(texts("cli.not-opened", file=shown(str(path))))


def _open(path: Path) -> None:
    """Raises `OSError` if there is no program for it."""
    if sys.platform == "win32":
        os.startfile(path.resolve())
        return
    program = "open" if sys.platform == "darwin" else "xdg-open"
    if not shutil.which(program):
        raise FileNotFoundError(program)
    # An absolute path: a name that begins with a dash is no option.
    subprocess.Popen(
        [program, str(path.resolve())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
