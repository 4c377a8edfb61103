"""A comparison as SARIF 2.1.0: the results of the new version with their `baselineState` (§3.27.24), and what is absent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docklint.comparison import Comparison, State
from docklint.reports import ReportOptions
from docklint.reports.entries import Entry
from docklint.reports.sarif import Artifact, SarifReport
from docklint.results import FileResult, Run, Summary
from docklint.rules import Finding
from docklint.values import replace

_STATES: dict[State, str] = {
    "new": "new",
    "changed": "updated",
    "moved": "updated",
    "remaining": "unchanged",
    "fixed": "absent",
}


def render(comparison: Comparison, options: ReportOptions, exit_code: int) -> Iterator[str]:
    """Yield the log."""
    report = _ComparisonReport(options, exit_code)
    now = [(each.new, each.state) for each in comparison.findings if each.new]
    gone = [(each.old, each.state) for each in comparison.of("fixed") if each.old]
    yield from report.begin(Run(2))
    yield from report.version(comparison.new.result, now)
    yield from report.version(comparison.old.result, gone)
    yield from report.end(Summary())


class _ComparisonReport(SarifReport):
    """A log in which every result says what became of it."""

    def __init__(self, options: ReportOptions, exit_code: int) -> None:
        super().__init__(options)
        self._exit_code = exit_code
        self._states: Mapping[str, str] = {}

    def version(self, result: FileResult, told: Sequence[tuple[Finding, State]]) -> Iterator[str]:
        """Yield some findings of one version."""
        self._states = {finding.fingerprint: _STATES[state] for finding, state in told}
        yield from self.file(replace(result, findings=tuple(finding for finding, _ in told)))

    def _result(self, finding: Entry, file: Artifact) -> Entry:
        state = self._states[finding["fingerprint"]]
        return {**super()._result(finding, file), "baselineState": state}

    def _rest(self, status: int) -> Entry:
        return super()._rest(self._exit_code)
