"""Notes to docklint inside a draft: `docklint: ignore EXA101 …`, as a Word comment or `<!-- … -->` in Markdown.

A Word comment is about the paragraphs it is anchored to. A Markdown comment is about the paragraph it stands in;
one that has its line to itself is about the next paragraph. A paragraph is what docklint reads as one: a line,
or several that only a page's width broke.
"""

from __future__ import annotations

from collections.abc import Iterator

from docklint.document import Document, Line, Mark
from docklint.patterns import compiled
from docklint.spans import Range, Span
from docklint.structure.normalise.reading import Reading
from docklint.values import Value, replace

# Word writes “Docklint” at the start of a sentence by itself.
_ADDRESSED = r"\s*(?i:docklint)\s*[:：]"
_NOTE = rf"{_ADDRESSED}\s*(?i:ignore)\s+([A-Za-z]+[0-9]*(?:\s*[,，、]\s*[A-Za-z]+[0-9]*)*)(?![A-Za-z0-9])[\s:：,，、—-]*(.*)"
_IN_MARKDOWN = rf"<!--({_ADDRESSED}[\s\S]{{0,1000}}?)-->"


class SuppressionNote(Value):
    """One note. `codes`: codes or prefixes, upper case; none if the note could not be understood.

    `place`: where the note stands or is anchored; `reach`: the places it speaks of.
    """

    codes: tuple[str, ...]
    reason: str
    place: Span
    reach: tuple[Span, ...]


def is_note(mark: Mark) -> bool:
    """Return whether a mark is a Word comment to docklint, which no reader of the draft is meant to answer."""
    return mark.kind == "comment" and compiled(_ADDRESSED).match(mark.text) is not None


def without_notes(document: Document) -> Document:
    """Return the document as the rules see it: without the Word comments that are notes."""
    if not any(map(is_note, document.marks)):
        return document
    return replace(document, marks=tuple(mark for mark in document.marks if not is_note(mark)))


def notes(document: Document, reading: Reading) -> tuple[SuppressionNote, ...]:
    """Find the notes of a document; `reading`: the body as docklint reads it."""
    found = [note for mark in document.marks if is_note(mark) for note in _in_comment(mark, document)]
    if document.markdown:
        found += _in_markdown(document, reading)
    return tuple(found)


def own_words(document: Document) -> tuple[Span, ...]:
    """Return the places that hold the notes themselves: nothing found there is about the draft."""
    words = {line for mark in document.marks if is_note(mark) for line in mark.text.split("\n")}
    lines = (line for line in document.lines if line.part == "comment")
    places = [Span(each.start, each.end) for each in lines if document.text[each.start : each.end] in words]
    if document.markdown:
        places += (Span(*match.span()) for match in compiled(_IN_MARKDOWN).finditer(document.text))
    return tuple(places)


def _in_comment(mark: Mark, document: Document) -> Iterator[SuppressionNote]:
    place = Span(mark.start, mark.end)
    reach = _paragraphs(place, document)
    return (_note(line, place, reach) for line in mark.text.split("\n") if compiled(_ADDRESSED).match(line))


def _note(text: str, place: Span, reach: tuple[Span, ...]) -> SuppressionNote:
    match = compiled(_NOTE).fullmatch(" ".join(text.split()))
    if not match:
        return SuppressionNote((), "", place, reach)
    codes = compiled(r"[A-Za-z]+[0-9]*").findall(match[1])
    return SuppressionNote(tuple(code.upper() for code in codes), match[2].strip(), place, reach)


def _paragraphs(place: Span, document: Document) -> tuple[Span, ...]:
    """Return the lines that `place` touches and the other lines of their Word paragraphs."""
    touched = {
        _paragraph(line) for line in document.lines if line.start <= place.end and place.start <= line.end
    }
    return tuple(Span(line.start, line.end) for line in document.lines if _paragraph(line) in touched)


def _paragraph(line: Line) -> tuple[str, int]:
    # The paragraphs of a table are counted with the body's, so the two are one part here.
    return "body" if line.part == "table" else line.part, line.paragraph


def _in_markdown(document: Document, reading: Reading) -> Iterator[SuppressionNote]:
    for match in compiled(_IN_MARKDOWN).finditer(document.text):
        place = Span(*match.span())
        yield _note(match[1], place, (_next_paragraph(place, reading),))


def _next_paragraph(place: Span, reading: Reading) -> Span:
    """Return the paragraph around the note or, where nothing else stands on its line, the next one."""
    text = reading.text
    at = reading.index(place.start)
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    while end >= 0 and not text[start:end].strip():
        start, end = end + 1, text.find("\n", end + 1)
    return reading.span(Range(start, len(text) if end < 0 else end))
