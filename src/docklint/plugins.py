"""What other installed packages bring: checks and packs, by the names they register as entry points.

`docklint.checks`: name of a kind of check → its class. `docklint.packs`: name of a pack → the package whose
folder holds its TOML files. Looking through the installed packages costs as much as starting Python five
times, so it is done only when something is named that docklint itself does not have.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from docklint.errors import PluginError

CHECKS = "docklint.checks"
PACKS = "docklint.packs"


@cache
def installed(group: str) -> Mapping[str, EntryPoint]:
    """Return what is registered in `group`, by name; nothing of it is imported."""
    return {each.name: each for each in sorted(entry_points(group=group), key=lambda each: each.name)}


def load(entry: EntryPoint) -> object:
    """Import what an entry point names. Raises `PluginError` whatever goes wrong in the foreign code."""
    try:
        return entry.load()
    except (Exception, SystemExit) as error:
        raise broken(entry, f"{type(error).__name__}: {error}") from error


def folder(entry: EntryPoint) -> Path:
    """Return the folder of the package an entry point names. Raises `PluginError` when there is none."""
    try:
        spec = find_spec(entry.module)
    except (Exception, SystemExit) as error:
        raise broken(entry, f"{type(error).__name__}: {error}") from error
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places or not Path(places[0]).is_dir():
        raise broken(entry, f"no package {entry.module}")
    return Path(places[0])


def broken(entry: EntryPoint, detail: str) -> PluginError:
    """Build the error that names the plugin, its package and what is wrong with it."""
    package = entry.dist.name if entry.dist else "?"
    return PluginError(package=package, name=entry.name, detail=" ".join(detail.split()))
