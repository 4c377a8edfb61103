"""Where the measured corpus is, if it is anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / ".." / "shared" / "docx"
CORPUS = sorted((SHARED / "corpus").glob("*.do*")) if SHARED.is_dir() else []


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the measured facts; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared/docx here")
    return SHARED
