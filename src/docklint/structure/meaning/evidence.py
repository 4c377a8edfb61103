"""What in a sentence speaks for something particular and what against it, in numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import inf, log1p

from docklint.pairs import pairs
from docklint.spans import Range
from docklint.structure.meaning.vocabulary import Vocabulary
from docklint.structure.meaning.words import clauses, words
from docklint.tuples import NamedTuple

COUNTED = ("act", "paper", "person", "place", "thing", "time", "amount", "one", "date", "rest")
"""The kinds of words that are counted outside clauses of mere degree."""
FEATURES = (
    *(*COUNTED, "occasion", "undertaking", "tally", "speech", "fullest", "share"),
    *("field", "saying", "degree", "vague", "first-person", "signs"),
)
"""What is weighed. `occasion`: clauses that name one (在讨论搬迁方案时); `tally`: what is counted by 一 (一次也没有);
`speech`: somebody's own words are told; `fullest`: the most telling clause;
`share`: the part of the sentence that is no talk; `field`: what else stands in clauses of mere degree; `signs`: what its
single characters speak for, in log odds already."""
UNSCALED = frozenset(("share", "signs"))
"""What is no count."""
TALK = frozenset(("saying", "degree", "vague"))
"""What speaks against something particular."""
ENOUGH = 2.5
"""A clause that tells so much decides, however much talk stands behind it; the rest of the sentence is not read."""
MOST_PERSONS = 2
"""More than two 我 tell no more."""
QUOTE, FINDERS = "“", "被才后"
"""Without the one nobody is quoted, without any of the others nothing found out."""
_COUNTING = frozenset(("amount", "date", "tally"))
_NAMING = frozenset(("act", "paper", "place", "thing", "amount", "date"))
_TELLING = {
    "rest": 0.5,
    "one": 0.5,
    "act": 1.5,
    "occasion": 1.5,
    "undertaking": ENOUGH,
    "tally": 1.5,
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
    """How often each of `FEATURES` was met; what was not is absent. `share`, `fullest` and `signs` are no counts."""
    read: Range
    """What of the sentence was read: nothing after the clause that tells enough."""

    def weighed(self) -> tuple[float, ...]:
        """Return a number for each of `FEATURES`, as `scaled` has it."""
        return tuple([scaled(name, self.counts.get(name, 0)) for name in FEATURES])


def scaled(name: str, count: float) -> float:
    """Scale a count so that the first of a kind tells most; of talk counts only whether there is any."""
    return count if name in UNSCALED else log1p(min(count, 1) if name in TALK else count)


def evidence(text: str, sentence: Range, vocabulary: Vocabulary) -> Evidence:
    """Count the evidence of a sentence, as far as it has to be read."""
    return whole(in_clauses(text, sentence, vocabulary), text, vocabulary)


def in_clauses(text: str, sentence: Range, vocabulary: Vocabulary, enough: float = inf) -> Evidence:
    """Count what the words of its clauses say, up to one that tells enough.

    `enough`: of a clause whose words tell so much, no more is read.
    """
    counts: dict[str, float] = {}
    best, known, read = sentence, 0, sentence.end
    for clause in clauses(text, sentence):
        met, is_of_degree = _clause(text, clause, vocabulary, enough)
        if is_of_degree:
            met = {"degree": 1, "saying": met.pop("saying", 0), "field": sum(met.values())}
        else:
            known += sum(met.values()) - met.get("saying", 0)
            telling = _told(met)
            if telling > counts.get("fullest", 0):
                best, counts["fullest"] = clause, telling
        for kind, n in met.items():
            counts[kind] = counts.get(kind, 0) + n
        if counts.get("fullest", 0) >= ENOUGH:
            read = clause.end
            break
    counts["share"] = known / (read - sentence.start)
    return Evidence(place=best, counts=counts, read=Range(sentence.start, read))


def whole(found: Evidence, text: str, vocabulary: Vocabulary) -> Evidence:
    """Add what is counted of a sentence as a whole."""
    start, end = found.read
    counts = {
        **found.counts,
        # Of talk counts only whether there is any; a pattern would take longer to compile than a draft to read.
        "vague": any(text.find(word, start, end) >= 0 for word in vocabulary.vague),
        "first-person": min(MOST_PERSONS, text.count("我", start, end)),
    }
    if text.find(QUOTE, start, end) >= 0 and vocabulary.tellings.quotes(text[start:end]):
        counts["speech"] = 1
    counts["signs"] = sum([vocabulary.signs.get(sign, 0) for sign in {*text[start:end]}])
    return found._replace(counts=counts)


def _clause(text: str, clause: Range, vocabulary: Vocabulary, enough: float) -> tuple[dict[str, int], bool]:
    """Count the kinds of the words of a clause, and say whether only a degree is told."""
    said = text[clause.start : clause.end]
    numbers = pairs(said)
    met = _met(words(text, clause, vocabulary, numbers), enough)
    if _told(met) >= enough:
        if not _is_of_degree(said, numbers, met, vocabulary):
            return met, False
        met = _met(words(text, clause, vocabulary, numbers), inf)
    named = vocabulary.tellings.occasion(said)
    if named == "undertaking":
        met["undertaking"] = 1
    elif named and _is_of_something(met):
        met["occasion"] = 1
    if vocabulary.tellings.is_tallied(said):
        met["tally"] = 1
    return met, _is_of_degree(said, numbers, met, vocabulary)


def _told(met: Mapping[str, int]) -> float:
    return sum([n * _TELLING.get(kind, 1) for kind, n in met.items()])


def _is_of_degree(
    clause: str, numbers: Sequence[int], met: Mapping[str, int], vocabulary: Vocabulary
) -> bool:
    """Say whether only a degree is told: what is counted (集体谈话不足10分钟) or was found out by somebody is more."""
    if not (_COUNTING.isdisjoint(met) and vocabulary.tellings.is_of_degree(clause, numbers)):
        return False
    told = any(sign in clause for sign in FINDERS)
    return not (told and vocabulary.findings.search(clause))


def _is_of_something(met: Mapping[str, int]) -> bool:
    """Say whether an occasion has anything of its own: 在一次重要活动中 has nothing, 在分配周转房时 has."""
    return met.get("rest", 0) > 1 or not _NAMING.isdisjoint(met)


def _met(found: Iterable[tuple[str, int, int]], enough: float) -> dict[str, int]:
    """Count the kinds of the words of a clause, until they tell enough."""
    met: dict[str, int] = {}
    told = 0.0
    for kind, _, _ in found:
        met[kind] = met.get(kind, 0) + 1
        told += _TELLING.get(kind, 1)
        if told >= enough:
            break
    return met
