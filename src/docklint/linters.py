"""A linter for every draft: each gets the configuration nearest to it, and what they share is loaded once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from docklint.agreements import Suppress
from docklint.baseline import NO_BASELINE, Baseline
from docklint.baseline import read as read_baseline
from docklint.errors import SetupError
from docklint.folders import drafts_below
from docklint.linter import Linter
from docklint.packs import Faults
from docklint.results import FileResult
from docklint.settings import Request, Settings, merge
from docklint.settings.config import Config, read
from docklint.settings.search import Search
from docklint.shelf import Shelf, Stock, not_installed
from docklint.values import replace


class Linters:
    """Gives the linter for a draft. What the command line and the configuration say wrong raises `SetupError`."""

    def __init__(self, request: Request, baseline: Baseline | None = None) -> None:
        """Heed `request`. `baseline`: the one to use, whatever file is named."""
        self.request = request
        self._own_baseline = baseline
        self._search = Search()
        self._shelf = Shelf()
        self._configs: dict[Path, Config] = {}
        self._baselines: dict[Path, Baseline] = {}
        self._linters: dict[tuple[object, ...], Linter] = {}
        self._checked: dict[str, Config] = {}
        self._spare: dict[tuple[Path, Suppress], Config] = {}
        self._used: set[tuple[Path, Suppress]] = set()

    def prepare(self, paths: Iterable[str]) -> None:
        """Make the linters of all these drafts, so that every mistake is told before the first result."""
        for path in paths:
            self.of(path)

    def of(self, path: str) -> Linter:
        """Give the linter for the draft at `path`."""
        config = self.config(path)
        settings = merge.settings_for(path, self.request, config)
        key = (config.file, settings.profile, settings.below, settings.suppress)
        if key not in self._linters:
            stock = self._stock(settings, config)
            baseline = self._baseline(merge.baseline(self.request, config))
            self._linters[key] = Linter(settings, stock.library, baseline, stock.failed)
        return self._linters[key]

    def lang(self, path: str) -> str:
        """Give the language, as the configuration of `path` has it."""
        return merge.settings_for(path, self.request, self.config(path)).lang

    def fail_on(self, path: str) -> str:
        """Give the mildest severity that makes the exit status 1, as the configuration of `path` has it."""
        return merge.fail_on(self.request, self.config(path))

    def keeps(self, path: str) -> bool:
        """Say whether the result of `path` may be kept for the next run, as its configuration has it."""
        return merge.cache(self.config(path))

    def config(self, path: str) -> Config:
        """Give the configuration that holds for the draft at `path`; an empty one if there is none."""
        if self.request.isolated:
            return Config()
        file = self.request.config or self._search.nearest(path)
        if file is None:
            return Config()
        if file not in self._configs:
            self._configs[file] = self._read(file)
        return self._configs[file]

    def _read(self, file: Path) -> Config:
        """Read a configuration and hold it against the rules it speaks of: all mistakes at once."""
        # Late: most runs have no configuration.
        from docklint.settings.verify import verify

        faults = Faults("配置", "The configuration")
        config = _with_packs_there(read(file, faults), str(file), faults)
        try:
            library = self._stock(merge.settings_for("", self.request, config), config).library
        except SetupError as error:
            raise _joined(faults, error) from error
        verify(config, library, str(file), faults)
        faults.settle()
        return config

    def _stock(self, settings: Settings, config: Config) -> Stock:
        request = self.request
        wanted = dict.fromkeys((*request.select, *request.ignore, settings.profile, *config.names()))
        return self._shelf.stock(settings, wanted)

    def _baseline(self, file: Path | None) -> Baseline:
        if self._own_baseline is not None or file is None:
            return self._own_baseline or NO_BASELINE
        if file not in self._baselines:
            self._baselines[file] = read_baseline(file)
        return self._baselines[file]

    def with_spare(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Pass results on; the last one that was checked also tells which `[[suppress]]` no draft had a use for.

        Nobody can tell that of a table while a draft it may be meant for was no part of the run.
        """
        held: list[FileResult] = []
        for result in results:
            self._note(result)
            if result.document and (result.recognised or not (held and held[0].recognised)):
                yield from held
                held = []
            held.append(result)
        for result in held:
            spare = list(self._unused())
            yield self.of(result.path).tell_spare(result, spare) if spare and result.document else result

    def _note(self, result: FileResult) -> None:
        tables = self.of(result.path).settings.suppress if result.document else ()
        if not tables:
            return
        config = self.config(result.path)
        self._checked[os.path.abspath(result.path)] = config
        spare = set(result.spare)
        self._spare.update({(config.file, table): config for table in result.spare})
        self._used.update((config.file, table) for table in tables if table not in spare)

    def _unused(self) -> Iterator[Suppress]:
        idle: dict[Path, list[Suppress]] = {}
        configs: dict[Path, Config] = {}
        for (file, table), config in self._spare.items():
            if (file, table) not in self._used:
                idle.setdefault(file, []).append(table)
                configs[file] = config
        for file, tables in idle.items():
            waiting = self._waiting(set(tables), configs[file])
            yield from (table for table in tables if table not in waiting)

    def _waiting(self, tables: set[Suppress], config: Config) -> set[Suppress]:
        """Give those of `tables`, each for a draft of the run, that may be for one that was left out as well.

        A walk may take seconds (node_modules): there is one at most, and it ends when nothing is in question.
        """
        own = (path for path, heeded in self._checked.items() if heeded.file == config.file)
        if not all(Path(path).is_relative_to(config.folder) for path in own):
            return tables  # So drafts anywhere may heed the configuration.
        for_several = {table for table in tables if not _names_one_draft(table)}
        waiting: set[Suppress] = set()
        for draft in drafts_below(str(config.folder), self.request.convert) if for_several else ():
            if self._left_out(draft, config):
                waiting.update(merge.suppressed(draft, config))
                if for_several <= waiting:
                    break
        return waiting

    def _left_out(self, draft: str, config: Config) -> bool:
        """Say whether `draft` heeds `config` and was not in the run."""
        if draft in self._checked:
            return False
        return bool(self.request.config) or self._search.nearest(draft) == config.file


def _names_one_draft(table: Suppress) -> bool:
    """Say whether the path of the table fits one draft only; a name without a folder fits in any folder."""
    return "/" in table.path.strip("/") and "*" not in table.path and "?" not in table.path


def _with_packs_there(config: Config, file: str, faults: Faults) -> Config:
    """Note the packs that are not installed, and go on without them."""
    if not config.packs:
        return config
    from docklint.plugins import PACKS, installed

    there = installed(PACKS)
    for number, name in enumerate(config.packs, start=1):
        if name not in there:
            faults.add(file, config.at(f"packs[{number}]"), *not_installed(name, there))
    return replace(config, packs=tuple(name for name in config.packs if name in there))


def _joined(faults: Faults, error: SetupError) -> SetupError:
    if not faults.seen:
        return error
    try:
        faults.settle()
    except SetupError as own:
        return SetupError(
            zh=f"{own.message('zh')}\n{error.message('zh')}", en=f"{own.message('en')}\n{error.message('en')}"
        )
    return error
