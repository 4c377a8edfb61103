"""The findings of a draft as comments in its package."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from docklint.annotating.pending import pending
from docklint.annotating.said import mended, said_of, summed_up
from docklint.document import Document
from docklint.results import FileResult, ProposedFix
from docklint.rules import Finding
from docklint.spans import Span
from docklint.texts import load
from docklint.values import Value
from docklint.word.notes import Note, add_notes, own_tags
from docklint.word.own import MENDED, SUMMARY, Tag

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
    """An annotated package. `added`: how many comments of ours it has, `mended` of them on what tracked changes mend;
    `kept`: the findings that were told already, in comments of ours that somebody answered or resolved.
    """

    data: bytes
    added: int
    mended: int = 0
    kept: tuple[Tag, ...] = ()


def annotate(data: bytes, result: FileResult, signature: Signature, lang: str) -> Annotated:
    """Return the package `data`, from which `result` comes, with a comment for every place that has findings.

    The first comment, at the title, sums up. Comments of an earlier run are replaced, but for those on what is mended by
    tracked changes that nobody accepted or refused yet. Raises the draft's own error
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
    waiting = pending(document)
    notes = tuple(_notes(document, result, frozenset(kept), len(waiting), lang))
    written = with_notes(data, document, notes, waiting, signature, lang)
    return Annotated(
        written, len(notes) + len(waiting), len(waiting), tuple(tag for tag in kept if tag != MENDED)
    )


def with_notes(
    data: bytes,
    document: Document,
    notes: Sequence[Note],
    waiting: Collection[tuple[Tag, ...]],
    signature: Signature,
    lang: str,
) -> bytes:
    """Write notes as somebody's comments; those on what is mended and not decided yet stay."""
    return add_notes(
        data,
        document,
        notes,
        author=signature.author,
        initials=signature.initials,
        date=signature.date,
        lang=lang,
        staying=frozenset(waiting),
    )


def _notes(
    document: Document, result: FileResult, kept: Collection[Tag], waiting: int, lang: str
) -> Iterator[Note]:
    texts = load(lang)
    if SUMMARY not in kept:
        yield Note(_title(document), summed_up(result, waiting, lang, texts), (SUMMARY,))
    told = [
        finding for finding in result.findings if finding.suppressed is None and _tag(finding) not in kept
    ]
    for span, findings in by_span((finding.span, finding) for finding in told):
        yield Note(span, said_of(findings, texts), tuple(map(_tag, findings)))


def notes_on_mended(fixes: Iterable[ProposedFix], lang: str) -> Iterator[Note]:
    """Yield a note for every place at which fixes are made: of the draft as it was, to stand there while they are pending."""
    texts = load(lang)
    for span, findings in by_span((each.span, each.finding) for each in fixes):
        yield Note(span, mended(findings, texts), (*map(_tag, findings), MENDED))


def by_span(findings: Iterable[tuple[Span, Finding]]) -> Iterator[tuple[Span, list[Finding]]]:
    """Yield every place with its findings, the worst first."""
    places: dict[Span, list[Finding]] = {}
    for span, finding in findings:
        places.setdefault(span, []).append(finding)
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
