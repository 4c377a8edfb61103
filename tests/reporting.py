"""Reports made from results, without a run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docklint.reports import REPORTS, Format, ReportOptions, load
from docklint.results import FileResult, Run, summarise

AS_TEXT = tuple(name for name in REPORTS if not load(name).binary)
"""All formats of reports that are text. A test of what every format must do goes through them."""


def reported(format: str, results: Iterable[FileResult], **options: Any) -> str:
    """Return the report in one of the formats."""
    return written(load(format)(ReportOptions(**options)), results)


def written(report: Format, results: Iterable[FileResult]) -> str:
    """Return the text of a report, told one result after the other."""
    told = list(results)
    pieces = [*report.begin(Run(len(told)))]
    for result in told:
        pieces += report.file(result)
    return "".join((*pieces, *report.end(summarise(told))))
