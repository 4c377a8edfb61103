"""Fields: what work or matter of life a part is about (值守, 食堂, 采购), so that other words for one thing meet.

The words are in `rules/lexicon-fields.toml`. Words of manner and duty belong to no field: 主动 shows no connection.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from math import exp, sqrt

from docklint.grammar import Grammar
from docklint.profile import Fields
from docklint.values import Value

NEAR = 0.7
"""How much a neighbour counts, a word chosen by hand being 1."""
TITLE = 0.6
"""How much a word of a heading counts, one of the text below it being 1: headings are where official words stand."""
LONGEST = 300
"""Code points that are read below a heading; who says more repeats what it is about."""
TENTH = 0.1
"""A field's weight is told in tenths."""
SURE = 2.0
"""How much of its fields a part must show to be understood."""


_ENTRY = re.compile(r"([^ :~]+)([:~][0-9,]+)")


class About(Value):
    """What a part is about: how much of each field, by its place in the lexicon, and the words that say so, in order."""

    shares: Mapping[int, float]
    length: float
    """The Euclidean length of the shares."""
    words: tuple[str, ...] = ()

    @property
    def sureness(self) -> float:
        """How sure it is what the part is about, 0-1."""
        return 1 - exp(-((self.length / SURE) ** 2))


def about(title: str, body: str, grammar: Grammar) -> About:
    """Tell what a part with such a heading and such a text below it is about."""
    index = grammar.once(_index)
    shares: dict[int, float] = {}
    words = [
        word
        for text, factor in ((title, TITLE), (body[:LONGEST], 1.0))
        for word in index.add(text, factor, shares)
    ]
    length = sqrt(sum([share**2 for share in shares.values()]))
    return About(shares, length, tuple(dict.fromkeys(words)))


def likeness(one: About, other: About) -> float:
    """Return how much two parts are about the same fields, 0-1: the cosine of their shares."""
    dot = sum(
        [one.shares[number] * other.shares[number] for number in one.shares.keys() & other.shares.keys()]
    )
    return dot / (one.length * other.length) if dot else 0.0


def telling(one: About, grammar: Grammar, number: int | None = None) -> list[str]:
    """Return the words of a part that say most of a field, or of any; the most telling first."""
    index = grammar.once(_index)

    def worth(word: str) -> float:
        shares = index.shares(word)
        return max(shares.values(), default=0.0) if number is None else shares.get(number, 0.0)

    return sorted((word for word in one.words if worth(word)), key=lambda word: -worth(word))


class _FieldIndex:
    """All words of all fields, by their first character; what a text has no use for is never looked at."""

    def __init__(self, fields: Fields, stock: Iterable[str]) -> None:
        self._fields = fields
        self._stock = stock
        self._seen: set[str] = set()
        self._words: dict[str, list[str]] = {}
        """What was needed so far: words by their first two characters, the longest first."""
        self._places: dict[str, str] = {}
        """Their fields; none for a word that everybody uses."""
        self._shares: dict[str, Mapping[int, float]] = {}

    def words(self, text: str) -> list[str]:
        """Return the words of `text` in order; where several begin, the longest, and none inside another."""
        new = set(text) - self._seen
        if new:
            self._learn(new)
        known, found, after = self._words, [], 0
        for at in [at for at in range(len(text) - 1) if text[at : at + 2] in known]:
            if at < after:
                continue
            for word in known[text[at : at + 2]]:
                if text.startswith(word, at):
                    after = at + len(word)
                    found.append(word)
                    break
        return [word for word in found if self._places[word]]

    def add(self, text: str, factor: float, shares: dict[int, float]) -> list[str]:
        """Add what the words of `text` say of the fields, times `factor`, to `shares`; return these words."""
        words, known = self.words(text), self._shares
        for word in words:
            for number, share in (known.get(word) or self.shares(word)).items():
                shares[number] = shares.get(number, 0.0) + factor * share
        return words

    def shares(self, word: str) -> Mapping[int, float]:
        """Return how much a word says of each field; less for a word that several fields have."""
        found = self._shares.get(word)
        if found is None:
            found = self._shares[word] = self._worked_out(self._places[word])
        return found

    def _learn(self, firsts: Set[str]) -> None:
        """Take in the words that begin with any of some characters."""
        self._seen |= firsts
        told = dict(_ENTRY.findall(" ".join([self._fields.words.get(first, "") for first in firsts])))
        told.update(dict.fromkeys([word for word in self._stock if word[0] in firsts], ""))
        self._places.update(told)
        for word in sorted(told, key=len, reverse=True):
            self._words.setdefault(word[:2], []).append(word)

    def _worked_out(self, places: str) -> Mapping[int, float]:
        numbers = [int(place) for place in places[1:].split(",")]
        factor = TENTH * (NEAR if places[0] == "~" else 1.0) / sqrt(len(numbers))
        return {number: factor * self._fields.weights[number] for number in numbers}


def _index(grammar: Grammar) -> _FieldIndex:
    return _FieldIndex(grammar.lexicon.fields, [word for word in grammar["stock-phrases"] if len(word) > 1])
