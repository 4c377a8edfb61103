"""Run the command line in this process, for tests that run it hundreds of times."""

from __future__ import annotations

import io
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from docklint.cli.door import run
from docklint.packs import builtin, files
from docklint.prepared import fingerprint
from tests.running import Ran


@cache
def _shipped() -> dict[tuple[int, int], dict[str, Any]]:
    """What ships with docklint, parsed once, as a wheel brings it."""
    found = [path.read_bytes() for path in builtin().rglob("*.toml")]
    return {fingerprint(data): tomllib.loads(data.decode("utf-8-sig")) for data in found}


@contextmanager
def prepared() -> Iterator[None]:
    """Spare every run the parsing of what ships with docklint."""
    with patch.object(files, "prepared", lambda module: _shipped()):
        yield


def docklint_here(*arguments: str | Path) -> Ran:
    """Run docklint in this process; what is no status is raised."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with (
        prepared(),
        patch.object(sys, "argv", ["docklint", *map(str, arguments)]),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(), "utf-8")),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        status = run()
        out.flush()
        err.flush()
    return Ran(status, out.buffer.getvalue(), err.buffer.getvalue())
