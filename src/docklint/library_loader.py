"""Libraries of rules with what installed packages add to them, each loaded once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from docklint import packs
from docklint.errors import PluginError, SetupError
from docklint.linter import profile_files
from docklint.settings import AUTO, Settings
from docklint.settings.selection import matches
from docklint.texts import Text
from docklint.typed import TYPE_CHECKING
from docklint.values import Value

if TYPE_CHECKING:
    from pathlib import Path


class LoadedLibrary(Value):
    """A library, and the installed packs that do not work and therefore are not in it."""

    library: packs.Library
    failed: tuple[PluginError, ...] = ()


class LibraryLoader:
    """Loads libraries. An installed pack is used when it is named, or when a code or profile only it has is."""

    def __init__(self, samples: bool = False) -> None:
        """`samples`: rules carry their examples."""
        self._samples = samples
        self._libraries: dict[tuple[tuple[Path, ...], tuple[Path, ...]], packs.Library] = {}

    def loaded(self, settings: Settings, wanted: Iterable[str] = ()) -> LoadedLibrary:
        """Return the library for these settings. `wanted`: codes, prefixes and profiles that ought to be in it.

        Raises `SetupError` for faults in packs and profiles of the user's own, and for packs that are not there.
        """

        def load(folders: Iterable[Path]) -> packs.Library:
            return self._load((*settings.rules_path, *folders), profile_files(settings.profile))

        loaded = _with_packs(settings.packs, load) if settings.packs else LoadedLibrary(load(()))
        missing = [name for name in wanted if not _has(loaded.library, name)]
        return _with_finders(missing, settings.packs, loaded, load) if missing else loaded

    def everything(self, settings: Settings) -> LoadedLibrary:
        """Return the library of these settings with all installed packs; those not named that do not work are left out."""
        from docklint.plugins import PACKS, installed

        def load(folders: Iterable[Path]) -> packs.Library:
            return self._load((*settings.rules_path, *folders), profile_files(settings.profile))

        others = (name for name in installed(PACKS) if name not in settings.packs)
        return _with_packs((*settings.packs, *others), load)

    def _load(self, folders: tuple[Path, ...], profiles: tuple[Path, ...]) -> packs.Library:
        if (folders, profiles) not in self._libraries:
            self._libraries[folders, profiles] = packs.load(folders, profiles, samples=self._samples)
        return self._libraries[folders, profiles]


def _with_packs(names: Iterable[str], load: Callable[[Iterable[Path]], packs.Library]) -> LoadedLibrary:
    """Add installed packs by name; one that does not work is left out and named."""
    from docklint.plugins import PACKS, broken, folder, installed

    base = load(())
    folders: list[Path] = []
    failed: list[PluginError] = []
    for name in names:
        if name not in installed(PACKS):
            raise SetupError.of(not_installed(name, installed(PACKS)))
        entry = installed(PACKS)[name]
        try:
            place = folder(entry)
            load((*folders, place))
            folders.append(place)
        except PluginError as error:
            failed.append(error)
        except SetupError as error:
            failed.append(broken(entry, _first_fault(error)))
    return LoadedLibrary(load(folders) if folders else base, tuple(failed))


def _with_finders(
    missing: Collection[str],
    names: tuple[str, ...],
    loaded: LoadedLibrary,
    load: Callable[[Iterable[Path]], packs.Library],
) -> LoadedLibrary:
    """Add the installed packs that have what is missing; those that do not work are passed over."""
    from docklint.plugins import PACKS, installed

    for name in installed(PACKS):
        if name not in names:
            more = _with_packs((*names, name), load)
            if any(_has(more.library, each) and not _has(loaded.library, each) for each in missing):
                names, loaded = (*names, name), more
    return loaded


def _has(library: packs.Library, name: str) -> bool:
    return (
        name in ("", AUTO)
        or name in library.profiles
        or name.endswith(".toml")
        or any(matches(code, name) for code in library.rules)
    )


def not_installed(name: str, known: Collection[str]) -> Text:
    """Say that no package brings the pack `name`, with the nearest that one brings."""
    # Late: only a mistake needs it.
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.5)
    if near:
        return Text("fault.not-installed-near", name=name, near=near[0])
    if known:
        return Text("fault.not-installed", name=name, known=tuple(known))
    return Text("fault.none-installed", name=name)


def _first_fault(error: SetupError) -> str:
    lines = error.message("en").splitlines()
    return (lines[1:] or lines)[0].strip()
