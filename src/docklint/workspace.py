"""A linter for every draft: each gets the configuration nearest to it, and what they share is loaded once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.errors import SetupError
from docklint.library_loader import LibraryLoader, LoadedLibrary, not_installed
from docklint.linter import Linter
from docklint.settings import Request, Settings, merge
from docklint.settings.config import Config, read
from docklint.settings.search import Search
from docklint.typed import TYPE_CHECKING
from docklint.values import replace

if TYPE_CHECKING:
    from pathlib import Path

    from docklint.baseline import Baseline
    from docklint.catalogue import Catalogue
    from docklint.packs import Faults


class Workspace:
    """Gives the linter for a draft. What the command line and the configuration say wrong raises `SetupError`."""

    def __init__(self, request: Request, baseline: Baseline | None = None, samples: bool = False) -> None:
        """Heed `request`. `baseline`: the one to use, whatever file is named. `samples`: rules carry their examples."""
        self.request = request
        self._given = (request, baseline, samples)
        self._own_baseline = baseline
        self._search = Search()
        self._loader = LibraryLoader(samples)
        self._configs: dict[str, Config] = {}
        self._baselines: dict[Path, Baseline] = {}
        self._linters: dict[tuple[object, ...], Linter] = {}

    def __reduce__(self) -> tuple[type[Workspace], tuple[object, ...]]:
        """Go to another process with what it was made of alone: there it loads anew what it needs."""
        return Workspace, self._given

    def prepare(self, paths: Iterable[str]) -> None:
        """Make the linters of all these drafts, so that every mistake is told before the first result."""
        for path in paths:
            self.of(path)

    def of(self, path: str) -> Linter:
        """Return the linter for the draft at `path`."""
        config = self.config(path)
        key = (config.file, *merge.told_of(path, config))
        if key not in self._linters:
            settings = merge.settings_for(path, self.request, config)
            loaded = self._loaded(settings, config)
            baseline = self._baseline(merge.baseline(self.request, config))
            self._linters[key] = Linter(settings, loaded.library, baseline, loaded.failed)
        return self._linters[key]

    @property
    def has_suppress_tables(self) -> bool:
        """Whether a configuration of a draft that a linter was made for has `[[suppress]]` tables."""
        return any(linter.settings.suppress for linter in self._linters.values())

    def settings(self, path: str) -> Settings:
        """Return the settings for the draft at `path`, whose rules need not be loaded for that."""
        return merge.settings_for(path, self.request, self.config(path))

    def catalogue(self, path: str) -> Catalogue:
        """Return what rules and profiles there are for drafts at `path`, installed packs that nobody names included."""
        # Late: a check needs no list of what there is.
        from docklint.catalogue import Catalogue

        settings, config = self.settings(path), self.config(path)
        loaded, everything = self._loaded(settings, config), self._loader.everything(settings)
        # Of packs that nobody named it is no matter whether they work.
        return Catalogue(settings, everything.library, frozenset(loaded.library.rules), loaded.failed)

    def lang(self, path: str) -> str:
        """Return the language, as the configuration of `path` has it."""
        return merge.settings_for(path, self.request, self.config(path)).lang

    def fail_on(self, path: str) -> str:
        """Return the mildest severity that makes the exit status 1, as the configuration of `path` has it."""
        return merge.fail_on(self.request, self.config(path))

    def config(self, path: str) -> Config:
        """Return the configuration that holds for the draft at `path`; an empty one if there is none."""
        file = self.config_file(path)
        if file is None:
            return Config()
        if file not in self._configs:
            self._configs[file] = self._read(file)
        return self._configs[file]

    def config_file(self, path: str) -> str | None:
        """Return the file of the configuration that holds for the draft at `path`, if there is one."""
        if self.request.isolated:
            return None
        return str(self.request.config) if self.request.config else self._search.nearest(path)

    def files_in_use(self) -> Iterator[Path]:
        """Yield the files that decide what is found, of all drafts that a linter was made for."""
        # Late: asked only where a file would be replaced.
        from pathlib import Path

        yield from (*map(Path, self._configs), *self._baselines)
        for linter in self._linters.values():
            yield from linter.settings.files()

    def _read(self, file: str) -> Config:
        """Read a configuration and hold it against the rules it speaks of: all mistakes at once."""
        # Late: most runs have no configuration.
        from docklint.packs import Faults
        from docklint.settings.verify import verify

        faults = Faults("noun.configuration")
        config = _with_packs_there(read(file, faults), file, faults)
        try:
            library = self._loaded(merge.settings_for("", self.request, config), config).library
        except SetupError as error:
            raise _joined(faults, error) from error
        verify(config, library, file, faults)
        faults.settle()
        return config

    def _loaded(self, settings: Settings, config: Config) -> LoadedLibrary:
        request = self.request
        wanted = dict.fromkeys((*request.select, *request.ignore, settings.profile, *config.names()))
        return self._loader.loaded(settings, wanted)

    def _baseline(self, file: Path | None) -> Baseline | None:
        if self._own_baseline is not None or file is None:
            return self._own_baseline
        if file not in self._baselines:
            # Late: most runs have none.
            from docklint.baseline import read as read_baseline

            self._baselines[file] = read_baseline(file)
        return self._baselines[file]


def _with_packs_there(config: Config, file: str, faults: Faults) -> Config:
    """Note the packs that are not installed, and go on without them."""
    if not config.packs:
        return config
    from docklint.plugins import PACKS, installed

    there = installed(PACKS)
    for number, name in enumerate(config.packs, start=1):
        if name not in there:
            faults.add(file, config.at(f"packs[{number}]"), not_installed(name, there))
    return replace(config, packs=tuple(name for name in config.packs if name in there))


def _joined(faults: Faults, error: SetupError) -> SetupError:
    if not faults.seen:
        return error
    try:
        faults.settle()
    except SetupError as own:
        return SetupError("setup.joined", first=own.text, second=error.text)
    return error
