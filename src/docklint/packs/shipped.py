"""The library that ships with docklint, finished when the wheel was built: making it takes a tenth of the wait."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from docklint.prepared import Fingerprint, fingerprint

MODULE = "docklint.packs.finished"
"""The module that building a wheel adds, with `PYTHON`, `FILES` and `LIBRARY`; a checkout has none."""
PYTHON = (sys.implementation.name, *sys.version_info[:2])
"""What a finished library is bound to, beside the contents of its files."""


def builtin() -> Path:
    """Return the folder of the rules that ship with docklint.

    A wheel carries them inside the package; a checkout (and an editable install, whose site-packages hold a
    stale copy that is never read) keeps them at the top of the tree.
    """
    packaged = Path(__file__).parent.parent / "builtin"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "rules"


def ready_library(folder: Path) -> Any:
    """Return the finished library of the rules in `folder`; None if there is none for just these files and this Python.

    What is unpickled is a constant of docklint's own package and nothing else: no file is.
    """
    try:
        finished: Any = import_module(MODULE)
    except ModuleNotFoundError:
        return None
    if finished.PYTHON != PYTHON or dict(fingerprints(folder)) != finished.FILES:
        return None
    # Late: a checkout, and packs of a user's own, need it for nothing.
    import pickle

    return pickle.loads(finished.LIBRARY)


def fingerprints(folder: Path) -> Iterator[tuple[str, Fingerprint]]:
    """Yield every TOML file of a folder of rules by its path inside, with its fingerprint."""
    for file in (*folder.glob("*.toml"), *folder.glob("profiles/*.toml")):
        yield file.relative_to(folder).as_posix(), fingerprint(file.read_bytes())
