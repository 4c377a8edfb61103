"""What is said on standard error while files are checked: a reporter beside the report."""

from __future__ import annotations

from docklint.cli.output import warn, warn_converted
from docklint.document import Document
from docklint.neutral import shown
from docklint.results import FileResult, Run, Summary
from docklint.rules import STRUCTURE_NOT_FOUND
from docklint.texts import Texts


class Notices:
    """Tells a file as soon as it comes by that failed, if the report does not (`tells_errors`), in which no structure
    was found and, unless `quiet`, one that was converted.
    """

    def __init__(self, texts: Texts, quiet: bool, tells_errors: bool = True) -> None:
        self._texts = texts
        self._quiet = quiet
        self._tells_errors = tells_errors

    def begin(self, run: Run) -> None:
        """Say nothing."""

    def file(self, result: FileResult) -> None:
        """Tell what a report for people leaves out."""
        if result.error and self._tells_errors:
            warn(f"{shown(result.path)}: {result.error.text.told_in(self._texts)}")
        elif result.document:
            self._tell(result, result.document)

    def _tell(self, result: FileResult, document: Document) -> None:
        if not result.coverage.has_structure and result.statuses.get(STRUCTURE_NOT_FOUND) != "findings":
            warn(f"{shown(result.path)}: {self._texts('cli.no-structure')}")
        if not self._quiet and self._tells_errors:
            warn_converted(document, self._texts)

    def end(self, summary: Summary) -> None:
        """Say nothing: what there is to say of the whole is the command's own."""
