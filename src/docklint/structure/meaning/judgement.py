"""Whether a passage tells something particular: the evidence, weighed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from docklint.grammar import Grammar
from docklint.spans import Range
from docklint.structure.meaning.evidence import ENOUGH, in_clauses, scaled, whole
from docklint.structure.meaning.vocabulary import Vocabulary
from docklint.structure.meaning.words import sentences
from docklint.tuples import NamedTuple

WEIGHTS: Mapping[str, float] = {
    "act": 2.01,
    "paper": 2.32,
    "person": 2.13,
    "place": 1.89,
    "thing": 1.36,
    "time": 2.27,
    "amount": 2.65,
    "one": 1.30,
    "date": 2.62,
    "rest": 0.84,
    "occasion": 2.94,
    "undertaking": 3.00,
    "tally": 1.12,
    "speech": 5.55,
    "fullest": 1.65,
    "share": 4.99,
    "field": -0.48,
    "saying": -1.74,
    "degree": -0.71,
    "vague": -1.59,
    "first-person": 0.18,
    "signs": 1.00,
}
"""What the evidence weighs, in log odds: `python -m tests.judgement fit` finds it on the development half."""
EVEN = -2.65
"""The log odds of a sentence without any evidence, found with the weights."""
DOUBT = 0.9
"""Log odds added in favour of every sentence: a false alarm costs more trust than a miss."""

DECIDED = 2.0
"""The least log odds of a sentence one clause of which tells enough."""


class Weighed(NamedTuple):
    """What the evidence of a sentence amounts to."""

    weight: float
    """Above 0 the sentence tells something particular, in log odds."""
    place: Range
    """The clause that tells most."""


def judged(text: str, place: Range, grammar: Grammar, enough: float = inf) -> Iterator[Weighed]:
    """Judge the sentences of a place of a reading, one after the other.

    `enough`: where one clause decides that a sentence has such log odds at least, it is not weighed what else it has.
    """
    vocabulary = grammar.once(Vocabulary)
    for sentence in sentences(text, place):
        found = in_clauses(text, sentence, vocabulary, ENOUGH if enough <= DECIDED else inf)
        decided = DECIDED if found.counts.get("fullest", 0) >= ENOUGH else -inf
        weight = decided if decided >= enough else _weight(whole(found, text, vocabulary).counts)
        yield Weighed(weight=max(weight, decided), place=found.place)


def _weight(counts: Mapping[str, float]) -> float:
    return (
        EVEN + DOUBT + sum([WEIGHTS[name] * scaled(name, count) for name, count in counts.items() if count])
    )


def particular(text: str, place: Range, grammar: Grammar, least: float = 0) -> Weighed | None:
    """Return the first sentence of a place that tells something particular; None if none does.

    `least`: how much must speak for it, in log odds.
    """
    return next((each for each in judged(text, place, grammar, least) if each.weight >= least), None)
