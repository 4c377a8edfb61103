"""What to do about a file that is no draft docklint reads: what the command line's sentence leaves to the reader."""

from __future__ import annotations

import os

from docklint.errors import DraftError, OldFormat, UnknownFormat

PICTURES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".heic", ".tif", ".tiff"))
PAGES = frozenset((".pdf", ".ofd", ".caj", ".xps"))


def advice(name: str, error: DraftError) -> str:
    """Return the key of the page's sentence; empty where the error says all there is to say."""
    suffix = os.path.splitext(name)[1].lower()
    if suffix in PICTURES:
        return "advice.picture"
    if suffix in PAGES:
        return "advice.pdf"
    if error.code == "encrypted":
        return "advice.unlock"
    return (
        "advice.save-as" if isinstance(error, OldFormat | UnknownFormat) or error.code == "old-word" else ""
    )
