"""Two problems share one example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import chain, islice

from docklint.checks.problems import ProblemCheck, named, told
from docklint.rules import Hit, Related
from docklint.structure.draft import Draft, Example, Part
from docklint.values import Value

GRAM = 6
"""Two examples are compared only if they share a stretch of so many code points."""
LEAST = 12
"""An example of fewer code points proves nothing by being repeated."""
LONGEST = 400
"""So many code points of an example are compared."""
MOST_PAIRS = 20_000
"""Two texts with more pairs of equal characters are not written but repeated, and comparing them takes for ever."""
MOST_COMPARED = 8
"""So many earlier examples that share a stretch are compared with each new one."""
MOST_PAIRS_A_DRAFT = 100_000
"""So many pairs of equal characters are compared in full in one draft, a hundred times what an ordinary one has."""


class RepeatedExample(ProblemCheck):
    """Point at the second of two examples that are at least `similarity` (0-1) alike."""

    similarity: float = 0.85

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a repetition."""
        examples = tuple(_told(draft))
        repeated = _repeated([one.words for one in examples])
        likeness = _Likeness(self.similarity)
        earlier: list[_Told] = []
        seen: dict[str, list[int]] = {}
        for one in examples if repeated else ():
            grams = [gram for gram in dict.fromkeys(_grams(one.words)) if gram in repeated]
            first = _first(one, [earlier[at] for at in _sharing(grams, seen)], likeness)
            for gram in grams:
                places = seen.setdefault(gram, [])
                if len(places) < MOST_COMPARED:
                    places.append(len(earlier))
            earlier.append(one)
            if first:
                values = named(draft, one.problem) | {"other": _name(draft, first.problem)}
                first_place = Related("first", draft.span(first.example.range))
                yield Hit(draft.span(one.example.range), values, (first_place,))


class _Likeness:
    """Whether the examples of one draft are alike; the work is bounded, whatever they hold.

    The ratio of `SequenceMatcher` decides. It can exceed neither that of the characters two texts share nor that of
    their longest common subsequence, which are found far sooner. Where a draft has had its share of full comparisons,
    the latter decides.
    """

    def __init__(self, least: float) -> None:
        self._least, self._left = least, MOST_PAIRS_A_DRAFT

    def __call__(self, one: str, other: str) -> bool:
        """Return whether two examples are alike."""
        if one == other:
            return True
        counts, others = Counter(one), Counter(other)
        size = len(one) + len(other)
        if 2 * sum([min(count, others[sign]) for sign, count in counts.items()]) < self._least * size:
            return False
        pairs = sum([count * others[sign] for sign, count in counts.items()])
        if pairs > MOST_PAIRS or 2 * _in_order(one, other) < self._least * size:
            return False
        self._left -= pairs
        return self._left < 0 or SequenceMatcher(None, one, other, autojunk=False).ratio() >= self._least


def _in_order(one: str, other: str) -> int:
    """Return the length of the longest common subsequence; the bits of an integer stand for the characters of `one`."""
    places: dict[str, int] = {}
    for at, sign in enumerate(one):
        places[sign] = places.get(sign, 0) | 1 << at
    whole = (1 << len(one)) - 1
    open_places = whole
    for sign in other:
        matched = open_places & places.get(sign, 0)
        open_places = (open_places + matched | open_places - matched) & whole
    return len(one) - open_places.bit_count()


def _first(one: _Told, sharing: Iterable[_Told], alike: _Likeness) -> _Told | None:
    others = (other for other in sharing if other.problem.id != one.problem.id)
    return next((other for other in islice(others, MOST_COMPARED) if alike(one.words, other.words)), None)


def _grams(words: str) -> list[str]:
    return [words[at : at + GRAM] for at in range(len(words) - GRAM + 1)]


def _repeated(examples: Iterable[str]) -> set[str]:
    """Return the stretches that stand in two examples at least; mostly there is none."""
    told_by_each = [_grams(words) for words in examples]
    if len(set(chain.from_iterable(told_by_each))) == sum(map(len, told_by_each)):
        return set()
    seen, again = set[str](), set[str]()
    for grams in map(set, told_by_each):
        again |= grams & seen
        seen |= grams
    return again


def _sharing(grams: Iterable[str], seen: Mapping[str, list[int]]) -> list[int]:
    """Return the earlier examples that share a stretch with these, the likest first: a rare stretch tells more."""
    shared: dict[int, float] = {}
    for places in (seen[gram] for gram in grams if gram in seen):
        for at in places:
            shared[at] = shared.get(at, 0) + 1 / len(places)
    return sorted(shared, key=lambda at: (-shared[at], at))


class _Told(Value):
    """An example and what it tells, punctuation left out."""

    problem: Part
    example: Example
    words: str


def _told(draft: Draft) -> Iterator[_Told]:
    for problem, example, content in told(draft):
        words = content.replace("*", "").replace("＊", "").replace("×", "")[:LONGEST]
        if len(words) >= LEAST:
            yield _Told(problem, example, words)


def _name(draft: Draft, problem: Part) -> str:
    values = named(draft, problem)
    both = filter(None, (str(values["dimension"]), str(values["ordinal"])))
    return "，".join(both) or draft.words(problem.title)
