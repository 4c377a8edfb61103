"""Paths as other programs expect them."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from urllib.parse import quote

CHECKOUTS = ("CI_PROJECT_DIR", "GITHUB_WORKSPACE")
"""Environment variables in which a CI service names the folder that its paths are relative to."""
_STDIN = "-"


def posix(path: str) -> str:
    """Return a path with forward slashes and without a leading `./`, as code hosts name files."""
    return path.replace(os.sep, "/").removeprefix("./")


def in_project(path: str) -> str:
    """Return a path as code hosts name files: relative to the top of the project, wherever docklint was started.

    The project is what a CI service checked out, or the git repository around the file; without either, or for a file
    outside, the path is relative to the folder docklint was started in, as it was given.
    """
    if path == _STDIN:
        return path
    plain = os.path.normpath(path)
    absolute = os.path.abspath(plain)
    for root in _roots(os.path.dirname(absolute)):
        if absolute.startswith(os.path.join(root, "")):
            return posix(os.path.relpath(absolute, root))
    return posix(plain)


def uri(path: str) -> str:
    """Return a URI (RFC 3986): relative for a relative path, else `file:`; every unsafe byte is percent-encoded.

    A file name that is no text in the system's encoding keeps its bytes.
    """
    return Path(path).as_uri() if os.path.isabs(path) else quote(os.fsencode(posix(path)), safe="/")


def _roots(folder: str) -> tuple[str, ...]:
    """Return the folders that paths of files in `folder` may be relative to, the likest first."""
    named = (os.environ.get(name, "") for name in CHECKOUTS)
    checkouts = (form(each) for each in named if each for form in (os.path.abspath, os.path.realpath))
    return (*checkouts, *_repositories(folder))


@cache
def _repositories(folder: str) -> tuple[str, ...]:
    """Return the top of the git repository around a folder, if there is one; a worktree's `.git` is a file."""
    folders = (Path(folder), *Path(folder).parents)
    return tuple(str(each) for each in folders if (each / ".git").exists())[:1]
