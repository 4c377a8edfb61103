"""A report to look at: one HTML file that needs no network and nothing beside it, and can be read without its script.

`page.render` makes it from JSON-compatible data alone, `data.PageData` gathers those from results.
"""

from __future__ import annotations

from collections.abc import Iterator

from docklint.reports import Format, ReportOptions
from docklint.reports.html.data import PageData
from docklint.reports.html.page import render
from docklint.results import FileResult, Summary


class HtmlReport(Format):
    """The page; its index comes first, so nothing is written before the end."""

    def __init__(self, options: ReportOptions) -> None:
        super().__init__(options)
        self._data = PageData(options)

    def file(self, result: FileResult) -> tuple[str, ...]:
        """Keep what the page shows of one file, so that no document outlives its turn."""
        self._data.add(result)
        return ()

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield the page."""
        yield render(self._data.complete(summary))
