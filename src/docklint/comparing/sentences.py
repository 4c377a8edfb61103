"""The sentences of a text: pieces that together are the whole text, blanks and line ends included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from docklint.fingerprints import normalised
from docklint.patterns import compiled
from docklint.spans import Span
from docklint.structure.draft import Draft
from docklint.tuples import NamedTuple

_SENTENCE = r"[^。！？；\n]*(?:[。！？；]+[”’）》」』]*|\n|\Z)[ \t　\n]*"


class TextSentence(NamedTuple):
    """A sentence with what separates it from the next."""

    span: Span
    """Blanks behind it and line ends included."""
    text: str
    """As it stands."""
    words: str
    """Without ordinals, blanks and differences of width: what makes two sentences the same."""


def sentences(text: str, drafts: Sequence[Draft]) -> list[TextSentence]:
    """Return the sentences of `text`; `drafts`: its papers, which know where ordinals stand."""
    ordinals = sorted(
        draft.span(part.ordinal.range) for draft in drafts for part in draft.parts if part.ordinal
    )
    found, at = list[TextSentence](), 0
    for match in compiled(_SENTENCE).finditer(text):
        if not match[0]:
            continue
        span = Span(*match.span())
        while at < len(ordinals) and ordinals[at].end <= span.start:
            at += 1
        words = normalised("".join(_without(text, span, ordinals, at)))
        found.append(TextSentence(span=span, text=match[0], words=words))
    return found


def _without(text: str, span: Span, ordinals: Sequence[Span], at: int) -> Iterator[str]:
    """Yield what stands in a span between ordinals, from the `at`-th of these on."""
    start = span.start
    while at < len(ordinals) and ordinals[at].start < span.end:
        yield text[start : ordinals[at].start]
        start = max(start, ordinals[at].end)
        at += 1
    yield text[start : span.end]


class SentencePlaces:
    """Finds the sentence of a place."""

    def __init__(self, sentences: Sequence[TextSentence]) -> None:
        lengths = (each.span.end - each.span.start for each in sentences)
        self._ends = list(accumulate(lengths))

    def number(self, offset: int) -> int:
        """Return the number (from 0) of the sentence that holds an offset; the last one's at the end of the text."""
        return min(bisect_right(self._ends, offset), max(len(self._ends) - 1, 0))
