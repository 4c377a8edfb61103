"""Signs: what single characters say of the fields, where words that nobody foresaw are all there is.

祭品 stands in no list, but 祭 is a sign of the words of funerals. `tools/fields.py` counts in how many words of each field
a sign stands, against all fields.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import sqrt
from operator import mul

from docklint.beginnings import REMEMBERED, sign_tag
from docklint.grammar import Grammar
from docklint.profile import Fields
from docklint.spans import Range
from docklint.structure.correspondence.fields import LONGEST
from docklint.structure.meaning.vocabulary import Vocabulary
from docklint.structure.meaning.words import words
from docklint.values import Value

WEIGHT = 0.8
"""How much signs count, fields being 1."""
EVEN = 0.4
"""How alike the signs of two short parts are that have nothing to do with each other."""
FEW = 25
"""Different signs up to which they count in full: the signs of longer parts become alike whatever they say."""
SHARED = 0.5
"""What the first sign adds that both use and few papers do, stock phrases and talk aside (占座, 座位), in short parts."""
_UNTOLD = frozenset(("saying", "amount", "one", "date"))
CELL = 3
"""What a sign says of one field takes so many digits: two for the field, one for how much."""


class Traits(Value):
    """What the signs of a part say. `shares`: of each field; `length`: their Euclidean length.

    `text`: where they stand, without stock phrases.
    """

    shares: tuple[int, ...]
    length: float
    signs: frozenset[str]
    text: str
    grammar: Grammar

    @cached_property
    def rare(self) -> frozenset[str]:
        """The signs few papers use, talk aside."""
        found = words(self.text, Range(0, len(self.text)), self.grammar.once(Vocabulary))
        signs = frozenset(
            [sign for kind, start, end in found if kind not in _UNTOLD for sign in self.text[start:end]]
        )
        return signs - self.grammar.once(_common)


def traits(title: str, body: str, grammar: Grammar) -> Traits:
    """Tell what the signs of a part say, those of stock phrases aside."""
    index = grammar.once(_index)
    text = grammar.stock_phrases.replaced(f"{title}|{body[:LONGEST]}", "|")
    signs = frozenset(text)
    shares = [0] * index.fields
    for said in map(index.__getitem__, signs):
        for number, share in said:
            shares[number] += share
    return Traits(tuple(shares), sqrt(sum(map(mul, shares, shares))), signs, text, grammar)


def nearness(one: Traits, other: Traits) -> float:
    """Return what signs add to the likeness of two parts, or take from it; rare signs that both use only add."""
    lengths, short = one.length * other.length, _shortness(one, other)
    alike = sum(map(mul, one.shares, other.shares)) / lengths if lengths else 0.0
    return short * WEIGHT * (alike - EVEN) + (SHARED * short if _share_rare(one, other) else 0.0)


def _share_rare(one: Traits, other: Traits) -> bool:
    # The words are read only where a sign that both use may be rare.
    return bool((one.signs & other.signs) - one.grammar.once(_common)) and bool(one.rare & other.rare)


def _common(grammar: Grammar) -> frozenset[str]:
    """Return the signs that most papers use."""
    return frozenset("".join(grammar["common-signs"]))


def _shortness(one: Traits, other: Traits) -> float:
    return min(1.0, FEW / max(len(one.signs), len(other.signs), 1))


class _SignIndex(dict[str, Sequence[tuple[int, int]]]):
    """The fields that signs speak for, each with how much; what a sign says is read when it is met first."""

    def __init__(self, fields: Fields) -> None:
        self.fields = len(fields.names)
        self._packed = fields.signs

    def __missing__(self, sign: str) -> Sequence[tuple[int, int]]:
        if len(self) >= REMEMBERED:
            self.clear()
        cells = sign_tag(self._packed, sign)
        places = range(0, len(cells), CELL)
        self[sign] = found = [(int(cells[at : at + 2]), int(cells[at + 2])) for at in places]
        return found


def _index(grammar: Grammar) -> _SignIndex:
    return _SignIndex(grammar.lexicon.fields)
