"""A folder of reports: one a draft, so that nobody sees another's text, and an index of them all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docklint.cli.replaced_file import ReplacedFile
from docklint.cli.report_file import told_to
from docklint.cli.report_places import INDEX, ReportPlace
from docklint.cli.writing import told
from docklint.reports import ReportOptions
from docklint.reports.suffixes import suffix_for
from docklint.results import FileResult, Run, Summary, summarise

if TYPE_CHECKING:
    from docklint.reports.html.folder_index import Listed
    from docklint.runner.targets import Target


class FolderReporter:
    """A reporter that writes every draft's report as soon as there is one, and the index at the end.

    `names`: of the report, below the folder, by the path of its draft.
    """

    def __init__(self, place: ReportPlace, names: Mapping[str, str], view: ReportOptions) -> None:
        assert place.path is not None
        self._folder = place.path
        self._format = place.format
        self._names = names
        self._view = view
        self._listed: list[Listed] = []

    def begin(self, run: Run) -> None:
        """Make the folder."""
        self._make(self._folder)

    def file(self, result: FileResult) -> None:
        """Write the report of one draft."""
        # Late: only who writes a folder needs its index.
        from docklint.reports.html.folder_index import listed

        name = self._names[result.path]
        report = self._folder / name
        self._make(report.parent)
        with told_to(report, self._format, self._view) as reporter:
            reporter.begin(Run(1))
            reporter.file(result)
            reporter.end(summarise([result]))
        self._listed.append(listed(result, name, self._view.texts))

    def end(self, summary: Summary) -> None:
        """Write the index."""
        from docklint.reports.html.folder_index import render

        with ReplacedFile(self._folder / INDEX) as file:
            file.put((render(self._listed, summary, self._view.texts),))

    def _make(self, folder: Path) -> None:
        with told(folder):
            folder.mkdir(parents=True, exist_ok=True)


def names(targets: Sequence[Target], stdin_name: str, format: str, view: ReportOptions) -> dict[str, str]:
    """Return the name of each draft's report, by the draft's path: below the folder as the draft is below its own."""
    taken: set[str] = {INDEX}
    found: dict[str, str] = {}
    for target in targets:
        stem = os.path.splitext(_below(target, stdin_name or view.texts("cli.standard-input")))[0]
        name = next(name for name in _candidates(stem, format, view) if name.lower() not in taken)
        taken.add(name.lower())
        found[target.path] = name
    return found


def files(folder: Path, names: Mapping[str, str]) -> Iterable[Path]:
    """Return all that is going to be written below a folder."""
    return (folder / name for name in (*names.values(), INDEX))


def _below(target: Target, stdin_name: str) -> str:
    from docklint.runner.targets import STDIN

    if target.path == STDIN:
        return os.path.basename(stdin_name)
    if target.folder:
        below = os.path.relpath(target.path, target.folder)
        if os.pardir not in below.split(os.sep):
            return below
    return os.path.basename(target.path)


def _candidates(stem: str, format: str, view: ReportOptions) -> Iterable[str]:
    suffix = suffix_for(format)
    yield view.texts("cli.report-name", stem=stem, number="") + suffix
    for number in range(2, 2**20):
        yield view.texts("cli.report-name", stem=stem, number=number) + suffix
