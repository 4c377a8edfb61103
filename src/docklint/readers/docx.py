"""The DOCX reader's door: a whole file's bytes in, a Document out. Also for .docm, .dotx and .dotm."""

from __future__ import annotations

from docklint.document import Document
from docklint.word import stories
from docklint.word.package import Package


def read(path: str, data: bytes, revisions: str = "final") -> Document:
    """Read a WordprocessingML package. `revisions`: `final` or `original`, the view of tracked changes.

    `path` only names the document. Raises `Empty`, `TooLarge` or a `PackageError` of the fitting kind.
    """
    return stories.read(path, Package(data), revisions)
