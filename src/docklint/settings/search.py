"""Where the nearest configuration lies: a few stat calls, each folder asked once."""

from __future__ import annotations

import os
import stat

NAME = "docklint.toml"
PROJECT = "pyproject.toml"


class Search:
    """Looks for configurations and remembers what it has seen."""

    def __init__(self) -> None:
        self._seen: dict[str, str | None] = {}

    def nearest(self, path: str) -> str | None:
        """Return the configuration that holds for the file or folder `path`: the nearest one upward, or None.

        In one folder `docklint.toml` goes before a `pyproject.toml` with a table `[tool.docklint]`.
        """
        place = os.path.abspath(path)
        return self._in_or_above(place if os.path.isdir(place) else os.path.dirname(place))

    def _in_or_above(self, folder: str) -> str | None:
        if folder not in self._seen:
            parent = os.path.dirname(folder)
            self._seen[folder] = _in(folder) or (None if parent == folder else self._in_or_above(parent))
        return self._seen[folder]


def _in(folder: str) -> str | None:
    own, project = os.path.join(folder, NAME), os.path.join(folder, PROJECT)
    if _is_file(own):
        return own
    return project if _is_file(project) and _speaks_of_us(project) else None


def _is_file(path: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def _speaks_of_us(path: str) -> bool:
    """Return whether there is a table for us; most projects' files are not even parsed to find out."""
    # Late: few drafts lie in a project.
    from docklint.packs.files import LIMIT_MB

    try:
        with open(path, "rb") as file:
            data = file.read(LIMIT_MB * 2**20 + 1)
    except OSError:
        return False
    return b"docklint" in data and _has_table(data)


def _has_table(data: bytes) -> bool:
    from docklint.packs.parse import toml

    try:
        return "docklint" in toml(data.decode("utf-8-sig")).get("tool", {})
    except (ValueError, TypeError):
        # Broken, so nobody can tell: it is ours if it looks so, and then its error is told.
        return b"[tool.docklint" in data
