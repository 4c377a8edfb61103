"""Whether two passages tell the same fact, though the words are others or stand in another order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from re import Match

from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.spans import Range
from docklint.structure.meaning.vocabulary import Vocabulary
from docklint.structure.meaning.words import clauses, words
from docklint.structure.outline.numerals import parse
from docklint.tuples import NamedTuple

WEIGHTS: Mapping[str, float] = {
    "lesser": 4.1,
    "greater": 2.5,
    "moved": 9.0,
    "copied": -4.0,
    "shared": 0.15,
    "lost": -0.16,
}
"""What speaks for one fact, in log odds, found on the development half of the pairs in `tests/judgement`."""
EVEN = -3.3
"""The log odds of two passages that share nothing, found with the weights."""
LIGHT, NUMBER = 0.3, 2.0
"""What a character of talk and what a number weighs; any other weighs 1."""
MOST_LOST, MOST_SHARED = 10, 25
"""More weight than this, lost or shared, tells no more."""

_NUMERAL = compiled("[〇零一二三四五六七八九十百千两]+")
_SIGN = compiled(r"[0-9]+(?:[.][0-9]+)?|[A-Za-z]+|[^\W_]")
"""A number, a word or a character; those that are not Chinese are left out behind it: their class is dear to compile."""
_FIRST_HAN, _LAST_HAN = "一", "鿿"


class Substance(NamedTuple):
    """What a passage tells: its characters and numbers in order, with what they weigh."""

    signs: tuple[str, ...]
    weights: tuple[float, ...]
    mass: float
    """All weights together."""


def told(passage: str, grammar: Grammar) -> Substance:
    """Reduce a passage to what could be told again; 三次 is read as 3次, words that only join others are left out."""
    text = _NUMERAL.sub(_digits, passage)
    weights = _weights(text, grammar.once(Vocabulary))
    joints = frozenset(grammar["meaning-joints"])
    kept = [found for found in _SIGN.finditer(text) if found[0] not in joints and _is_told(found[0])]
    told_weights = tuple([NUMBER if found[0][0].isdecimal() else weights[found.start()] for found in kept])
    return Substance(signs=tuple([found[0] for found in kept]), weights=told_weights, mass=sum(told_weights))


def _is_told(sign: str) -> bool:
    return _FIRST_HAN <= sign <= _LAST_HAN or sign.isascii()


def same(one: Substance, other: Substance) -> float:
    """Return the log odds that two passages tell one fact.

    What a frame shares stands in one place and order (`copied`); what is told again is moved about.
    """
    lesser, greater = sorted((one, other), key=lambda each: each.mass)
    if not lesser.signs:
        return EVEN
    found, back = _found(lesser, greater), _found(greater, lesser)
    alike = sum((Counter(lesser.signs) & Counter(greater.signs)).values()) / len(lesser.signs)
    evidence = {
        "lesser": found / lesser.mass,
        "greater": back / greater.mass,
        "moved": alike - in_order(lesser.signs, greater.signs) / len(lesser.signs),
        "copied": _pairs(lesser.signs, greater.signs),
        "shared": min(found, MOST_SHARED),
        "lost": min(lesser.mass - found, MOST_LOST),
    }
    return EVEN + sum([WEIGHTS[name] * number for name, number in evidence.items()])


def _digits(numeral: Match[str]) -> str:
    """Write a Chinese numeral in digits; 一 alone is mostly none."""
    value = parse(numeral[0]) if numeral[0] != "一" else None
    return numeral[0] if value is None else str(value)


def _weights(text: str, vocabulary: Vocabulary) -> list[float]:
    weights = [LIGHT] * len(text)
    for clause in clauses(text, Range(0, len(text))):
        if not vocabulary.degrees.search(text, *clause):
            for kind, start, end in words(text, clause, vocabulary):
                if kind != "saying":
                    weights[start:end] = [1.0] * (end - start)
    return weights


def _found(one: Substance, other: Substance) -> float:
    """Return the weight of what stands in the other too, as often as it stands there."""
    left = Counter(other.signs)
    found = 0.0
    for sign, weight in sorted(zip(one.signs, one.weights, strict=True), key=lambda each: -each[1]):
        if left[sign] > 0:
            left[sign] -= 1
            found += weight
    return found


def _pairs(one: Sequence[str], other: Sequence[str]) -> float:
    """Return which part of the neighbours in one are neighbours in the other."""
    mine, others = Counter(pairwise(one)), Counter(pairwise(other))
    return sum((mine & others).values()) / (mine.total() or 1)


def in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest common subsequence; the bits of an integer stand for the signs of `one`."""
    places: dict[str, int] = {}
    for at, sign in enumerate(one):
        places[sign] = places.get(sign, 0) | 1 << at
    whole = (1 << len(one)) - 1
    open_places = whole
    for sign in other:
        matched = open_places & places.get(sign, 0)
        open_places = (open_places + matched | open_places - matched) & whole
    return len(one) - open_places.bit_count()
