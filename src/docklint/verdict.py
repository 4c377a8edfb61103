"""What becomes of a paper: ready, revise, return or unchecked, decided here alone, from findings and coverage.

`Coverage` says what of a file was looked at, `tally` counts what was found in it, and `decide` holds the two together.
The severity that a run fails on has no part in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from docklint.rules import Finding, Severity
from docklint.texts import Text as Sentence
from docklint.texts import Told
from docklint.typed import Literal
from docklint.values import Value

Word = Literal["ready", "unchecked", "revise", "return"]
"""The verdicts, each weightier than those before it."""
WORDS: tuple[Word, ...] = ("return", "revise", "unchecked", "ready")
"""The weightiest first."""
MISSING_DIMENSION = "DIM101"
_MOST_TOLD = 3
"""So many faults for which a paper is returned are named."""


class Paper(Value):
    """One paper of a file, and what its profile has to say about it.

    `start`: where it begins (offset in the document). `recognised`: its profile was named, or the paper speaks for it.
    `title`: the profile's. `dimensions`: how many it demands; `undecided`: how many of its demands are still open.
    `returns`: codes of the rules whose findings mean `return`; a finding about a part that is not required does not.
    `share`: more than this part of the dimensions missing (numerator, denominator) means it too.
    """

    start: int = 0
    has_structure: bool = True
    recognised: bool = True
    title: str = ""
    dimensions: int = 0
    undecided: int = 0
    returns: tuple[str, ...] = ()
    share: tuple[int, int] = (1, 1)


class Coverage(Value):
    """What of a file was checked.

    `ran`: how many rules looked at it. `unselected`: codes of those that would have, had they not been switched off;
    `crashed`: of those that did not come to an end. `unread`: for what could not be read, the reasons.
    """

    papers: tuple[Paper, ...] = ()
    ran: int = 0
    unselected: tuple[str, ...] = ()
    crashed: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def has_structure(self) -> bool:
        """Whether any paper of the file has parts that docklint knows."""
        return any(paper.has_structure for paper in self.papers)


class Tally(Value):
    """The findings of a file as its verdict needs them; statements of docklint about itself are left out.

    `error`, `warning`, `suppressed`: how many. `returning`: the first messages of those that mean `return`. `missing`:
    how many dimensions each paper lacks.
    """

    error: int = 0
    warning: int = 0
    suppressed: int = 0
    returning: tuple[str, ...] = ()
    missing: tuple[int, ...] = ()


class Verdict(Value):
    """The verdict, and why; `ready` has no reasons."""

    word: Word
    reasons: tuple[Told, ...] = ()


class Counting:
    """Counts findings on their way to wherever they go."""

    def __init__(self, papers: tuple[Paper, ...]) -> None:
        self._papers = papers
        self._starts = [paper.start for paper in papers]
        self._severities: Counter[Severity] = Counter()
        self._missing: Counter[int] = Counter()
        self._returning: dict[str, None] = {}
        self._suppressed = 0

    def counted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings, each counted."""
        for finding in findings:
            self._count(finding)
            yield finding

    @property
    def tally(self) -> Tally:
        """What was counted so far."""
        return Tally(
            error=self._severities[Severity.ERROR],
            warning=self._severities[Severity.WARNING],
            suppressed=self._suppressed,
            returning=tuple(self._returning),
            missing=tuple(self._missing[number] for number in range(len(self._papers))),
        )

    def _count(self, finding: Finding) -> None:
        if finding.suppressed:
            self._suppressed += 1
        elif not finding.is_notice:
            self._severities[finding.severity] += 1
            self._place(finding)

    def _place(self, finding: Finding) -> None:
        """Hold a finding against what its paper's profile says of such faults."""
        number = max(bisect_right(self._starts, finding.span.start) - 1, 0)
        if finding.code == MISSING_DIMENSION:
            self._missing[number] += 1
        if not self._papers or len(self._returning) >= _MOST_TOLD:
            return
        if finding.code in self._papers[number].returns and finding.data.get("required", True):
            self._returning[finding.message.rstrip("。.")] = None


def tally(findings: Iterable[Finding], papers: tuple[Paper, ...] = ()) -> Tally:
    """Count findings; `papers`: those of the file they are about."""
    counting = Counting(papers)
    for _ in counting.counted(findings):
        pass
    return counting.tally


def decide(found: Tally, coverage: Coverage, error: Told | None = None) -> Verdict:
    """Return what becomes of a file; of several papers in it the worst counts. `error`: why it could not be read."""
    if error is not None:
        return Verdict("unchecked", (error,))
    returned = tuple(_returned(found, coverage))
    revised = tuple(_revised(found))
    left_out = tuple(dict.fromkeys(_left_out(found, coverage)))
    due: dict[Word, tuple[Told, ...]] = {"return": returned, "revise": revised, "unchecked": left_out}
    word = next((word for word in WORDS if due.get(word)), WORDS[-1])
    return Verdict(word, (*returned, *revised, *left_out))


def _returned(found: Tally, coverage: Coverage) -> Iterator[Told]:
    """Yield the faults for which a paper is returned."""
    for message in found.returning:
        yield Sentence("verdict.fault", message=message)
    for paper, missing in zip(coverage.papers, found.missing, strict=False):
        share, of = paper.share
        if missing * of > paper.dimensions * share:
            yield Sentence("verdict.dimensions", total=paper.dimensions, missing=missing)


def _revised(found: Tally) -> Iterator[Told]:
    counts = {"verdict.errors": found.error, "verdict.warnings": found.warning}
    told = tuple(Sentence(key, count=count) for key, count in counts.items() if count)
    if told:
        yield Sentence("verdict.faults", count=found.error + found.warning, counts=told)


def _left_out(found: Tally, coverage: Coverage) -> Iterator[Told]:
    """Yield what was not checked, or was found and does not count."""
    for paper in coverage.papers:
        yield from _unheld(paper)
    if coverage.unselected:
        yield Sentence("verdict.unselected", ran=coverage.ran, count=len(coverage.unselected))
    if coverage.crashed:
        yield Sentence("verdict.crashed", codes=coverage.crashed)
    if found.suppressed:
        yield Sentence("verdict.suppressed", count=found.suppressed)
    for reason in dict.fromkeys(coverage.unread):
        yield Sentence("verdict.unread", what=Sentence(f"unread.{reason}"))


def _unheld(paper: Paper) -> Iterator[Told]:
    """Yield what of a paper no profile was held against."""
    if not paper.has_structure:
        yield Sentence("verdict.no-structure")
    elif not paper.recognised:
        yield Sentence("verdict.unrecognised")
    elif not paper.dimensions:
        yield Sentence("verdict.no-dimensions", title=paper.title)
    if paper.undecided:
        yield Sentence("verdict.undecided", title=paper.title, count=paper.undecided)
