"""How often each rule spoke, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docklint.reports import Format, ReportOptions
from docklint.results import FileResult, Summary
from docklint.rules import Severity


class StatisticsReport(Format):
    """A line for each rule that found something: count, code, severity and name."""

    def __init__(self, options: ReportOptions) -> None:
        super().__init__(options)
        self._counts: Counter[tuple[str, Severity, str]] = Counter()

    def file(self, result: FileResult) -> tuple[str, ...]:
        """Count what counts."""
        live = (finding for finding in result.findings if finding.suppressed is None)
        self._counts.update((finding.code, finding.severity, finding.name) for finding in live)
        self._counts.update(
            {
                (each.code, Severity(each.severity), each.name): each.count
                for each in result.omitted
                if each.count
            }
        )
        return ()

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield the lines."""
        for (code, severity, name), count in sorted(
            self._counts.items(), key=lambda entry: (-entry[1], entry[0])
        ):
            yield f"{count:>7}  {code:<7} {self.options.texts(f'report.severity-{severity.value}')}  {name}\n"
