"""Whether a passage tells something particular: the evidence, weighed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docklint.grammar import Grammar
from docklint.spans import Range
from docklint.structure.meaning.evidence import evidence, scaled
from docklint.structure.meaning.vocabulary import Vocabulary
from docklint.structure.meaning.words import sentences
from docklint.values import SlottedValue

WEIGHTS: Mapping[str, float] = {
    "act": 1.56,
    "paper": 1.24,
    "person": 1.28,
    "place": 1.12,
    "thing": 1.14,
    "time": 1.90,
    "amount": 1.67,
    "one": 2.12,
    "date": 1.57,
    "rest": 0.97,
    "occasion": 3.00,
    "fullest": 1.34,
    "share": 4.13,
    "field": -0.15,
    "saying": -1.48,
    "degree": -0.75,
    "vague": -1.15,
    "first-person": 0.42,
}
"""What the evidence weighs, in log odds: `python -m tests.judgement fit` finds it on the development half."""
EVEN = -2.20
"""The log odds of a sentence without any evidence, found with the weights."""
DOUBT = 0.75
"""Log odds added in favour of every sentence: a false alarm costs more trust than a miss."""


class Weighed(SlottedValue):
    """What the evidence of a sentence amounts to."""

    weight: float
    """Above 0 the sentence tells something particular, in log odds."""
    place: Range
    """The clause that tells most."""


def judged(text: str, place: Range, grammar: Grammar) -> Iterator[Weighed]:
    """Judge the sentences of a place of a reading, one after the other."""
    vocabulary = grammar.once(Vocabulary)
    for sentence in sentences(text, place):
        found = evidence(text, sentence, vocabulary)
        weight = sum([WEIGHTS[name] * scaled(name, count) for name, count in found.counts.items() if count])
        yield Weighed(weight=EVEN + DOUBT + weight, place=found.place)


def particular(text: str, place: Range, grammar: Grammar, least: float = 0) -> Weighed | None:
    """Return the first sentence of a place that tells something particular; None if none does.

    `least`: how much must speak for it, in log odds.
    """
    return next((each for each in judged(text, place, grammar) if each.weight >= least), None)
