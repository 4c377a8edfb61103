"""The DOCX reader's door: a whole file's bytes in, a Document out. Also for .docm, .dotx and .dotm."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

from docklint.document import Document
from docklint.word import stories
from docklint.word.errors import NotDocx
from docklint.word.package import Package


def read(path: str, data: bytes, revisions: str = "final") -> Document:
    """Read a WordprocessingML package. `revisions`: `final` or `original`, the view of tracked changes.

    `path` only names the document. Raises `Empty`, `TooLarge` or a `PackageError` of the fitting kind.
    """
    with _cycles_left_alone():
        try:
            return stories.read(path, Package(data), revisions)
        except NotDocx as error:
            error.call(os.path.splitext(path)[1].lower())
            raise


@contextmanager
def _cycles_left_alone() -> Iterator[None]:
    """Pause the cycle collector: reading makes many objects and no cycles, and searching them is not linear."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
