"""Where an overview goes: standard output, files by their suffix, or a folder with a report for every paper."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docklint.cli.draft_output import refuse_open
from docklint.cli.output import opened, warn
from docklint.cli.overwriting import refuse_in_use, refuse_overwriting
from docklint.cli.replaced_file import ReplacedFile
from docklint.cli.report_folder import FolderReporter
from docklint.cli.report_folder import names as report_names
from docklint.cli.report_places import INDEX, ReportPlace
from docklint.cli.writing import told as told_errors
from docklint.errors import SetupError
from docklint.neutral import shown
from docklint.reports import ReportOptions
from docklint.reports.desk.overview import OverviewEntry
from docklint.results import Reporter, Summary

if TYPE_CHECKING:
    from docklint.runner.papers import Gathered
    from docklint.runner.targets import Target

SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".docx": "docx",
    ".csv": "csv",
    ".json": "json",
    ".txt": "text",
}
BINARY = ("xlsx", "docx")


class OverviewPlaces:
    """`outputs`: as they were named; `format`: the one that was named, if any. Raises `SetupError` for a suffix that
    means no format, or another than the one named.
    """

    def __init__(self, outputs: Sequence[str], format: str | None) -> None:
        folders = dict.fromkeys(
            each for each in outputs if each.endswith(("/", os.sep)) or os.path.isdir(each)
        )
        self._folders = [Path(each) for each in folders]
        self._files = {Path(each): _format_of(each, format) for each in outputs if each not in folders}
        self._of_papers = "docx" if format == "docx" else "html"
        self._standard = None if outputs else format or "text"
        if self._standard in BINARY:
            raise SetupError("setup.binary-needs-output", format=self._standard)

    def refuse_terminal(self, is_terminal: bool) -> None:
        """Raise `SetupError` if a page would be poured over a terminal."""
        if is_terminal and self._standard == "html":
            raise SetupError("setup.page-on-terminal", format=self._standard)

    def names(self, targets: Sequence[Target], view: ReportOptions) -> Mapping[str, str]:
        """Return the name of every paper's report below the folder; none where no folder is written."""
        return report_names(targets, "", self._of_papers, view) if self._folders else {}

    def refuse(self, paths: Iterable[str], force: bool) -> None:
        """Raise `SetupError` if the table would take the place of what is no report of ours, or is open in Word."""
        for path in self._tables():
            refuse_overwriting(path, paths, force)
            refuse_open(path)

    def refuse_drafts(self, gathered: Gathered, names: Mapping[str, str], force: bool) -> None:
        """Raise `SetupError` if anything would take the place of a paper, or a paper's report of what is none."""
        papers = [file.path for file in gathered.files]
        for path in (
            *self._tables(),
            *(folder / name for folder in self._folders for name in names.values()),
        ):
            refuse_overwriting(path, papers, force)

    def refuse_used(self, in_use: Iterable[Path], names: Mapping[str, str]) -> None:
        """Raise `SetupError` if one would take the place of a file that decides what is in it."""
        used = tuple(in_use)
        for path in self._tables():
            refuse_in_use(path, used)

    def reports(self, names: Mapping[str, str], view: ReportOptions) -> list[Reporter]:
        """Return who writes the papers' own reports, each as soon as its paper is checked."""
        return [
            PaperReports(ReportPlace(self._of_papers, each, is_folder=True), names, view)
            for each in self._folders
        ]

    def write(self, report: OverviewEntry, view: ReportOptions) -> None:
        """Write the table wherever it is to go."""
        failed = list(self._unwritten(report, view))
        if self._standard:
            with opened(None, self._standard != "text") as sink:
                sink.put((str(_rendered(self._standard, _without_links(report), view)),))
            sys.stdout.flush()
        for error in failed[1:]:
            warn(error.text.told_in(view.texts))
        if failed:
            raise failed[0]

    def _unwritten(self, report: OverviewEntry, view: ReportOptions) -> Iterator[SetupError]:
        """Write folders and files, and yield what went wrong: a full disk here must not cost the table there."""
        for folder in self._folders:
            try:
                with told_errors(folder):
                    folder.mkdir(parents=True, exist_ok=True)
                _write(folder / INDEX, "html", report, view)
            except SetupError as error:
                yield error
        for path, format in self._files.items():
            try:
                # Only the page in the folder lies where its links lead to the papers' reports.
                _write(path, format, _without_links(report), view)
            except SetupError as error:
                yield error

    def told(self) -> tuple[str, ...]:
        """Return what is written, as a sentence names it."""
        return (
            *(shown(f"{each}{os.sep}") for each in self._folders),
            *(shown(str(each)) for each in self._files),
        )

    def _tables(self) -> list[Path]:
        return [*self._files, *(folder / INDEX for folder in self._folders)]


class PaperReports(FolderReporter):
    """The papers' own reports; their index is the overview."""

    def end(self, summary: Summary) -> None:
        """Write nothing."""


def _format_of(output: str, format: str | None) -> str:
    meant = SUFFIXES.get(os.path.splitext(output)[1].lower(), "")
    if format and (not meant or meant == format):
        return format
    if not meant or format:
        key = "setup.suffix-of-other" if format else "setup.suffix-unknown"
        known = tuple(suffix for suffix, each in SUFFIXES.items() if format in (None, each))
        raise SetupError(key, output=output, format=format or "", known=known)
    return meant


def _without_links(report: OverviewEntry) -> OverviewEntry:
    return {**report, "papers": [{**paper, "report": None} for paper in report["papers"]]}


def _write(path: Path, format: str, report: OverviewEntry, view: ReportOptions) -> None:
    made = _rendered(format, report, view)
    with ReplacedFile(path) as file:
        if isinstance(made, bytes):
            file.put_bytes(made)
        else:
            file.put((made,))


def _rendered(format: str, report: OverviewEntry, view: ReportOptions) -> str | bytes:
    # Late: each format is imported when it is asked for.
    from importlib import import_module

    if format == "json":
        from docklint.reports.desk.overview import json

        return "".join(json(report))
    if format == "text":
        from docklint.reports.desk.overview_text import render

        return "".join(render(report, view.texts, view.width))
    module = import_module(f"docklint.reports.desk.overview_{'page' if format == 'html' else format}")
    made: str | bytes = module.render(report, view.texts)
    return made
