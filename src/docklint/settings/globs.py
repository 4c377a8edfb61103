"""Patterns of paths, as `.gitignore` has them: `*.md`, `班子/*.docx`, `**/旧稿/*`.

A pattern is run over a path with the set of all places it may have come to, one bit each: the time is that of
their lengths, however many stars there are.
"""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from re import finditer

_FOLDERS, _ALL, _STAR, _ONE = "**/", "**", "*", "?"
_WILD = (_FOLDERS, _ALL, _STAR)


def matches(pattern: str, path: str, folder: str | Path) -> bool:
    """Return whether the file `path` matches `pattern`, which is meant relative to `folder`.

    A pattern without `/` is about the file's name, in whatever folder it lies.
    """
    name = relative(path, folder)
    tried = name if "/" in pattern.strip("/") else name.rpartition("/")[2]
    steps = _steps(pattern.lstrip("/"))
    # What must stand for each other step is one character, and a path is short.
    least = sum(step not in _WILD for step in steps)
    return least <= len(tried) and _compiled(steps).fits(tried)


def relative(path: str, folder: str | Path) -> str:
    """Return `path` as seen from `folder`, with `/` and composed characters (macOS writes them decomposed)."""
    try:
        seen = os.path.relpath(path, folder)
    except ValueError:  # another drive
        seen = os.path.abspath(path)
    return unicodedata.normalize("NFC", seen.replace(os.sep, "/"))


class _Glob:
    """A pattern as steps, the n-th of which is bit n of every set; the bit after the last means: matched.

    `goes`: the steps that a character completes. `stays`, `crosses`:
    the steps that take in any character but `/`, and that one too. `again`: those of them that may end after any.
    `skips`: the steps that may take in nothing.
    """

    def __init__(self, steps: tuple[str, ...]) -> None:
        self.end = 1 << len(steps)
        self.goes: defaultdict[str, int] = defaultdict(int)
        bits: defaultdict[str, int] = defaultdict(int)
        for number, step in enumerate(steps):
            bits[step] |= 1 << number
            if step not in (*_WILD, _ONE):
                self.goes[step] |= 1 << number
        self.one = bits[_ONE]
        self.goes["/"] |= bits[_FOLDERS]
        self.again = bits[_STAR] | bits[_ALL]
        self.crosses = bits[_FOLDERS] | bits[_ALL]
        self.stays = self.skips = self.crosses | bits[_STAR]

    def fits(self, path: str) -> bool:
        """Say whether all of `path` matches."""
        here = self._with_skipped(1)
        for character in path:
            slash = character == "/"
            completed = here & (self.goes.get(character, 0) | (0 if slash else self.one))
            kept = here & (self.crosses if slash else self.stays)
            here = kept | self._with_skipped(completed << 1 | kept & self.again)
            if not here:
                return False
        return bool(here & self.end)

    def _with_skipped(self, places: int) -> int:
        """Add the places after steps that may take in nothing."""
        while (more := places | (places & self.skips) << 1) != places:
            places = more
        return places


@lru_cache(maxsize=256)
def _steps(pattern: str) -> tuple[str, ...]:
    """Part a pattern into steps, a row of stars being one, and a row of `**/` too; `****/` is `**` and `**/`."""
    steps: list[str] = []
    for found in finditer(
        r"((?:\*\*/)+)|((?:\*\*)+(?=\*\*/)|\*\*+)|(\*)|[^*]", unicodedata.normalize("NFC", pattern)
    ):
        folders, several, one = found.groups()
        steps.append(_FOLDERS if folders else _ALL if several else _STAR if one else found[0])
    return tuple(steps)


@lru_cache(maxsize=256)
def _compiled(steps: tuple[str, ...]) -> _Glob:
    return _Glob(steps)
