"""A report to look at: one HTML file that needs no network, no script and nothing beside it.

`page.render` makes it from JSON-compatible data alone, `data.gather` makes those data from results.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.reports import ReportOptions
from docklint.reports.html.data import gather
from docklint.reports.html.page import render as page
from docklint.results import FileResult


def render(results: Iterable[FileResult], view: ReportOptions) -> Iterator[str]:
    """Yield the page; its index comes first, so all results are awaited."""
    yield page(gather(results, view))
