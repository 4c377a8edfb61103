"""The page and what builds it, made once for all tests; skipped, and said so, where it cannot be made."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path

import pytest

from tools.page import compiling
from tools.page.__main__ import build, write
from tools.page.pyodide import NoPyodide, folder


@cache
def pyodide() -> Path:
    """Return where Pyodide lies."""
    if compiling.node() is None:
        pytest.skip("the one-file page is not built: no node here")
    try:
        return folder()
    except NoPyodide as error:
        pytest.skip(f"the one-file page is not built: {error}")


@cache
def page_file() -> Path:
    """Return the page. `DOCKLINT_PAGE` names one that is built already."""
    ready = os.environ.get("DOCKLINT_PAGE")
    if ready:
        return Path(ready)
    html, _ = write(build(pyodide()), Path(tempfile.mkdtemp(prefix="docklint-page-")))
    return html
