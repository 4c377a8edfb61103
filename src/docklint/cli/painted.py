"""The text report in colour, on a terminal."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.text import Text

from docklint.cli.output import told
from docklint.reports import ReportOptions
from docklint.reports.text import STYLES, Report, Segment
from docklint.results import FileResult, Run, Summary


class Painted:
    """A reporter that shows the segments of the text report in their styles."""

    def __init__(self, view: ReportOptions) -> None:
        self._report = Report(view)
        self._console = Console(file=sys.stdout, highlight=False, soft_wrap=True)

    def begin(self, run: Run) -> None:
        """Show nothing."""

    def file(self, result: FileResult) -> None:
        """Show one file."""
        self._show(list(self._report.segments(result)))

    def end(self, summary: Summary) -> None:
        """Show the summary."""
        self._show(list(self._report.total(summary)))

    def _show(self, segments: list[Segment]) -> None:
        text = Text.assemble(*((words, STYLES.get(style, "")) for words, style in segments))
        with told(None):
            self._console.print(text, end="")
