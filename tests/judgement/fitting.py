"""Fitting the weights of `docklint.structure.meaning.judgement` to the development half, by logistic regression."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt

from docklint import packs
from docklint.spans import Range
from docklint.structure.meaning.evidence import FEATURES, evidence
from docklint.structure.meaning.vocabulary import Vocabulary
from docklint.structure.meaning.words import sentences

from .sets import Item

ROUNDS, STEPS, PACE, SMALL = 3, 400, 1.0, 0.03
"""How often the most telling sentence of a text is chosen anew; steps of the descent, their length; what keeps weights small."""
PARTICULAR = {"good", "evidence"}

Row = tuple[float, ...]


def fitted(items: Sequence[Item]) -> tuple[dict[str, float], float]:
    """Return the weight of every feature and the bias, for even odds at 0."""
    vocabulary = packs.load().grammar.once(Vocabulary)
    texts = [_rows(item.told, vocabulary) for item in items]
    answers = [float(item.label in PARTICULAR) for item in items]
    rows = [max(text, key=lambda row: row[FEATURES.index("fullest")]) for text in texts]
    for _ in range(ROUNDS):
        weights, bias = _descended(rows, answers)
        rows = [max(text, key=lambda row: _dot(weights, row)) for text in texts]
    return dict(zip(FEATURES, weights, strict=True)), bias


def _rows(text: str, vocabulary: Vocabulary) -> list[Row]:
    return [
        evidence(text, sentence, vocabulary).weighed() for sentence in sentences(text, Range(0, len(text)))
    ]


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _descended(rows: Sequence[Row], answers: Sequence[float]) -> tuple[list[float], float]:
    """Descend along the gradient of the regularised loss, every feature scaled to one spread."""
    count, columns = len(rows), list(zip(*rows, strict=True))
    means = [sum(column) / count for column in columns]
    spreads = [
        sqrt(sum((x - mean) ** 2 for x in column) / count) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]
    scaled = [[(x - m) / s for x, m, s in zip(row, means, spreads, strict=True)] for row in rows]
    weights, bias = [0.0] * len(columns), 0.0
    for _ in range(STEPS):
        misses = [
            1 / (1 + exp(-bias - _dot(weights, row))) - a for row, a in zip(scaled, answers, strict=True)
        ]
        slopes = [_dot(misses, column) / count for column in zip(*scaled, strict=True)]
        weights = [w - PACE * (slope + SMALL * w) for w, slope in zip(weights, slopes, strict=True)]
        bias -= PACE * sum(misses) / count
    own = [weight / spread for weight, spread in zip(weights, spreads, strict=True)]
    return own, bias - _dot(own, means)
