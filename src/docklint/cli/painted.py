"""The text report in colour, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from docklint.cli.writing import told
from docklint.reports import ReportOptions
from docklint.reports.text import STYLES, Segment, TextReport
from docklint.results import FileResult, Run, Summary


class Painted:
    """A reporter that shows the segments of the text report in their styles."""

    def __init__(self, view: ReportOptions) -> None:
        self._report = TextReport(view)
        self._console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
        self._shown: list[Text] = []

    def begin(self, run: Run) -> None:
        """Show nothing."""

    def file(self, result: FileResult) -> None:
        """Keep one file."""
        self._keep(self._report.segments(result))

    def end(self, summary: Summary) -> None:
        """Show all files and the summary: a report is complete, or it is none."""
        self._keep(self._report.total(summary))
        with told(None):
            for text in self._shown:
                self._console.print(text, end="")

    def _keep(self, segments: Iterable[Segment]) -> None:
        self._shown.append(Text.assemble(*((words, STYLES.get(style, "")) for words, style in segments)))
