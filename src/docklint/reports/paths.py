"""Paths as other programs expect them."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def posix(path: str) -> str:
    """Return a path with forward slashes and without a leading `./`, as code hosts name files."""
    return path.replace(os.sep, "/").removeprefix("./")


def uri(path: str) -> str:
    """Return a URI (RFC 3986): relative for a relative path, else `file:`; every unsafe byte is percent-encoded.

    A file name that is no text in the system's encoding keeps its bytes.
    """
    return Path(path).as_uri() if os.path.isabs(path) else quote(os.fsencode(posix(path)), safe="/")
