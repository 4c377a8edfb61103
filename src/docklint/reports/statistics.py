"""How often each rule spoke, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from docklint.reports import ReportOptions
from docklint.reports.words import word
from docklint.results import FileResult


def render(results: Iterable[FileResult], view: ReportOptions) -> Iterator[str]:
    """Yield a line for each rule that found something: count, code, severity and name."""
    counts = Counter(
        (finding.code, finding.severity, finding.name)
        for result in results
        for finding in result.findings
        if finding.suppressed is None
    )
    for (code, severity, name), count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        yield f"{count:>7}  {code:<7} {word(severity.value, view.lang)}  {name}\n"
