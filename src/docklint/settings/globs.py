"""Patterns of paths, as `.gitignore` has them: `*.md`, `班子/*.docx`, `**/旧稿/*`."""

from __future__ import annotations

import os
import unicodedata
from functools import cache
from pathlib import Path
from re import Pattern, compile, escape, finditer

_TOKENS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(pattern: str, path: str, folder: Path) -> bool:
    """Return whether the file `path` matches `pattern`, which is meant relative to `folder`.

    A pattern without `/` is about the file's name, in whatever folder it lies.
    """
    name = relative(path, folder)
    tried = name if "/" in pattern.strip("/") else name.rpartition("/")[2]
    return _compiled(pattern.lstrip("/")).fullmatch(tried) is not None


def relative(path: str, folder: Path) -> str:
    """Return `path` as seen from `folder`, with `/` and composed characters (macOS writes them decomposed)."""
    try:
        seen = os.path.relpath(path, folder)
    except ValueError:  # another drive
        seen = os.path.abspath(path)
    return unicodedata.normalize("NFC", seen.replace(os.sep, "/"))


@cache
def _compiled(pattern: str) -> Pattern[str]:
    pieces = (
        match[0] for match in finditer(r"\*\*/|\*\*|\*|\?|[^*?]+", unicodedata.normalize("NFC", pattern))
    )
    return compile("".join(_TOKENS.get(piece) or escape(piece) for piece in pieces))
