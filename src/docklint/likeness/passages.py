"""Where two papers share what they share: passages of the one beside their twins in the other.

Sentences find their twins wherever these stand, so that paragraphs in another order are met too; the words within
two sentences are aligned by `difflib`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain, product

from docklint.likeness.grams import grams
from docklint.likeness.official import CUT
from docklint.likeness.wording import OwnPaper, Sentence
from docklint.spans import Span
from docklint.tuples import NamedTuple

TWIN = 0.5
"""From this part (0-1) of the shorter one's grams on two sentences are twins."""
LEAST = 8
"""A sentence with fewer code points of its own has no twin."""
LEAST_SAME = 3
"""So many code points in a row are shown as the same."""
MOST_PLACES = 50
"""A gram that stands in more sentences of a paper is looked up in so many of them."""
MOST_TWINS = 2_000
"""So many twins of a pair are aligned."""
REMEMBERED = 256
"""Of so many papers the sentences are kept in memory."""
MOST = 200
"""So many passages of a pair are told, in the order of the first paper."""


class Passage(NamedTuple):
    """A run of sentences of one paper and its twin in another.

    `here`, `there`: their spans. `same_here`, `same_there`: what is the same in both (spans of the document, in order).
    `path_here`, `path_there`: the headings around them.
    """

    here: Span
    there: Span
    same_here: tuple[Span, ...]
    same_there: tuple[Span, ...]
    path_here: tuple[str, ...]
    path_there: tuple[str, ...]

    @property
    def characters(self) -> int:
        """How many code points of `here` stand in `there` too."""
        return sum(end - start for start, end in self.same_here)


class PassageFinder:
    """Finds the passages that papers of one folder share; of each its sentences are looked at once.

    `common`: the grams of common wording, of which one in `step` is known; a sentence mostly made of it has no twin.
    """

    def __init__(self, common: frozenset[int] = frozenset(), step: int = 1) -> None:
        self._own = lru_cache(REMEMBERED)(lambda paper: _indexed(paper.sentences, common, step))

    def between(self, here: OwnPaper, there: OwnPaper) -> tuple[Passage, ...]:
        """Return the passages that two papers share, in the order of the first, at most `MOST`."""
        runs = list(_runs(_twins(self._own(here), self._own(there))))[:MOST]
        return tuple(_passage(here, there, run) for run in runs)


class _Own(NamedTuple):
    """A sentence that says something of its own. `size`: how many grams it has."""

    number: int
    sentence: Sentence
    size: int


class _Indexed(NamedTuple):
    """A paper's own sentences, and in which of them (by their place in `sentences`) each gram stands."""

    sentences: Sequence[_Own]
    places: Mapping[int, Sequence[int]]


def _indexed(sentences: Sequence[Sentence], common: frozenset[int], step: int) -> _Indexed:
    """Number the sentences that say something of their own, and index their grams: a paper is met in many pairs."""
    found: list[_Own] = []
    places: dict[int, tuple[int, ...]] = {}
    for number, sentence in enumerate(sentences):
        if len(sentence.words.replace(CUT, "")) < LEAST:
            continue
        every = grams(sentence.words.split(CUT))
        known = {gram for gram in every if gram % step == 0}
        if every and 2 * len(known & common) <= len(known):
            for gram in every:
                known_places = places.get(gram, ())
                if len(known_places) < MOST_PLACES:
                    places[gram] = (*known_places, len(found))
            found.append(_Own(number, sentence, len(every)))
    return _Indexed(found, places)


def _twins(here: _Indexed, there: _Indexed) -> list[tuple[_Own, _Own]]:
    """Return which sentence of one paper is which of another, in the order of the first.

    Each is the twin of one at the most, the likest first.
    """
    taken_here, taken_there = set[int](), set[int]()
    found = []
    for _, one, other in sorted(_candidates(here, there)):
        if one not in taken_here and other not in taken_there:
            taken_here.add(one)
            taken_there.add(other)
            found.append((one, other))
    return [(here.sentences[one], there.sentences[other]) for one, other in sorted(found)[:MOST_TWINS]]


def _candidates(here: _Indexed, there: _Indexed) -> Iterator[tuple[float, int, int]]:
    """Yield the sentences that share enough: how little they differ, and their places."""
    both = here.places.keys() & there.places.keys()
    shared = Counter(chain.from_iterable(product(here.places[gram], there.places[gram]) for gram in both))
    for (one, other), count in shared.items():
        part = count / min(here.sentences[one].size, there.sentences[other].size)
        if part >= TWIN:
            yield -part, one, other


def _runs(pairs: Sequence[tuple[_Own, _Own]]) -> Iterator[list[tuple[Sentence, Sentence]]]:
    """Yield the twins that follow each other in both papers together."""
    run: list[tuple[_Own, _Own]] = []
    for one, other in pairs:
        if run and not (one.number == run[-1][0].number + 1 and other.number == run[-1][1].number + 1):
            yield [(a.sentence, b.sentence) for a, b in run]
            run = []
        run.append((one, other))
    if run:
        yield [(a.sentence, b.sentence) for a, b in run]


def _passage(here: OwnPaper, there: OwnPaper, run: Sequence[tuple[Sentence, Sentence]]) -> Passage:
    same = [each for one, other in run for each in _same(here, there, one.span, other.span)]
    return Passage(
        here=Span(run[0][0].span.start, run[-1][0].span.end),
        there=Span(run[0][1].span.start, run[-1][1].span.end),
        same_here=tuple(one for one, _ in same),
        same_there=tuple(other for _, other in sorted(same, key=lambda each: each[1])),
        path_here=run[0][0].path,
        path_there=run[0][1].path,
    )


def _same(here: OwnPaper, there: OwnPaper, one: Span, other: Span) -> Iterator[tuple[Span, Span]]:
    """Yield what is the same in two sentences, as they stand in their documents."""
    a, b = here.document.text[one.start : one.end], there.document.text[other.start : other.end]
    if a == b:
        yield one, other
        return
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        if block.size >= LEAST_SAME:
            yield (
                Span(one.start + block.a, one.start + block.a + block.size),
                Span(other.start + block.b, other.start + block.b + block.size),
            )
