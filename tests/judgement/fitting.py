"""Fitting the weights of `docklint.structure.meaning` to labelled sets, by logistic regression."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

from docklint import packs
from docklint.spans import Range
from docklint.structure.meaning import sameness
from docklint.structure.meaning.evidence import FEATURES, evidence
from docklint.structure.meaning.vocabulary import Vocabulary
from docklint.structure.meaning.words import sentences

from .sets import Item

ROUNDS, STEPS, PACE, SMALL = 3, 600, 0.5, 0.01
"""How often the most telling sentence of a text is chosen anew; steps of the descent, their length; what keeps weights small."""
PAIR_STEPS, PAIR_SMALL = 3000, 0.0015
"""The same for pairs of examples, of which little is counted."""
LEAST_TEXTS = 4
"""Characters in fewer texts get no weight."""
LEAST_WEIGHT = 0.05
"""Characters that weigh less are left out; the others are weighed in steps of this."""
PARTICULAR = {"good", "evidence"}
OWN = FEATURES[:-1]
"""What is counted; the last of the features is the sum of the characters' weights."""

Row = Mapping[str, float]
"""A number for each feature and 1 for each character that stands in a sentence; what is absent is 0."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights in log odds: of the counted features, of single characters, and of a sentence without either."""

    weights: Mapping[str, float]
    signs: Mapping[str, float]
    even: float

    def lines(self) -> list[str]:
        """Return the characters as `meaning-signs` of the lexicon has them: what they weigh and, in one word, which."""
        steps: dict[float, str] = {}
        for sign, weight in sorted(self.signs.items()):
            step = round(round(weight / LEAST_WEIGHT) * LEAST_WEIGHT, 2)
            if step:
                steps[step] = steps.get(step, "") + sign
        return [f"{step} {steps[step]}" for step in sorted(steps, reverse=True)]


def fitted(items: Sequence[Item]) -> Fitted:
    """Return the weights that suit the items best, for even odds at 0."""
    vocabulary = packs.load().grammar.once(Vocabulary)
    texts = [_rows(item.told, vocabulary) for item in items]
    answers = [float(item.label in PARTICULAR) for item in items]
    rows = [max(text, key=lambda row: row.get("fullest", 0)) for text in texts]
    met = Counter(sign for text in texts for sign in {sign for row in text for sign in row})
    names = [*OWN, *sorted(sign for sign, n in met.items() if sign not in OWN and n >= LEAST_TEXTS)]
    for _ in range(ROUNDS):
        weights, even = _descended(rows, answers, names, OWN)
        rows = [max(text, key=lambda row: _dot(weights, row)) for text in texts]
    return Fitted(
        {name: weights[name] for name in OWN}, {name: weights[name] for name in names[len(OWN) :]}, even
    )


def fitted_to_pairs(pairs: Sequence[tuple[str, str, bool]]) -> Fitted:
    """Return the weights that tell pairs which tell one fact from those that do not."""
    grammar = packs.load().grammar
    rows = [
        sameness.weighed(sameness.told(one, grammar), sameness.told(other, grammar))
        for one, other, _ in pairs
    ]
    answers = [float(answer) for *_, answer in pairs]
    names = sameness.FEATURES
    weights, even = _descended(rows, answers, names, names, PAIR_STEPS, PAIR_SMALL)
    return Fitted(weights, {}, even)


def _rows(text: str, vocabulary: Vocabulary) -> list[Row]:
    return [_row(text, sentence, vocabulary) for sentence in sentences(text, Range(0, len(text)))]


def _row(text: str, sentence: Range, vocabulary: Vocabulary) -> Row:
    found = evidence(text, sentence, vocabulary)
    own = dict(zip(OWN, found.weighed(), strict=False))
    signs = {sign: 1.0 for sign in text[found.read.start : found.read.end] if "一" <= sign <= "鿿"}
    return {name: number for name, number in own.items() if number} | signs


def _dot(weights: Mapping[str, float], row: Row) -> float:
    return sum([weights[name] * number for name, number in row.items() if name in weights])


def _descended(
    rows: Sequence[Row],
    answers: Sequence[float],
    names: Sequence[str],
    counted: Sequence[str],
    steps: int = STEPS,
    small: float = SMALL,
) -> tuple[dict[str, float], float]:
    """Descend along the gradient of the regularised loss, features around their means and the counted ones scaled to one spread."""
    count = len(rows)
    means = {name: sum([row.get(name, 0) for row in rows]) / count for name in names}
    spreads = dict.fromkeys(names, 1.0) | {
        name: sqrt(sum([(row.get(name, 0) - means[name]) ** 2 for row in rows]) / count) or 1.0
        for name in counted
    }
    scaled = [[(name, x / spreads[name]) for name, x in row.items() if name in means] for row in rows]
    centre = {name: means[name] / spreads[name] for name in names}
    weights, bias = dict.fromkeys(names, 0.0), 0.0
    for _ in range(steps):
        even = bias - sum([weights[name] * centre[name] for name in names])
        slopes, missed = dict.fromkeys(names, 0.0), 0.0
        for row, answer in zip(scaled, answers, strict=True):
            miss = 1 / (1 + exp(-even - sum([weights[name] * x for name, x in row]))) - answer
            missed += miss
            for name, x in row:
                slopes[name] += miss * x
        for name in names:
            slope = (slopes[name] - centre[name] * missed) / count
            weights[name] -= PACE * (slope + small * weights[name])
        bias -= PACE * missed / count
    own = {name: weights[name] / spreads[name] for name in names}
    return own, bias - sum([own[name] * means[name] for name in names])
