"""Likeness: how well parts of one kind fit parts of another, every ingredient with its weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from docklint.structure import references
from docklint.structure.terms import length, rarity
from docklint.structure.topics import HEADING, Topic
from docklint.values import Value

Matrix = list[list[float]]
"""Rows are sources (dimensions, causes), columns targets (causes, measures)."""
KINDS = ("cause-measure", "dimension-cause", "dimension-measure")


class Weights(Value):
    """What each ingredient may add to a score. They were chosen on the development half of the labelled set.

    `themes`: both speak of the same topics; `mass`: how much of a topic makes a part sure to speak of it.
    `terms`: rare words shared, `heading_terms` more for each heading they stand in. `place`: the same number,
    where there are as many of the one as of the other. `reference`: one names the other as its target.
    `through`: a cause and a measure fit the same dimension. `heading`: see `topics`.
    """

    themes: float = 0.55
    mass: float = 1.3
    terms: float = 2.0
    heading_terms: float = 1.0
    place: float = 0.08
    reference: float = 1.0
    through: float = 0.35
    heading: float = HEADING
    rarity: bool = True


def matrices(groups: Mapping[str, Sequence[Topic]], weights: Weights) -> Mapping[str, Matrix]:
    """Compare every two parts of the groups `dimension`, `cause` and `measure`, by kind of link."""
    scale = _scale([one for group in groups.values() for one in group], weights)
    found = {kind: scale.matrix(*(groups[end] for end in kind.split("-"))) for kind in KINDS}
    _through(found, weights.through)
    return found


def matrix(rows: Sequence[Topic], columns: Sequence[Topic], weights: Weights) -> Matrix:
    """Compare two groups by themselves."""
    return _scale([*rows, *columns], weights).matrix(rows, columns)


def _scale(everything: Sequence[Topic], weights: Weights) -> _Scale:
    terms = [one.terms for one in everything]
    rare = rarity(terms) if weights.rarity else dict.fromkeys((term for own in terms for term in own), 1.0)
    return _Scale(
        weights,
        rare,
        {id(one): length(one.terms, rare) for one in everything},
        {id(one): _sure(one, weights.mass) for one in everything},
    )


def _sure(one: Topic, mass: float) -> float:
    return 1 - exp(-((one.mass / mass) ** 2)) if mass else 1.0


class _Scale(Value):
    """`squares`: of the rarity of each term. `lengths`, `sure`: by the topic's identity."""

    weights: Weights
    squares: Mapping[str, float]
    lengths: Mapping[int, float]
    sure: Mapping[int, float]

    def matrix(self, rows: Sequence[Topic], columns: Sequence[Topic]) -> Matrix:
        place = self.weights.place if len(rows) == len(columns) else 0
        return [
            [self._score(one, other) + place * (i == j) for j, other in enumerate(columns)]
            for i, one in enumerate(rows)
        ]

    def _score(self, one: Topic, other: Topic) -> float:
        weights = self.weights
        reference = referred(one, other)
        return (
            weights.themes * self._alike(one, other)
            + weights.terms * self._shared(one, other)
            + weights.reference * reference * (reference >= references.ENOUGH)
        )

    def _alike(self, one: Topic, other: Topic) -> float:
        if not one.themes or not other.themes:
            return 0.0
        theirs = other.themes.get
        shared = sum([weight * theirs(number, 0) for number, weight in one.themes.items()])
        sure = self.sure[id(one)] * self.sure[id(other)]
        return sure * shared / one.mass / other.mass

    def _shared(self, one: Topic, other: Topic) -> float:
        more, squares = self.weights.heading_terms, self.squares
        ours, theirs = one.heading_terms, other.heading_terms
        shared = sum(
            [
                squares[term] * (1 + more * (term in ours)) * (1 + more * (term in theirs))
                for term in one.terms & other.terms
            ]
        )
        return shared / self.lengths[id(one)] / self.lengths[id(other)]


def referred(one: Topic, other: Topic) -> float:
    """Say how much of a target that `other` names is `one`, 0-1."""
    if not other.targets:
        return 0.0
    return max(
        (references.named(target, name) for target in other.targets for name in one.names), default=0.0
    )


def _through(found: Mapping[str, Matrix], weight: float) -> None:
    """A cause and a measure that fit the same dimension fit each other better."""
    causes, measures = found["dimension-cause"], found["dimension-measure"]
    for i, row in enumerate(found["cause-measure"]):
        dimensions = sorted(range(len(causes)), key=lambda d: -causes[d][i])[:3]
        for j in range(len(row)):
            row[j] += weight * max((causes[d][i] * measures[d][j] for d in dimensions), default=0)
