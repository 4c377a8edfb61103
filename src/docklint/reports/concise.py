"""One line a finding, for editors and `grep`: `path:line:column: severity: message [CODE]`."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.document import Document
from docklint.neutral import safe
from docklint.reports import Format, ReportOptions
from docklint.reports.location import Locator
from docklint.reports.verdicts import with_reasons
from docklint.reports.words import suppression_words
from docklint.results import FileResult, Summary
from docklint.rules import Finding


class ConciseReport(Format):
    """One line for each finding that is shown, and for each file that was not checked; the severity is English."""

    streams = True

    def file(self, result: FileResult) -> Iterator[str]:
        """Return the lines of one file."""
        return _lines(result, self.options)

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield a line for each file that was passed over."""
        for each in () if self.options.quiet else summary.skipped:
            yield f"{safe(each.path)}: {self.options.texts('skipped.verdict', reason=each.reason)}\n"


def _lines(result: FileResult, view: ReportOptions) -> Iterator[str]:
    if result.document is None:
        return
    locator, path = Locator(result.document), safe(result.path)
    for finding in result.findings:
        if finding.suppressed is None or view.show_suppressed:
            line, column = locator.position(finding.span.start)
            if view.byte_columns:
                column = _in_bytes(result.document, finding.span.start, column)
            message = safe(finding.message)
            yield f"{path}:{line}:{column}: {finding.severity.value}: {message} [{finding.code}]{_tail(finding, view)}\n"
    for code, count in result.unlisted(view.show_suppressed).items():
        yield f"{path}: {view.texts('report.more', code=code, count=count)}\n"
    if result.verdict.word == "unchecked" and not view.quiet:
        reasons = (each.told_in(view.texts) for each in result.verdict.reasons)
        yield f"{path}: {with_reasons('unchecked', reasons, view.texts)}\n"


def _in_bytes(document: Document, offset: int, column: int) -> int:
    """Return a column in bytes of UTF-8: characters are what stands before it on its line."""
    return 1 + len(document.text[offset - column + 1 : offset].encode("utf-8", "replace"))


def _tail(finding: Finding, view: ReportOptions) -> str:
    return f" ({suppression_words(finding.suppressed, view.texts)})" if finding.suppressed else ""
