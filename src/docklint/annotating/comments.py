"""The findings of a draft as comments in its package."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from docklint.annotating.said import said_of, summed_up
from docklint.document import Document
from docklint.results import FileResult
from docklint.rules import Finding
from docklint.spans import Span
from docklint.texts import load
from docklint.values import Value
from docklint.word.notes import Note, add_notes, own_tags
from docklint.word.own import SUMMARY, Tag

AUTHOR = "docklint"
_INITIALS = "dl"


class Signature(Value):
    """Who comments and when: `date` in ISO 8601, None for none, so that the same draft gives the same bytes."""

    author: str = AUTHOR
    date: str | None = None

    @property
    def initials(self) -> str:
        """The first letter of every word of the author's name, as Word takes them."""
        if self.author == AUTHOR:
            return _INITIALS
        return "".join(word[0] for word in self.author.split())


class Annotated(Value):
    """An annotated package. `added`: how many comments it has got; `kept`: the findings that were told already, in
    comments of ours that somebody answered or resolved.
    """

    data: bytes
    added: int
    kept: tuple[Tag, ...] = ()


def annotate(data: bytes, result: FileResult, signature: Signature, lang: str) -> Annotated:
    """Return the package `data`, from which `result` comes, with a comment for every place that has findings.

    The first comment, at the title, sums up. Comments of an earlier run are replaced. Raises the draft's own error
    if it could not be read, `WriteRefused` if it must not or cannot be written to.
    """
    if result.error is not None:
        raise result.error
    assert result.document is not None
    return commented(data, result.document, result, signature, lang)


def commented(
    data: bytes, document: Document, result: FileResult, signature: Signature, lang: str
) -> Annotated:
    """Do so in `data` that `document` was read from: the draft itself, or a copy of it with the same text."""
    kept = own_tags(data)[1] if document.format == "docx" and not document.converted else ()
    notes = tuple(_notes(document, result, frozenset(kept), lang))
    written = add_notes(
        data,
        document,
        notes,
        author=signature.author,
        initials=signature.initials,
        date=signature.date,
        lang=lang,
    )
    return Annotated(written, len(notes), kept)


def _notes(document: Document, result: FileResult, kept: Collection[Tag], lang: str) -> Iterator[Note]:
    texts = load(lang)
    if SUMMARY not in kept:
        yield Note(_title(document), summed_up(result, lang, texts), (SUMMARY,))
    told = [
        finding for finding in result.findings if finding.suppressed is None and _tag(finding) not in kept
    ]
    for span, findings in _by_span(told):
        yield Note(span, said_of(findings, texts), tuple(map(_tag, findings)))


def _by_span(findings: Sequence[Finding]) -> Iterator[tuple[Span, list[Finding]]]:
    """Yield every place with its findings, the worst first."""
    places: dict[Span, list[Finding]] = {}
    for finding in findings:
        places.setdefault(finding.span, []).append(finding)
    for span, there in places.items():
        yield span, sorted(there, key=lambda finding: finding.severity.rank)


def _tag(finding: Finding) -> Tag:
    return Tag(finding.code, finding.fingerprint)


def _title(document: Document) -> Span:
    """Return the first line of the body that shows anything."""
    for line in document.lines:
        words = document.text[line.start : line.end]
        if line.part in ("body", "table") and words.strip():
            start = line.start + len(words) - len(words.lstrip())
            return Span(start, line.start + len(words.rstrip()))
    return Span(0, 0)
