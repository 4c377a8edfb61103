"""The drafts below a folder, and what is passed over there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from docklint.readers import is_draft_name, why_passed_over


def drafts_below(
    folder: str, convert: bool = False, refused: Callable[[str], object] = lambda folder: None
) -> Iterator[str]:
    """Yield the drafts below `folder` by name, hidden ones left out; `refused` is told folders nobody may read.

    `convert`: old formats as well. Links to folders are not followed, so a loop of them ends.
    """
    return (path for path in _files_below(folder, refused) if is_draft_name(path, convert))


def passed_over_below(folder: str, convert: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the files below `folder` that may be papers and are no drafts by their name, each with the reason."""
    for path in _files_below(folder, lambda folder: None):
        if reason := why_passed_over(path, convert):
            yield path, reason


def _files_below(folder: str, refused: Callable[[str], object]) -> Iterator[str]:
    for where, folders, files in os.walk(folder, onerror=lambda error: refused(str(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield os.path.normpath(os.path.join(where, name))
