"""What a result depends on, in one digest: another rule, word, setting, version or draft is another key."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from docklint.linter import Linter
from docklint.rules import Check
from docklint.version import __version__

PACKAGE = Path(__file__).parents[1]
BESIDE = ("lxml", "regex")
"""Packages that do their part of the work where they are installed."""
SETTLED = 2
"""Seconds: what was written later than that may have been written after it was loaded, or may be once more."""


class Stamp(NamedTuple):
    """A file, its size in bytes, and when it was written, in nanoseconds."""

    path: str
    size: int
    written: int


def of_linter(linter: Linter) -> bytes | None:
    """Digest all but the draft: settings, rules and words as they are in use, and the code that heeds them.

    None where results are not to be kept: other packages' code may do anything, an installed pack that does not
    work may soon do so, and of code that is being written nobody can say which was loaded.
    """
    try:
        code = _code()
    except OSError:
        # In the middle of an installation, or not in files at all.
        return None
    if _newest(code) > time.time() - SETTLED:
        return None
    if linter.failed or any(_is_foreign(rule.check) for rule in linter.library.rules.values()):
        return None
    parts = (__version__, sys.version, code, linter.settings, linter.library, linter.baseline.name)
    return blake2b(_bytes(parts)).digest()


def of_draft(data: bytes, about: object, linter: bytes) -> bytes:
    """Digest a draft's bytes. `about`: what else is known of it. `linter`: the digest of all the rest."""
    return blake2b(data, key=blake2b(_bytes(about), key=linter).digest(), person=b"docklint draft").digest()


def _newest(code: Iterable[Stamp | None]) -> float:
    return max(stamp.written for stamp in code if stamp) / 1e9


def _is_foreign(check: Check) -> bool:
    return not type(check).__module__.startswith("docklint.")


def _bytes(value: object) -> bytes:
    # Values show all their fields; none holds a set, whose order changes from run to run.
    return repr(value).encode("utf-8", "surrogatepass")


@cache
def _code() -> tuple[Stamp | None, ...]:
    """Tell the code that runs from any other, as Python itself tells an outdated `.pyc`: by size and time.

    The version alone would not do: in a checkout it stays while the code changes. Raises `OSError` where the
    code does not lie in files.
    """
    return (_stamp(__file__), *_files(PACKAGE), *map(_installed, BESIDE))


def _files(folder: Path) -> Iterator[Stamp]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (_stamp(os.path.join(where, name)) for name in sorted(names))


def _installed(package: str) -> Stamp | None:
    """Stamp a package without importing it; None if it is not there."""
    spec = find_spec(package)
    return _stamp(spec.origin) if spec and spec.origin else None


def _stamp(path: str) -> Stamp:
    status = os.stat(path)
    return Stamp(path, status.st_size, status.st_mtime_ns)
