"""One line a finding, for editors and `grep`: `path:line:column: severity: message [CODE]`."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.neutral import safe
from docklint.reports import Format, ReportOptions
from docklint.reports.location import Locator
from docklint.reports.words import suppression_words
from docklint.results import FileResult
from docklint.rules import Finding


class ConciseReport(Format):
    """One line for each finding that is shown; the severity is English in both languages."""

    streams = True

    def file(self, result: FileResult) -> Iterator[str]:
        """Return the lines of one file."""
        return _lines(result, self.options)


def _lines(result: FileResult, view: ReportOptions) -> Iterator[str]:
    if result.document is None:
        return
    locator, path = Locator(result.document), safe(result.path)
    for finding in result.findings:
        if finding.suppressed is None or view.show_suppressed:
            line, column = locator.position(finding.span.start)
            message = safe(finding.message)
            yield f"{path}:{line}:{column}: {finding.severity.value}: {message} [{finding.code}]{_tail(finding, view)}\n"
    for code, count in result.unlisted(view.show_suppressed).items():
        yield f"{path}: {view.texts('report.more', code=code, count=count)}\n"


def _tail(finding: Finding, view: ReportOptions) -> str:
    return f" ({suppression_words(finding.suppressed, view.texts)})" if finding.suppressed else ""
