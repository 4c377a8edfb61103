"""The library that ships with docklint, finished when the wheel was built: making it takes a tenth of the wait."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module

from docklint.prepared import Fingerprint, fingerprint
from docklint.rules_place import place
from docklint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

MODULE = "docklint.packs.finished"
"""The module that building a wheel adds, with `PYTHON`, `FILES` and `library`; a checkout has none."""
PYTHON = (sys.implementation.name, *sys.version_info[:2])
"""What a finished library is bound to, beside the contents of its files."""


def builtin() -> Path:
    """Return that folder as a path."""
    # Late: what a wheel has finished needs none.
    from pathlib import Path

    return Path(os.path.normpath(place()))


def ready_library(folder: str | Path) -> Any:
    """Return the finished library of the rules in `folder`; None if there is none for just these files and this Python."""
    try:
        finished: Any = import_module(MODULE)
    except ModuleNotFoundError:
        return None
    if finished.PYTHON != PYTHON or dict(fingerprints(folder)) != finished.FILES:
        return None
    return finished.library()


def fingerprints(folder: str | Path) -> Iterator[tuple[str, Fingerprint]]:
    """Yield every TOML file of a folder of rules by its path inside, with its fingerprint."""
    for inside in ("", "profiles/"):
        for name in os.listdir(os.path.join(folder, inside)):
            if name.endswith(".toml"):
                with open(os.path.join(folder, inside, name), "rb") as file:
                    yield inside + name, fingerprint(file.read())
