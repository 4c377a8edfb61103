"""Two problems share one example."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from docklint.checks.problems import ProblemCheck, named, own_words, told
from docklint.checks.reworded import Reworded
from docklint.rules import Hit, Related
from docklint.structure.draft import Draft, Example, Part
from docklint.structure.meaning.sameness import in_order
from docklint.tuples import NamedTuple

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
MOST_COMPARISONS = 1000
"""After so many in one draft, each new example is compared with the likest of the earlier ones only."""
MOST_GRAMS = 100
"""So many of the stretches that an example shares, one as far from the next as another, are asked who shares them."""
REMEMBERED = 1024
"""Of so many examples it is remembered which characters they hold."""
MOST_PAIRS_A_DRAFT = 100_000
"""So many pairs of equal characters are compared in full in one draft; ordinary ones have far fewer."""


class RepeatedExample(ProblemCheck):
    """Point at the second of two examples that are at least `similarity` (0-1) alike, or tell one fact in other words.

    `reworded`: how much must speak for one fact, in log odds; a higher demand finds less and errs less often.
    """

    similarity: float = 0.85
    reworded: float = 1.8

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a repetition."""
        examples = tuple(_told(draft))
        repeated = _repeated(examples)
        again = Reworded([one.passage for one in examples], draft.grammar, self.reworded)
        likeness = _Likeness(self.similarity, again)
        earlier: list[_Told] = []
        seen: dict[str, list[int]] = {}
        for at, one in enumerate(examples):
            shared = (gram for gram in _grams(one.words) if gram in repeated) if repeated else ()
            grams = list(dict.fromkeys(shared))
            first = likeness.first(one, [earlier[at] for at in _sharing(grams, seen)])
            for gram in grams:
                places = seen.setdefault(gram, [])
                if len(places) < MOST_COMPARED:
                    places.append(len(earlier))
            earlier.append(one)
            first = first or _told_before(at, examples, again)
            if first:
                values = named(draft, one.problem) | {"other": _name(draft, first.problem)}
                first_place = Related("first", draft.span(first.example.range))
                yield Hit(draft.span(one.example.range), values, (first_place,))


def _told_before(at: int, examples: Sequence[_Told], again: Reworded) -> _Told | None:
    """Return the first example of another problem that tells the fact of one in other words."""
    problem = examples[at].problem.id
    found = again.first(at, lambda other: examples[other].problem.id != problem)
    return None if found is None else examples[found]


class _Likeness:
    """Whether the examples of one draft are alike; the work is bounded, whatever they hold.

    The ratio of `SequenceMatcher` decides. It can exceed neither that of the characters two texts share nor that of
    their longest common subsequence, which are found far sooner. Where a draft has had its share of full comparisons,
    the latter decides.
    """

    def __init__(self, least: float, again: Reworded) -> None:
        self._least, self._left, self._again = least, MOST_PAIRS_A_DRAFT, again
        self._comparisons = MOST_COMPARISONS
        self._counted = lru_cache(REMEMBERED)(Counter[str])

    def first(self, one: _Told, sharing: Iterable[_Told]) -> _Told | None:
        """Return the first of some examples that is of another problem and like this one; other numbers make another fact."""
        others = (other for other in sharing if other.problem.id != one.problem.id)
        most = MOST_COMPARED if self._comparisons > 0 else 1
        return next(
            (
                other
                for other in islice(others, most)
                if self._are_alike(one.words, other.words)
                and not self._again.contradict(one.number, other.number)
            ),
            None,
        )

    def _are_alike(self, one: str, other: str) -> bool:
        if one == other:
            return True
        self._comparisons -= 1
        counts, others = self._counted(one), self._counted(other)
        size = len(one) + len(other)
        if 2 * sum([min(count, others[sign]) for sign, count in counts.items()]) < self._least * size:
            return False
        pairs = sum([count * others[sign] for sign, count in counts.items()])
        if pairs > MOST_PAIRS or 2 * in_order(one, other) < self._least * size:
            return False
        self._left -= pairs
        # Late: most drafts tell nothing twice.
        from difflib import SequenceMatcher

        return self._left < 0 or SequenceMatcher(None, one, other, autojunk=False).ratio() >= self._least


def _grams(words: str) -> list[str]:
    return [words[at : at + GRAM] for at in range(len(words) - GRAM + 1)]


def _repeated(examples: Iterable[_Told]) -> set[str]:
    """Return the stretches that stand in examples of two problems at least; mostly there is none."""
    by_problem: defaultdict[int, set[str]] = defaultdict(set)
    for one in examples:
        by_problem[one.problem.id].update(_grams(one.words))
    seen, again = set[str](), set[str]()
    for grams in by_problem.values():
        again |= grams & seen
        seen |= grams
    return again


def _sharing(grams: Sequence[str], seen: Mapping[str, list[int]]) -> list[int]:
    """Return the earlier examples that share a stretch with these, the likest first: a rare stretch tells more."""
    shared: dict[int, float] = {}
    for places in (seen[gram] for gram in grams[:: len(grams) // MOST_GRAMS + 1] if gram in seen):
        weight = 1 / len(places)
        for at in places:
            shared[at] = shared.get(at, 0) + weight
    return sorted(shared, key=lambda at: (-shared[at], at))


class _Told(NamedTuple):
    """An example and what it tells, punctuation left out."""

    problem: Part
    example: Example
    words: str
    passage: str
    """The same as it stands."""
    number: int
    """Its place among the examples of the draft, from 0."""


def _told(draft: Draft) -> Iterator[_Told]:
    places = {example.marker.start: place for example, place, _ in own_words(draft)}
    number = 0
    for problem, example, content in told(draft):
        words = content.replace("*", "").replace("＊", "").replace("×", "")[:LONGEST]
        if len(words) >= LEAST:
            yield _Told(problem, example, words, draft.words(places[example.marker.start]), number)
            number += 1


def _name(draft: Draft, problem: Part) -> str:
    values = named(draft, problem)
    both = filter(None, (str(values["dimension"]), str(values["ordinal"])))
    return "，".join(both) or draft.words(problem.title)
