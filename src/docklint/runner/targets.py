"""From the paths that were named to the files to check."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from docklint.errors import DraftError, Forbidden
from docklint.readers import LIMIT_MB, is_owner_file, within_limit
from docklint.results import Skipped
from docklint.texts import Text
from docklint.values import Value, replace

STDIN = "-"


class Target(Value):
    """One file to check. `folder`: the folder that was named and holds it; empty if it was named itself."""

    path: str
    folder: str = ""
    error: DraftError | None = None


def targets(paths: Sequence[str], convert: bool = False) -> Iterator[Target]:
    """Yield the files to check in the order of the paths, each once; a folder's by name.

    `convert`: look for old formats in folders, too. A file that is also named itself counts as named wherever
    it comes by first.
    """
    named = {os.path.abspath(path) for path in paths}
    seen: set[str] = set()
    for target in (target for path in paths for target in _expand(path, convert)):
        place = os.path.abspath(target.path)
        if place not in seen:
            seen.add(place)
            yield replace(target, folder="") if place in named else target


def place(path: str, stdin_name: str) -> str:
    """Return the path by which the configuration for a draft is found: standard input has the one it is called by."""
    return (stdin_name or os.curdir) if path == STDIN else path


def passed_over(paths: Sequence[str], convert: bool = False) -> Iterator[Skipped]:
    """Yield the files in folders that may be papers and cannot be checked, each once, but for those that are named."""
    seen = {os.path.abspath(path) for path in paths}
    for folder in (path for path in paths if path != STDIN and os.path.isdir(path)):
        # Late, here and below: most runs walk no folder.
        from docklint.folders import passed_over_below

        for path, reason in passed_over_below(folder, convert):
            if os.path.abspath(path) not in seen:
                seen.add(os.path.abspath(path))
                suffix = os.path.splitext(path)[1]
                yield Skipped(path, Text(f"passed-over.{reason}", suffix=suffix), reason != "template")


def standard_input() -> bytes:
    """Read standard input. Raises `TooLarge` beyond the limit of files."""
    return within_limit(sys.stdin.buffer.read(LIMIT_MB * 2**20 + 1))


def _expand(path: str, convert: bool) -> Iterator[Target]:
    if path != STDIN and os.path.isdir(path):
        yield from _walk(path, convert)
    elif not is_owner_file(path):
        yield Target(path)


def is_report(path: str) -> bool:
    """Return whether a text file is a report that docklint wrote."""
    from docklint.own_reports import is_own_report

    return path.lower().endswith((".txt", ".md")) and is_own_report(path)


def _walk(folder: str, convert: bool) -> Iterator[Target]:
    from docklint.folders import drafts_below

    refused: list[str] = []
    for path in drafts_below(folder, convert, refused.append):
        if not is_report(path):
            yield Target(path, folder)
    for path in refused:
        yield Target(path, folder, Forbidden())
