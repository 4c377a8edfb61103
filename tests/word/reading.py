"""Short ways to read what the builder built."""

from __future__ import annotations

from typing import Any

from docklint.document import Document, Mark
from docklint.readers import docx
from tests.docx_builder import package


def built(*blocks: str, revisions: str = "final", **parts: Any) -> Document:
    """Read a package of these blocks."""
    return docx.read("draft.docx", package(*blocks, **parts), revisions)


def lines(*blocks: str, **parts: Any) -> list[str]:
    """Return the lines of a package of these blocks."""
    return built(*blocks, **parts).text.split("\n")


def shown(document: Document, mark: Mark) -> str:
    """Return the text a mark covers."""
    return document.text[mark.start : mark.end]
