"""The drafts below a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from docklint.readers import is_draft_name


def drafts_below(
    folder: str, convert: bool = False, refused: Callable[[str], object] = lambda folder: None
) -> Iterator[str]:
    """Yield the drafts below `folder` by name, hidden ones left out; `refused` is told folders nobody may read.

    `convert`: old formats as well. Links to folders are not followed, so a loop of them ends.
    """
    for where, folders, files in os.walk(folder, onerror=lambda error: refused(str(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if is_draft_name(name, convert) and not name.startswith("."):
                yield os.path.normpath(os.path.join(where, name))
