"""An annotated copy that is there already: whether docklint wrote it of this very draft, and what others wrote into it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from docklint import readers
from docklint.document import Document, Line, Mark
from docklint.errors import DraftError
from docklint.results import FileResult
from docklint.rules import Finding
from docklint.spans import Span
from docklint.values import Value, replace
from docklint.word.notes import own_tags
from docklint.word.others import remarks

_COMMENTS = ("comment", "own")


class Fate(StrEnum):
    """What becomes of the copy. `CARRIED`: it is written on, for others have commented in it."""

    REPLACED = "replaced"
    CARRIED = "carried"
    FOREIGN = "foreign"
    CHANGED = "changed"
    PARTED = "parted"


class Base(Value):
    """What comments are written into: the package, as it was read, and the result as it is to be told there.

    `left`: how many fixes were not made because the author may have meant something else.
    """

    fate: Fate
    data: bytes
    document: Document
    result: FileResult
    left: int = 0


def base(draft: bytes, result: FileResult, copy: bytes, revisions: str) -> Base:
    """Return what to write into where a `copy` stands: the draft, or the copy if others have written into that.

    Fates that leave nothing to write: `FOREIGN` (docklint did not write it), `CHANGED` (its text is not the draft's),
    `PARTED` (the copy lacks what the draft has beside its text).
    """
    assert result.document is not None
    fresh = Base(Fate.REPLACED, draft, result.document, result)
    try:
        own, staying = own_tags(copy)
        there = readers.parse(result.path, copy, revisions)
        in_copy = remarks(copy)
    except DraftError:
        return replace(fresh, fate=Fate.FOREIGN)
    if not own:
        return replace(fresh, fate=Fate.FOREIGN)
    if not same_words(there, result.document):
        return replace(fresh, fate=Fate.CHANGED)
    in_draft = remarks(draft)
    if not staying and in_copy == in_draft:
        return fresh
    if in_draft - in_copy or _beside(there) != _beside(result.document):
        return replace(fresh, fate=Fate.PARTED)
    return Base(Fate.CARRIED, copy, there, moved(result, there))


def same_words(one: Document, other: Document) -> bool:
    """Say whether two documents say the same, comments aside."""
    return _words(one) == _words(other)


def _words(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in _lines(document)]


def _lines(document: Document) -> Iterator[Line]:
    return (line for line in document.lines if line.part != "comment")


def _beside(document: Document) -> tuple[object, list[Mark]]:
    """Return what a document has beside its words and comments: what its lines are, and tracked changes."""
    looks = [(line.part, line.label, line.heading, line.bold, line.contents) for line in _lines(document)]
    return looks, [mark for mark in document.marks if mark.kind not in _COMMENTS]


def moved(result: FileResult, there: Document) -> FileResult:
    """Return a result as it is to be told in a copy with the same words."""
    return replace(result, findings=tuple(_moved(result, there)))


def _moved(result: FileResult, there: Document) -> Iterator[Finding]:
    """Yield the findings as they lie in the copy: comments come last in a text, and only there it may differ."""
    assert result.document is not None
    starts = {there.text[line.start : line.end]: line.start for line in there.lines if line.part == "comment"}
    for finding in result.findings:
        line = result.document.line_at(finding.span.start)
        words = result.document.text[line.start : line.end]
        if line.part == "comment" and words in starts:
            by = starts[words] - line.start
            finding = replace(finding, span=Span(finding.span.start + by, finding.span.end + by))
        yield finding
