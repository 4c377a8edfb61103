"""A row of the overview."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docklint.errors import DraftError
from docklint.overview.shape import Shape
from docklint.results import FileResult, Skipped
from docklint.rules import Finding
from docklint.spans import Lines
from docklint.texts import Text, Told
from docklint.values import Value, replace
from docklint.verdict import WORDS, Paper, Verdict, Word

PaperId = tuple[str, int]
"""A path, and which of the file's papers it is, from 1."""
WORST = 3
"""So many findings are told in words."""


class Alike(Value):
    """How like another one a file is: `score` (0-1) of the likest, how many `pairs` from the threshold on, whether the
    likest is of an earlier year (`past`), and which part (0-1) of it very many papers have, too (`common`).
    """

    score: float
    pairs: int = 0
    past: bool = False
    common: float = 0.0


class Worst(Value):
    """A finding in words. `line`: from 1; `paragraph`: the one a person counts in Word, None elsewhere."""

    code: str
    severity: str
    message: str
    line: int
    paragraph: int | None


class Row(Value):
    """One paper, or one file that none was read from. `status`: `checked`, `failed` or `skipped`. `reason`: why it was
    not checked. `number`: which of the file's `papers` it is, from 1; 0 where none was read. `worst`: the three worst
    findings, each rule once. `families`: how many findings by the letters of their codes; what docklint says of itself
    is left out.
    """

    path: str
    status: str
    verdict: Word
    reasons: tuple[Told, ...] = ()
    reason: Told | None = None
    number: int = 0
    papers: int = 0
    meeting: str = ""
    chosen_by: str = ""
    severities: Mapping[str, int] = {}
    families: Mapping[str, int] = {}
    worst: tuple[Worst, ...] = ()
    shape: Shape | None = None
    alike: Alike | None = None


def checked(result: FileResult, shapes: Sequence[Shape], alike: Mapping[PaperId, Alike]) -> Iterator[Row]:
    """Yield the rows of a file that was checked, one for each of its papers, or the one of a file that could not be."""
    if result.error or len(result.coverage.papers) < 2:
        yield of_file(result, shapes, alike.get((result.path, 1)))
        return
    for number, (paper, findings) in enumerate(_by_paper(result), 1):
        verdict = result.verdict_of(paper, findings)
        shape = shapes[number - 1] if number <= len(shapes) else None
        yield _row(result, verdict, findings, shape, alike.get((result.path, number)), number)


def of_file(result: FileResult, shapes: Sequence[Shape], alike: Alike | None) -> Row:
    """Return one row for a whole file; of several papers, whose it is and what it consists of is said of the first."""
    if result.error:
        return unread(result.path, result.error)
    row = _row(result, result.verdict, result.findings, next(iter(shapes), None), alike, 1)
    more = result.unlisted(with_suppressed=False)
    return replace(row, families=_families(_live(result.findings), more)) if more else row


def _row(
    result: FileResult,
    verdict: Verdict,
    findings: Sequence[Finding],
    shape: Shape | None,
    alike: Alike | None,
    number: int,
) -> Row:
    live = _live(findings)
    return Row(
        path=result.path,
        status="checked",
        verdict=verdict.word,
        reasons=verdict.reasons,
        number=number,
        papers=result.papers,
        meeting=shape.meeting if shape else "",
        chosen_by=result.chosen_by,
        severities=Counter(each.severity.value for each in live),
        # What is beyond the ceiling of a rule has no place, and so no paper among several.
        families=_families(live, {}),
        worst=tuple(_worst(result, live)),
        shape=shape,
        alike=alike,
    )


def _live(findings: Iterable[Finding]) -> list[Finding]:
    return [each for each in findings if not each.suppressed and not each.is_notice]


def _by_paper(result: FileResult) -> Iterator[tuple[Paper, list[Finding]]]:
    """Yield the papers of a file, each with the findings from its beginning to that of the next."""
    papers = result.coverage.papers
    starts = [paper.start for paper in papers]
    found: list[list[Finding]] = [[] for _ in papers]
    for finding in result.findings:
        found[max(bisect_right(starts, finding.span.start) - 1, 0)].append(finding)
    return zip(papers, found, strict=True)


def unread(path: str, error: DraftError) -> Row:
    """Return the row of a file that could not be read."""
    return Row(path, "failed", "unchecked", (error.text,), error.text)


def passed_over(skipped: Skipped) -> Row:
    """Return the row of a file that was passed over."""
    return Row(skipped.path, "skipped", "unchecked", (skipped.reason,), skipped.reason)


def not_reached(path: str) -> Row:
    """Return the row of a file that nobody came to."""
    why = Text("overview.not-reached")
    return Row(path, "skipped", "unchecked", (why,), why)


def worst_first(rows: Iterable[Row]) -> list[Row]:
    """Sort rows: by verdict, then by how much there is to mend; what nobody looked into stands behind what is due."""
    return sorted(
        rows,
        key=lambda row: (
            WORDS.index(row.verdict),
            row.status != "checked",
            -row.severities.get("error", 0),
            -row.severities.get("warning", 0),
            row.path,
            row.number,
        ),
    )


def _families(live: Iterable[Finding], more: Mapping[str, int]) -> Mapping[str, int]:
    counts = Counter(each.code.rstrip("0123456789") for each in live)
    for code, count in more.items():
        counts[code.rstrip("0123456789")] += count
    return dict(sorted(counts.items()))


def _worst(result: FileResult, live: Iterable[Finding]) -> Iterator[Worst]:
    """Yield the worst findings, of each rule the first."""
    first: dict[str, Finding] = {}
    for each in sorted(live, key=lambda finding: finding.severity.rank):
        first.setdefault(each.code, each)
    if result.document is None:
        return
    lines = Lines(result.document.text)
    for each in list(first.values())[:WORST]:
        start = each.span.start
        paragraph = result.document.paragraph_at(start)
        yield Worst(each.code, each.severity.value, each.message, lines.number(start), paragraph)
