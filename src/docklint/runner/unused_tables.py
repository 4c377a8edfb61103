"""Which `[[suppress]]` tables no draft of a run had a use for: the last draft that was checked tells it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from docklint.folders import drafts_below
from docklint.results import FileResult
from docklint.settings import merge
from docklint.settings.config import Config
from docklint.suppressions import SuppressTable
from docklint.workspace import Workspace


class UnusedTables:
    """Results pass through here in order; only the last may be held back, until it is known that it is the last.

    Nobody can tell that a table is idle while a draft it may be meant for was no part of the run.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._held: list[FileResult] = []
        self._checked: dict[str, Config] = {}
        self._unused_tables: dict[tuple[str | None, SuppressTable], Config] = {}
        self._used: set[tuple[str | None, SuppressTable]] = set()

    def passed(self, result: FileResult) -> Sequence[FileResult]:
        """Take the next result; return those that need not be held back any longer."""
        self._note(result)
        ready: list[FileResult] = []
        if result.document and (result.recognised or not (self._held and self._held[0].recognised)):
            ready, self._held = self._held, []
        self._held.append(result)
        return ready

    def rest(self) -> Sequence[FileResult]:
        """Return what was held back, when no further result comes."""
        held, self._held = self._held, []
        return [self._with_unused(result) for result in held]

    def _with_unused(self, result: FileResult) -> FileResult:
        unused_tables = list(self._unused())
        if not unused_tables or not result.document:
            return result
        return self._workspace.of(result.path).report_unused(result, unused_tables)

    def _note(self, result: FileResult) -> None:
        tables = self._workspace.of(result.path).settings.suppress if result.document else ()
        if not tables:
            return
        config = self._workspace.config(result.path)
        self._checked[os.path.abspath(result.path)] = config
        self._unused_tables.update({(config.file, table): config for table in result.unused_tables})
        unused = set(result.unused_tables)
        self._used.update((config.file, table) for table in tables if table not in unused)

    def _unused(self) -> Iterator[SuppressTable]:
        idle: dict[str | None, list[SuppressTable]] = {}
        configs: dict[str | None, Config] = {}
        for (file, table), config in self._unused_tables.items():
            if (file, table) not in self._used:
                idle.setdefault(file, []).append(table)
                configs[file] = config
        for file, tables in idle.items():
            waiting = self._waiting(set(tables), configs[file])
            yield from (table for table in tables if table not in waiting)

    def _waiting(self, tables: set[SuppressTable], config: Config) -> set[SuppressTable]:
        """Return those of `tables`, each for a draft of the run, that may be for one that was left out as well.

        A walk may take seconds (node_modules): there is one at most, and it ends when nothing is in question.
        """
        # Late: most runs have no table that nobody used.
        from pathlib import Path

        own = (path for path, heeded in self._checked.items() if heeded.file == config.file)
        if not all(Path(path).is_relative_to(config.folder) for path in own):
            return tables  # So drafts anywhere may heed the configuration.
        for_several = {table for table in tables if not _names_one_draft(table)}
        waiting: set[SuppressTable] = set()
        convert = self._workspace.request.convert
        for draft in drafts_below(config.folder, convert) if for_several else ():
            if self._left_out(draft, config):
                waiting.update(merge.suppressed(draft, config))
                if for_several <= waiting:
                    break
        return waiting

    def _left_out(self, draft: str, config: Config) -> bool:
        """Return whether `draft` heeds `config` and was not in the run."""
        if draft in self._checked:
            return False
        return bool(self._workspace.request.config) or self._workspace.config_file(draft) == config.file


def _names_one_draft(table: SuppressTable) -> bool:
    """Return whether the path of the table fits one draft only; a name without a folder fits in any folder."""
    return "/" in table.path.strip("/") and "*" not in table.path and "?" not in table.path
