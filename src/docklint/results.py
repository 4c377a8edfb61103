"""What came of checking, for reports and library users, and who is told of it while a run goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol

from docklint.ceiling import Omitted
from docklint.document import Document
from docklint.errors import DraftError
from docklint.profile import Profile
from docklint.rules import Edit, Finding, RuleStatus, Severity
from docklint.spans import Span
from docklint.suppressions import SuppressTable
from docklint.texts import Text
from docklint.values import Value


class FileResult(Value):
    """One file's outcome: either `error`, or `document`, `profile`, `statuses` and `findings`.

    `chosen_by`: who named the profile, `auto`, `option` or `config`. `statuses`: per rule code `passed`,
    `findings`, `not-applicable`, `disabled` or `crashed`. `findings`: sorted by offset, then code.
    `omitted`: what is beyond the ceiling of a rule, counted only.
    `papers`: how many the file holds; each is checked by itself, and `profile` is the first one's.
    `recognised`: some section of the profile was found, so that the file is a draft beyond doubt. `unused_tables`: the
    `[[suppress]]` tables this draft had no use for; another draft of the run may have.
    """

    path: str
    document: Document | None = None
    profile: Profile | None = None
    chosen_by: str = "auto"
    statuses: Mapping[str, RuleStatus] = {}
    findings: tuple[Finding, ...] = ()
    error: DraftError | None = None
    recognised: bool = False
    unused_tables: tuple[SuppressTable, ...] = ()
    papers: int = 1
    omitted: tuple[Omitted, ...] = ()

    def unlisted(self, with_suppressed: bool) -> Mapping[str, int]:
        """Return by code how many findings are beyond the ceiling; those that do not count only if asked for."""
        counts = {
            each.code: each.count + (each.suppressed if with_suppressed else 0) for each in self.omitted
        }
        return {code: count for code, count in counts.items() if count}


class Proposal(Value):
    """A fix, and where its finding stands in the document as it was. `why`: for what reason it was not made."""

    finding: Finding
    span: Span
    why: Text | None = None


class Fixed(Value):
    """What fixing came to. `edits`: of the document as it was, in order; `after`: what is found in the result.

    `made`, `declined`: in the order of the document.
    """

    before: FileResult
    after: FileResult
    edits: tuple[Edit, ...] = ()
    made: tuple[Proposal, ...] = ()
    declined: tuple[Proposal, ...] = ()


class Summary(Value):
    """How many files and findings there were; suppressed findings count only as `suppressed`."""

    files: int = 0
    failed: int = 0
    crashed: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    suppressed: int = 0

    def plus(self, result: FileResult) -> Summary:
        """Add one file's outcome."""
        live = Counter(finding.severity for finding in result.findings if finding.suppressed is None)
        suppressed = len(result.findings) - live.total()
        for each in result.omitted:
            live[Severity(each.severity)] += each.count
            suppressed += each.suppressed
        return Summary(
            files=self.files + 1,
            failed=self.failed + (result.error is not None),
            crashed=self.crashed + ("crashed" in result.statuses.values()),
            error=self.error + live[Severity.ERROR],
            warning=self.warning + live[Severity.WARNING],
            info=self.info + live[Severity.INFO],
            suppressed=self.suppressed + suppressed,
        )

    def exit_status(self, fail_on: str) -> int:
        """Return the process's exit status: 0, 1, 2 or 3, the highest that is due.

        `fail_on`: the mildest severity that makes 1 of 0, or `never`.
        """
        if self.crashed:
            return 3
        if self.failed or not self.files:
            return 2
        return int(fail_on != "never" and any(self._at_least(Severity(fail_on))))

    def _at_least(self, severity: Severity) -> tuple[int, ...]:
        return (self.error, self.warning, self.info)[: severity.rank + 1]


def summarise(results: Iterable[FileResult]) -> Summary:
    """Sum up the outcomes of several files."""
    summary = Summary()
    for result in results:
        summary = summary.plus(result)
    return summary


class Run(Value):
    """A run that is about to begin. `files`: how many it looks at, before those that are no drafts are left out."""

    files: int


class Reporter(Protocol):
    """Who is told of a run: of its beginning, of each file in order as soon as its result is there, of its end.

    What a reporter raises ends the run, and nobody is told anything more.
    """

    def begin(self, run: Run) -> None: ...

    def file(self, result: FileResult) -> None: ...

    def end(self, summary: Summary) -> None: ...
