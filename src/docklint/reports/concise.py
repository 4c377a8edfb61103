"""One line a finding, for editors and `grep`: `path:line:column: severity: message [CODE]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.reports import View
from docklint.reports.location import Locator
from docklint.reports.plain import safe
from docklint.results import FileResult


def render(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """Yield one line for each finding that is not suppressed; the severity is English in both languages."""
    for result in results:
        yield from _lines(result)


def _lines(result: FileResult) -> Iterator[str]:
    if result.document is None:
        return
    locator, path = Locator(result.document), safe(result.path)
    for finding in result.findings:
        if finding.suppressed is None:
            line, column = locator.position(finding.span.start)
            message = safe(finding.message)
            yield f"{path}:{line}:{column}: {finding.severity.value}: {message} [{finding.code}]\n"
