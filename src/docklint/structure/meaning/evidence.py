"""What in a sentence speaks for something particular and what against it, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from math import log1p

from docklint.spans import Range
from docklint.structure.meaning.vocabulary import Vocabulary
from docklint.structure.meaning.words import clauses, words
from docklint.tuples import NamedTuple

COUNTED = ("act", "paper", "person", "place", "thing", "time", "amount", "one", "date", "rest")
"""The kinds of words that are counted outside clauses of mere degree."""
FEATURES = (*COUNTED, "occasion", "fullest", "share", "field", "saying", "degree", "vague", "first-person")
"""What is weighed. `occasion`: clauses that name one (在讨论搬迁方案时); `fullest`: the most telling clause;
`share`: the part of the sentence that is no talk; `field`: what else stands in clauses of mere degree."""
TALK = frozenset(("saying", "degree", "vague"))
"""What speaks against something particular."""
ENOUGH = 2.5
"""A clause that tells so much decides, however much talk stands behind it; the rest of the sentence is not read."""
MOST_PERSONS = 2
"""More than two 我 tell no more."""
_COUNTING = frozenset(("amount", "date"))
_TELLING = {
    "rest": 0.5,
    "one": 0.5,
    "act": 1.5,
    "occasion": 1.5,
    "amount": ENOUGH,
    "date": ENOUGH,
    "saying": 0,
}
"""How much a word makes a clause telling; others count 1. What is counted or dated decides: 2024年只学习了2次."""


class Evidence(NamedTuple):
    """The evidence of one sentence."""

    place: Range
    """Its most telling clause."""
    counts: Mapping[str, float]
    """How often each of `FEATURES` was met; what was not is absent. `share` and `fullest` are no counts."""

    def weighed(self) -> tuple[float, ...]:
        """Return a number for each of `FEATURES`, as `scaled` has it."""
        return tuple([scaled(name, self.counts.get(name, 0)) for name in FEATURES])


def scaled(name: str, count: float) -> float:
    """Scale a count so that the first of a kind tells most; of talk counts only whether there is any."""
    return count if name == "share" else log1p(min(count, 1) if name in TALK else count)


def evidence(text: str, sentence: Range, vocabulary: Vocabulary) -> Evidence:
    """Count the evidence of a sentence, as far as it has to be read."""
    counts: dict[str, float] = {}
    best, known, read = sentence, 0, sentence.end
    for clause in clauses(text, sentence):
        met = _met(text, clause, vocabulary)
        if vocabulary.occasion.fullmatch(text, *clause):
            met["occasion"] = 1
        # What is counted is more than a degree: 集体谈话不足10分钟.
        if vocabulary.degrees.search(text, *clause) and _COUNTING.isdisjoint(met):
            met = {"degree": 1, "saying": met.pop("saying", 0), "field": sum(met.values())}
        else:
            known += sum(met.values()) - met.get("saying", 0)
            telling = sum([n * _TELLING.get(kind, 1) for kind, n in met.items()])
            if telling > counts.get("fullest", 0):
                best, counts["fullest"] = clause, telling
        for kind, n in met.items():
            counts[kind] = counts.get(kind, 0) + n
        if counts.get("fullest", 0) >= ENOUGH:
            read = clause.end
            break
    counts["share"] = known / (read - sentence.start)
    counts["vague"] = len(vocabulary.vague.findall(text, sentence.start, read))
    counts["first-person"] = min(MOST_PERSONS, text.count("我", sentence.start, read))
    return Evidence(place=best, counts=counts)


def _met(text: str, clause: Range, vocabulary: Vocabulary) -> dict[str, int]:
    """Count the kinds of the words of a clause."""
    met: dict[str, int] = {}
    for kind, _, _ in words(text, clause, vocabulary):
        met[kind] = met.get(kind, 0) + 1
    return met
