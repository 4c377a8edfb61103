"""A row of the overview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from docklint.errors import DraftError
from docklint.overview.shape import Shape
from docklint.results import FileResult, Skipped
from docklint.rules import Finding
from docklint.spans import Lines
from docklint.texts import Text, Told
from docklint.values import Value
from docklint.verdict import WORDS, Word

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
    """One file. `status`: `checked`, `failed` or `skipped`. `reason`: why it was not checked. `worst`: the three worst
    findings, each rule once. `families`: how many findings by the letters of their codes; what docklint says of itself
    is left out.
    """

    path: str
    status: str
    verdict: Word
    reasons: tuple[Told, ...] = ()
    reason: Told | None = None
    papers: int = 0
    meeting: str = ""
    chosen_by: str = ""
    severities: Mapping[str, int] = {}
    families: Mapping[str, int] = {}
    worst: tuple[Worst, ...] = ()
    shape: Shape | None = None
    alike: Alike | None = None


def checked(result: FileResult, shape: Shape | None, alike: Alike | None, lang: str) -> Row:
    """Return the row of a file that was checked or could not be."""
    if result.error:
        return unread(result.path, result.error)
    live = [each for each in result.findings if not each.suppressed and not each.is_notice]
    more = result.unlisted(with_suppressed=False)
    return Row(
        path=result.path,
        status="checked",
        verdict=result.verdict.word,
        reasons=result.verdict.reasons,
        papers=result.papers,
        meeting=result.profile.title_in(lang) if result.profile else "",
        chosen_by=result.chosen_by,
        severities=Counter(each.severity.value for each in live),
        families=_families(live, more),
        worst=tuple(_worst(result, live)),
        shape=shape,
        alike=alike,
    )


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
