"""What the tests of the cache begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cache.folder import Folder, two_drafts


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Two drafts that nobody has checked."""
    return two_drafts(tmp_path)
