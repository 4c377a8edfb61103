"""Which part of the old paper is which of the new: by slot, by title or claim, and by what it consists of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from docklint.comparing.alignment import ALIKE, SentencePairs, likeness
from docklint.comparing.sentences import SentencePlaces
from docklint.fingerprints import normalised
from docklint.spans import Range, Span
from docklint.structure.draft import Draft, Part
from docklint.tuples import NamedTuple


class PartPlace(NamedTuple):
    """A part of one of a file's papers; `part` -1: the paper itself."""

    paper: int
    part: int


class Papers:
    """The papers of one version, asked about their parts."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self._starts = [draft.span(draft.range).start for draft in drafts]

    def at(self, span: Span) -> PartPlace:
        """Return the innermost part around a place."""
        return self.path(span)[-1]

    def path(self, span: Span) -> tuple[PartPlace, ...]:
        """Return the paper and the parts around a place, outermost first."""
        paper = max((at for at, start in enumerate(self._starts) if start <= span.start), default=0)
        inside = self.drafts[paper].path(span) if self.drafts else ()
        return (PartPlace(paper, -1), *[PartPlace(paper, part.id) for part in inside])


def aligned_parts(
    papers: tuple[Papers, Papers], sentences: SentencePairs, places: tuple[SentencePlaces, SentencePlaces]
) -> Mapping[PartPlace, PartPlace]:
    """Pair the parts of two versions, each once, the papers by their order."""
    pairs = dict[PartPlace, PartPlace]()
    for paper, (before, after) in enumerate(zip(papers[0].drafts, papers[1].drafts, strict=False)):
        pairs[PartPlace(paper, -1)] = PartPlace(paper, -1)
        found = _Pairing(before, after, sentences, places).all()
        pairs |= {PartPlace(paper, mine): PartPlace(paper, other) for mine, other in found.items()}
    return pairs


class _Pairing:
    def __init__(
        self, old: Draft, new: Draft, sentences: SentencePairs, places: tuple[SentencePlaces, SentencePlaces]
    ) -> None:
        self._old, self._new = old, new
        self._sentences, self._places = sentences, places
        self._pairs = dict[int, int]()
        self._taken = set[int]()

    def all(self) -> Mapping[int, int]:
        """Return the pairs of part ids: first below parts that are paired, then wherever the same words stand."""
        for parent in (None, *self._old.parts):
            if parent is None or parent.id in self._pairs:
                other = None if parent is None else self._new.parts[self._pairs[parent.id]]
                self._below(self._old.children(parent), self._new.children(other))
        self._keyed(self._old.parts, self._new.parts)
        return self._pairs

    def _below(self, mine: Sequence[Part], theirs: Sequence[Part]) -> None:
        self._keyed(mine, theirs)
        self._by_sentences(mine, theirs)
        self._by_likeness(mine, theirs)

    def _keyed(self, mine: Sequence[Part], theirs: Sequence[Part]) -> None:
        """Pair parts of the same slot or the same words, in their order."""
        there = defaultdict[tuple[str, ...], list[Part]](list)
        for part in reversed(theirs):
            if part.id not in self._taken and (key := _key(self._new, part)):
                there[key].append(part)
        for part in mine:
            if part.id not in self._pairs and (key := _key(self._old, part)) and there[key]:
                self._add(part, there[key].pop())

    def _by_sentences(self, mine: Sequence[Part], theirs: Sequence[Part]) -> None:
        """Pair parts whose first sentence became the other's."""
        starts = {
            self._places[1].number(self._new.span(part.title).start): part
            for part in theirs
            if part.id not in self._taken
        }
        for part in mine:
            if part.id not in self._pairs:
                first = self._places[0].number(self._old.span(part.title).start)
                other = starts.get(-1 if (found := self._sentences.partner(first)) is None else found)
                if other and other.kind == part.kind and other.id not in self._taken:
                    self._add(part, other)

    def _by_likeness(self, mine: Sequence[Part], theirs: Sequence[Part]) -> None:
        """Pair what is left in order, where it is alike."""
        left = [part for part in theirs if part.id not in self._taken]
        for part in mine:
            if not left:
                return
            if part.id in self._pairs or left[0].kind != part.kind:
                continue
            if likeness(_words(self._old, part), _words(self._new, left[0])) >= ALIKE:
                self._add(part, left.pop(0))

    def _add(self, mine: Part, other: Part) -> None:
        self._pairs[mine.id] = other.id
        self._taken.add(other.id)


def _key(draft: Draft, part: Part) -> tuple[str, ...]:
    """Return what a part is known by whatever its number; empty if it says nothing."""
    words = part.name or _words(draft, part)
    return (part.kind, words) if words else ()


def _words(draft: Draft, part: Part) -> str:
    """Return the title of a heading or the claim of anything else, without the ordinal."""
    place = part.title if part.kind in ("section", "dimension") else part.claim
    start = max(place.start, part.ordinal.range.end) if part.ordinal else place.start
    return normalised(draft.words(Range(start, max(start, place.end))))
