"""TOML to values: rules, profiles and the lexicon. The only place that knows the file format.

What a wheel has finished needs none of the modules that read files; they are imported when one is to be read.
"""

from __future__ import annotations

from collections.abc import Iterable

from docklint.packs.library import Library
from docklint.packs.shipped import builtin, ready_library
from docklint.rules_place import place
from docklint.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pathlib import Path

    from docklint.packs.rule import adjust
    from docklint.packs.table import Faults

__all__ = ["Faults", "Library", "adjust", "builtin", "load"]


def load(
    paths: Iterable[str | Path] = (), profile_files: Iterable[str | Path] = (), *, samples: bool = False
) -> Library:
    """Load the packs that ship with docklint, those in the folders `paths`, and single `profile_files`.

    Rules carry their examples only with `samples`. Raises `SetupError` that names every fault found, with
    file, key path and the nearest known name.
    """
    more, own = tuple(paths), tuple(profile_files)
    ready = None if more or own or samples else ready_library(place())
    if ready is not None:
        return cast(Library, ready)
    from pathlib import Path

    from docklint.packs.loading import loaded

    named = {Path(path).resolve(): Path(path) for path in own}
    return loaded([Path(path) for path in more], named, samples)


def __getattr__(name: str) -> object:
    if name == "Faults":
        from docklint.packs.table import Faults

        return Faults
    if name == "adjust":
        from docklint.packs.rule import adjust

        return adjust
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
