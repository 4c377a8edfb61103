"""What came of checking, for reports and library users, and who is told of it while a run goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from docklint.ceiling import Omitted
from docklint.document import Document
from docklint.errors import DraftError
from docklint.profile import Profile
from docklint.rules import Edit, Finding, RuleStatus, Severity
from docklint.spans import Span
from docklint.suppressions import SuppressTable
from docklint.texts import Text
from docklint.typed import Protocol
from docklint.values import Value, replace
from docklint.verdict import WORDS, Coverage, Paper, Tally, Verdict, Word, decide, tally

BY_NOTICE = "notice"
"""Who named a profile that was read from a notice."""


class FileResult(Value):
    """One file's outcome: either `error`, or `document`, `profile`, `statuses` and `findings`.

    `chosen_by`: who named the profile, `auto`, `option`, `notice` or `config`. `statuses`: per rule code `passed`,
    `findings`, `not-applicable`, `disabled` or `crashed`. `findings`: sorted by offset, then code.
    `omitted`: what is beyond the ceiling of a rule, counted only. `coverage`: what was looked at; `tally`: all that was
    found, ceilings or not; None: what `findings` holds.
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
    coverage: Coverage = Coverage()
    tally: Tally | None = None

    @cached_property
    def verdict(self) -> Verdict:
        """What becomes of the file."""
        found = tally(self.findings, self.coverage.papers) if self.tally is None else self.tally
        return decide(found, self._covered, self.error.text if self.error else None)

    def verdict_of(self, paper: Paper, findings: Iterable[Finding]) -> Verdict:
        """Return what becomes of one paper of the file that has these findings."""
        return decide(tally(findings, (paper,)), replace(self._covered, papers=(paper,)))

    @property
    def _covered(self) -> Coverage:
        """The coverage with the rules that did not come to an end: a plugin may have failed before any ran."""
        crashed = tuple(code for code, status in self.statuses.items() if status == "crashed")
        return replace(self.coverage, crashed=crashed)

    def unlisted(self, with_suppressed: bool) -> Mapping[str, int]:
        """Return by code how many findings are beyond the ceiling; those that do not count only if asked for."""
        counts = {
            each.code: each.count + (each.suppressed if with_suppressed else 0) for each in self.omitted
        }
        return {code: count for code, count in counts.items() if count}


class ProposedFix(Value):
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
    made: tuple[ProposedFix, ...] = ()
    declined: tuple[ProposedFix, ...] = ()


class Skipped(Value):
    """A file that was passed over, and why. `may_be_draft`: it may well be a paper; nobody looked."""

    path: str
    reason: Text
    may_be_draft: bool = True


class Summary(Value):
    """How many files and findings there were; suppressed findings count only as `suppressed`.

    What docklint says about itself is counted apart: `notices`, by severity. `verdicts`: how many files have which.
    `skipped`: the files that were passed over.
    """

    files: int = 0
    failed: int = 0
    crashed: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    suppressed: int = 0
    notices: Mapping[Severity, int] = {}
    verdicts: Mapping[Word, int] = {}
    skipped: tuple[Skipped, ...] = ()

    def plus(self, result: FileResult) -> Summary:
        """Add one file's outcome."""
        counted = [finding for finding in result.findings if finding.suppressed is None]
        live = Counter(finding.severity for finding in counted if not finding.is_notice)
        notices = Counter(finding.severity for finding in counted if finding.is_notice)
        suppressed = len(result.findings) - len(counted)
        for each in result.omitted:
            (notices if each.is_notice else live)[Severity(each.severity)] += each.count
            suppressed += each.suppressed
        return Summary(
            files=self.files + 1,
            failed=self.failed + (result.error is not None),
            crashed=self.crashed + ("crashed" in result.statuses.values()),
            error=self.error + live[Severity.ERROR],
            warning=self.warning + live[Severity.WARNING],
            info=self.info + live[Severity.INFO],
            suppressed=self.suppressed + suppressed,
            notices={each: self.notices.get(each, 0) + notices[each] for each in Severity},
            verdicts={
                word: self.verdicts.get(word, 0) + (word == result.verdict.word) for word in reversed(WORDS)
            },
            skipped=self.skipped,
        )

    @property
    def is_unchecked(self) -> bool:
        """Whether something that may be a paper was not checked."""
        return bool(self.verdicts.get("unchecked")) or any(each.may_be_draft for each in self.skipped)

    def exit_status(self, fail_on: str) -> int:
        """Return the process's exit status: 0, 1, 2 or 3, the highest that is due.

        `fail_on`: the mildest severity that makes 1 of 0, or `never`; notices have theirs, too.
        """
        if self.crashed:
            return 3
        if self.failed or not self.files:
            return 2
        return int(fail_on != "never" and any(self._at_least(Severity(fail_on))))

    def _at_least(self, severity: Severity) -> tuple[int, ...]:
        counts = (self.error, self.warning, self.info)
        return tuple(
            counts[each.rank] + self.notices.get(each, 0) for each in Severity if each.rank <= severity.rank
        )


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
