"""Likeness: how well parts of one kind fit parts of another, every ingredient with its weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain
from math import exp, log, log1p, sqrt

from docklint.structure.correspondence import references
from docklint.structure.correspondence.topics import HEADING, Topic
from docklint.structure.draft import PartKind
from docklint.typed import Literal
from docklint.values import Value

Matrix = list[list[float]]
"""Rows are sources (dimensions, causes), columns targets (causes, measures)."""
Vector = Mapping[int, float]
"""What a part can be multiplied with another by: a weight for each theme and each term, whose numbers are greater."""
LinkKind = Literal["cause-measure", "dimension-cause", "dimension-measure"]
"""What a link leads from and to."""
KINDS: tuple[LinkKind, ...] = ("cause-measure", "dimension-cause", "dimension-measure")
ENDS: Mapping[LinkKind, tuple[PartKind, PartKind]] = {
    "cause-measure": ("cause", "measure"),
    "dimension-cause": ("dimension", "cause"),
    "dimension-measure": ("dimension", "measure"),
}
"""The kinds of the parts that a link joins."""


class Weights(Value):
    """What each ingredient may add to a score. They were chosen on the development half of the labelled set.

    `themes`: both speak of the same topics; `mass`: how much of a topic makes a part sure to speak of it.
    `terms`: rare words shared, `heading_terms` more for each heading they stand in. `place`: the same number,
    where there are as many of the one as of the other. `reference`: one names the other as its target.
    `through`: a cause and a measure fit the same dimension. `heading`: see `topics`. `fields`: for each point by which a
    cause and a measure are more alike in what they are about (0-1) than `foreign`; below it they lose as much, and up to
    the share `veto` of what else speaks for them. `asked`, `unasked`: from which to which score the log odds
    (`answering`) are heard where fields of both are sure and not shared (`strange`, 0-1); below `refuted` the score is
    as good as none.
    """

    themes: float = 0.55
    mass: float = 1.3
    terms: float = 2.0
    heading_terms: float = 1.0
    place: float = 0.08
    reference: float = 1.0
    through: float = 0.35
    heading: float = HEADING
    fields: float = 0.4
    foreign: float = 0.3
    veto: float = 0.3
    asked: float = 0.2
    unasked: float = 0.6
    strange: float = 0.3
    refuted: float = -2.0
    rarity: bool = True


def matrices(groups: Mapping[PartKind, Sequence[Topic]], weights: Weights) -> Mapping[LinkKind, Matrix]:
    """Compare every two parts of the groups `dimension`, `cause` and `measure`, by kind of link."""
    scale = _scale([one for group in groups.values() for one in group], weights)
    found = {kind: scale.matrix(*(groups[end] for end in ENDS[kind])) for kind in KINDS}
    for kind, scores in found.items():
        _devoted(scores, groups[ENDS[kind][0]], groups[ENDS[kind][1]], scale)
    _through(found, weights.through)
    return found


def _devoted(found: Matrix, rows: Sequence[Topic], columns: Sequence[Topic], scale: _Scale) -> None:
    """A part whose heading is one dimension's name speaks of others by what stands below it alone."""
    for j, other in enumerate(columns):
        if other.devoted is None or not any(one.part.id == other.devoted for one in rows):
            continue
        for i, one in enumerate(rows):
            if one.part.id != other.devoted:
                found[i][j] = scale.below(one, other)


def matrix(rows: Sequence[Topic], columns: Sequence[Topic], weights: Weights) -> Matrix:
    """Compare two groups by themselves."""
    return _scale([*rows, *columns], weights).matrix(rows, columns)


def _scale(everything: Sequence[Topic], weights: Weights) -> _Scale:
    rare = rarity([one.terms for one in everything])
    if not weights.rarity:
        rare = Rarity(dict.fromkeys(rare.common, 1.0), 1.0)
    themes = {id(one): _themes(one.themes, one.mass, weights) for one in everything}
    terms = {id(one): _terms(one, rare, weights) for one in everything}
    return _Scale(weights, {key: {**themes[key], **terms[key]} for key in themes})


def _themes(themes: Mapping[int, float], mass: float, weights: Weights) -> Vector:
    """Return a part's themes, as a vector whose length says how sure the part is to speak of them."""
    sure = 1 - exp(-((mass / weights.mass) ** 2)) if weights.mass else 1.0
    factor = sqrt(weights.themes) * sure / (mass or 1.0)
    return {number: weight * factor for number, weight in themes.items()}


def _terms(one: Topic, rare: Rarity, weights: Weights) -> Vector:
    """Return the terms that another part has too, as shares of the length of all; a heading's count more."""
    shared, spoken, weight = one.terms & rare.common.keys(), one.heading_terms, rare.common
    factor = sqrt(weights.terms) / rare.length(one.terms, shared)
    more = factor * (1 + weights.heading_terms)
    return {term: weight[term] * (more if term in spoken else factor) for term in shared}


class _Scale(Value):
    """`vectors`: of the topics, by their identity."""

    weights: Weights
    vectors: Mapping[int, Vector]

    def matrix(self, rows: Sequence[Topic], columns: Sequence[Topic]) -> Matrix:
        place = self.weights.place if len(rows) == len(columns) else 0
        return [
            [self._score(one, other) + place * (i == j) for j, other in enumerate(columns)]
            for i, one in enumerate(rows)
        ]

    def below(self, one: Topic, other: Topic) -> float:
        """Compare a part with another of which only what it says below its heading counts, and the words both use."""
        below = {number: log1p(weight) for number, weight in other.counted.items()}
        mass = sqrt(sum([weight**2 for weight in below.values()]))
        words = {key: each for key, each in self.vectors[id(other)].items() if key in other.terms}
        return self._scored(one, other, {**_themes(below, mass, self.weights), **words})

    def _score(self, one: Topic, other: Topic) -> float:
        return self._scored(one, other, self.vectors[id(other)])

    def _scored(self, one: Topic, other: Topic, theirs: Vector) -> float:
        ours = self.vectors[id(one)]
        score = sum([ours[key] * theirs[key] for key in ours.keys() & theirs.keys()])
        reference = referred(one, other) if other.targets else 0.0
        return score + self.weights.reference * reference if reference >= references.ENOUGH else score


def referred(one: Topic, other: Topic) -> float:
    """Return how much of a target that `other` names is `one`, 0-1."""
    return max(
        (references.named(target, name) for target in other.targets for name in one.names), default=0.0
    )


def _through(found: Mapping[LinkKind, Matrix], weight: float) -> None:
    """A cause and a measure that fit the same dimension fit each other better."""
    causes, measures = found["dimension-cause"], found["dimension-measure"]
    for i, row in enumerate(found["cause-measure"]):
        dimensions = sorted(range(len(causes)), key=lambda d: -causes[d][i])[:3]
        for j in range(len(row)):
            row[j] += weight * max((causes[d][i] * measures[d][j] for d in dimensions), default=0)


class Rarity(Value):
    """How much each term of a draft counts. `common`: those that two parts use; `alone`: each of the others."""

    common: Mapping[int, float]
    alone: float

    def length(self, own: Set[int], shared: Iterable[int]) -> float:
        """Return the Euclidean length of a part's terms, of which some are `shared` with another part."""
        squares = [weight * weight for weight in map(self.common.__getitem__, shared)]
        return sqrt(sum(squares) + (len(own) - len(squares)) * self.alone**2) or 1.0


def rarity(parts: Sequence[frozenset[int]]) -> Rarity:
    """Weigh every term by how few of the draft's parts use it: its inverse document frequency, over 0."""
    seen, again = set[int](), set[int]()
    for own in parts:
        again |= seen & own
        seen |= own
    counts = Counter(chain.from_iterable([own & again for own in parts]))
    weights = [log(1 + len(parts) / count) for count in range(1, len(parts) + 1)]
    return Rarity({term: weights[count - 1] for term, count in counts.items()}, weights[0])
