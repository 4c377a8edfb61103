"""Matters: which kinds of trouble a cause tells (nobody was told, somebody waited or cheated), and which a measure cures.

The words are in `rules/lexicon-cures.toml`. Where fields say that two parts are about one hospital, matters say whether
they are about its waiting times or about gifts to its doctors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    """The words of one side."""

    def __init__(self, lists: Iterable[str]) -> None:
        self._matters: dict[str, list[int]] = {}
        for number, words in enumerate(lists):
            for word in words.split()[1:]:
                self._matters.setdefault(word, []).append(number)
        self._starts: dict[str, list[str]] = {}
        """Words by their first two characters, the longest first."""
        for word in sorted(self._matters, key=len, reverse=True):
            self._starts.setdefault(word[:2], []).append(word)

    def amounts(self, text: str) -> Amounts:
        """Return what the words of a text say; a word counts once, and less for a matter that shares it with others."""
        total: dict[int, float] = {}
        for word in self._found(text):
            numbers = self._matters[word]
            more = (SINGLE if len(word) == 1 else 1.0) / sqrt(len(numbers))
            for number in numbers:
                total[number] = total.get(number, 0.0) + more
        return total

    def _found(self, text: str) -> Iterable[str]:
        starts, found, after = self._starts, dict[str, None](), 0
        for at in [at for at, sign in enumerate(text) if text[at : at + 2] in starts or sign in starts]:
            for word in (
                (*starts.get(text[at : at + 2], ()), *starts.get(text[at], ())) if at >= after else ()
            ):
                if text.startswith(word, at):
                    found[word] = None
                    after = at + len(word)
                    break
        return found


def _troubles(grammar: Grammar) -> _Words:
    return _Words(grammar["matter-troubles"])


def _cures(grammar: Grammar) -> _Words:
    return _Words(grammar["matter-cures"])
