"""The bytes of a Word file that depend on its content alone."""

from __future__ import annotations

import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that an archive can name."""


def packed(document: Any) -> bytes:
    """Return a document of python-docx as a file; the same document gives the same bytes."""
    written, made = io.BytesIO(), io.BytesIO()
    document.save(written)
    with ZipFile(written) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _MOMENT)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return made.getvalue()
