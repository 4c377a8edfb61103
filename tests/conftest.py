"""What holds for all tests."""

from __future__ import annotations

import os

from docklint.cache.store import VARIABLE

# No folder, so that no run keeps its results unless a test says where: none may depend on what ran before it.
os.environ[VARIABLE] = os.devnull
