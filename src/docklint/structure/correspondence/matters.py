"""Matters: which kinds of trouble a cause tells (nobody was told, somebody waited or cheated), and which a measure cures.

The words are in `rules/lexicon-cures.toml`. Where fields say that two parts are about one hospital, matters say whether
they are about its waiting times or about gifts to its doctors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from docklint.grammar import Grammar
from docklint.structure.correspondence.fields import LONGEST

SINGLE = 0.4
"""How much a word of one character says, longer ones being 1."""
Amounts = Mapping[int, float]
"""How much of each matter, by its place in the lexicon."""


def troubles(title: str, body: str, grammar: Grammar) -> Amounts:
    """Return how much of each kind of trouble a cause tells."""
    return grammar.once(_troubles).amounts(f"{title}|{body[:LONGEST]}")


def cures(title: str, body: str, grammar: Grammar) -> Amounts:
    """Return how much of each kind of trouble a measure cures."""
    return grammar.once(_cures).amounts(f"{title}|{body[:LONGEST]}")


def length(amounts: Amounts) -> float:
    """Return the Euclidean length."""
    return sqrt(sum([amount * amount for amount in amounts.values()]))


def product(one: Amounts, other: Amounts) -> float:
    """Return how much of both is the same."""
    return sum([one[number] * other[number] for number in one.keys() & other.keys()])


class _Words:
    """The words of one side, and by their first character how long they are, the longest first."""

    def __init__(self, lists: Iterable[str]) -> None:
        self._matters: dict[str, list[int]] = {}
        for number, words in enumerate(lists):
            for word in words.split()[1:]:
                self._matters.setdefault(word, []).append(number)
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for word in self._matters:
            lengths[word[0]].add(len(word))
        self._lengths: Mapping[str, Sequence[int]] = {
            first: sorted(found, reverse=True) for first, found in lengths.items()
        }

    def amounts(self, text: str) -> Amounts:
        """Return what the words of a text say; a word counts once, and less for a matter that shares it with others."""
        total: defaultdict[int, float] = defaultdict(float)
        for word in self._found(text):
            numbers = self._matters[word]
            for number in numbers:
                total[number] += (SINGLE if len(word) == 1 else 1.0) / sqrt(len(numbers))
        return total

    def _found(self, text: str) -> Iterable[str]:
        found: dict[str, None] = {}
        after = 0
        for at, sign in enumerate(text):
            for size in self._lengths.get(sign, ()) if at >= after else ():
                word = text[at : at + size]
                if word in self._matters:
                    found[word] = None
                    after = at + size
                    break
        return found


def _troubles(grammar: Grammar) -> _Words:
    return _Words(grammar["matter-troubles"])


def _cures(grammar: Grammar) -> _Words:
    return _Words(grammar["matter-cures"])
