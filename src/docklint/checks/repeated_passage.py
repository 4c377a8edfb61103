"""A sentence stands twice in one paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.rules import Check, Hit, Related
from docklint.spans import Range, between
from docklint.structure.draft import Draft, Part
from docklint.tuples import NamedTuple
from docklint.typed import Pattern
from docklint.word_search import letters

_STOPS = "。！？；"
"""A line without a stop is a title or a heading, which a file may well hold twice."""
TAIL = 6
"""Code points that tell most sentences apart."""


class RepeatedPassage(Check):
    """Point at sentences that stood before; those that follow each other there and here are one passage.

    A sentence counts from `least` code points on, headings, ordinals, example markers, punctuation and official
    wording left out.
    """

    least: int = 25

    def applies(self, draft: Draft) -> bool:
        """Apply where there is a paper at all."""
        return draft.has_structure

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a passage."""
        passage: list[_Sentence] = []
        first: dict[str, int] = {}
        places = list(_sentences(draft, self.least))
        if _all_differ([_tail(draft.words(place)) for place in places]):
            return  # as in most papers
        found = [
            (words, place) for place in places if len(words := letters(draft.words(place))) >= self.least
        ]
        if _all_differ([words for words, _ in found]):
            return  # what is official need not be asked of them
        sentences = list(_telling(draft, found, self.least))
        for at, one in enumerate(sentences):
            twin = first.setdefault(one.words, at)
            if twin == at:
                continue
            if passage and not (passage[-1].number == at - 1 and passage[-1].twin == twin - 1):
                yield _hit(draft, passage, sentences)
                passage = []
            passage.append(_Sentence(one.range, one.words, at, twin))
        if passage:
            yield _hit(draft, passage, sentences)


class _Sentence(NamedTuple):
    """A sentence of a paper; `number` and `twin` count the sentences of the paper from 0."""

    range: Range
    words: str
    number: int = 0
    twin: int = 0


def _sentences(draft: Draft, least: int) -> Iterator[Range]:
    """Yield where the sentences stand that may be long enough, each with its stop."""
    text = draft.reading.text
    for place in _running(draft):
        for start, end in between(text, place, _STOPS + "\n") if place.end - place.start >= least else ():
            if end - start + 1 >= least and end < place.end and text[end] in _STOPS:
                yield Range(start, end + 1)


def _tail(sentence: str) -> str:
    """Return the last words of a sentence: where these differ, the whole need not be read."""
    last = sentence[-1 - TAIL : -1]
    return last if last.isalnum() else letters(sentence)[-TAIL:]


def _all_differ(texts: Sequence[str]) -> bool:
    return len(set(texts)) == len(texts)


def _telling(draft: Draft, found: Iterable[tuple[str, Range]], least: int) -> Iterator[_Sentence]:
    """Yield the sentences that are long enough without their official wording."""
    slots = (*draft.profile.sections, *draft.profile.dimensions)
    official = draft.grammar.once(_official, tuple(title for slot in slots for title in slot.titles))
    return (_Sentence(place, words) for words, place in found if len(official.sub("", words)) >= least)


def _official(grammar: Grammar, titles: tuple[str, ...]) -> Pattern[str]:
    """Return the pattern of what everybody writes alike: the profile's titles and the set phrases."""
    words = map(letters, (*titles, *grammar["official-phrases"]))
    return compiled(alternatives(word for word in words if word))


def _running(draft: Draft) -> Iterator[Range]:
    """Yield what stands between headings, ordinals and example markers."""
    taken = sorted(place for part in draft.parts for place in _aside(part))
    edges = [Range(draft.range.start, draft.range.start), *taken, Range(draft.range.end, draft.range.end)]
    for before, behind in pairwise(edges):
        if before.end < behind.start:
            yield Range(before.end, behind.start)


def _aside(part: Part) -> Iterator[Range]:
    if part.kind in ("section", "dimension"):
        yield part.heading
    elif part.ordinal:
        yield part.ordinal.range
    for example in part.examples:
        yield example.marker


def _hit(draft: Draft, passage: list[_Sentence], sentences: list[_Sentence]) -> Hit:
    place = Range(passage[0].range.start, passage[-1].range.end)
    twins = Range(sentences[passage[0].twin].range.start, sentences[passage[-1].twin].range.end)
    span = draft.span(place)
    around = draft.path(draft.span(passage[0].range))[-1:]
    about = [draft.span(part.ordinal.range) for part in around if part.ordinal]
    return Hit(
        span,
        {"count": len(passage), "text": draft.quote(sentences[passage[0].twin].range).replace("\n", "")},
        (Related("first", draft.span(twins)),),
        about=tuple(about),
    )
