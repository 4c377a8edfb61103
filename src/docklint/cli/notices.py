"""What is said on standard error while files are checked: a reporter beside the report."""

from __future__ import annotations

from docklint.cli.output import warn, warn_converted
from docklint.neutral import shown
from docklint.results import FileResult, Run, Summary
from docklint.texts import Texts


class Notices:
    """Tells a file that failed as soon as it comes by and, unless `quiet`, one that was converted."""

    def __init__(self, texts: Texts, quiet: bool) -> None:
        self._texts = texts
        self._quiet = quiet

    def begin(self, run: Run) -> None:
        """Say nothing."""

    def file(self, result: FileResult) -> None:
        """Tell what a report for people leaves out."""
        if result.error:
            warn(f"{shown(result.path)}: {result.error.text.told_in(self._texts)}")
        elif result.document and not self._quiet:
            warn_converted(result.document, self._texts)

    def end(self, summary: Summary) -> None:
        """Say nothing: what there is to say of the whole is the command's own."""
