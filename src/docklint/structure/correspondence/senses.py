"""Senses: what words say, in a few numbers each, so that texts that share no word and no field can still be compared.

The numbers are in `rules/senses.txt`, made by `tools/senses.py`: those of a text's words together say roughly what a sentence
encoder says of it. A trouble is not told as its cure is: a cause is turned before it is compared
with a measure. The file is read when a pair is left over, a line when a text holds its first character.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from math import log1p, sqrt
from operator import mul

from docklint.rules_place import place
from docklint.structure.correspondence.fields import LONGEST
from docklint.tuples import NamedTuple

NUMBERS, MIDDLE = 26, 4
"""How many digits tell what a word says, an even number; the one that says nothing, half of the highest."""
FILE = "senses.txt"
"""Its first line tells the turn: a square of hundredths, row by row. Then a line for each first character: what follows it
in known words, the longest first. After an empty line, a line for each of these: the digits of its words, two in one sign."""
FIRST, DIGITS = ord("!"), 2 * MIDDLE + 1
"""The sign of two digits 0, from which on signs are counted; how many digits there are."""


class Sense(NamedTuple):
    """What a text says. `numbers`: of length one, all 0 where no word is known. `words`: how many known ones it has."""

    numbers: Sequence[float]
    words: int


def sense(title: str, body: str) -> Sense:
    """Return what the words of a text say together; one that comes again adds less."""
    counts: dict[str, int] = {}
    said: dict[str, str] = {}
    for text in (title, body[:LONGEST]):
        for word, numbers in words(text):
            counts[word] = counts.get(word, 0) + 1
            said[word] = numbers
    total = [0.0] * NUMBERS
    for word, numbers in said.items():
        factor = log1p(counts[word])
        digits = [digit for sign in numbers for digit in _TWO[sign]]
        total = [one + factor * digit for one, digit in zip(total, digits, strict=True)]
    return Sense(_even(total), len(said))


def turned(one: Sense) -> Sense:
    """Return a cause as the measures say it that answer such causes."""
    numbers, columns = one.numbers, _known().turn
    more = [sum(map(mul, numbers, column)) for column in columns]
    return Sense(_even([number + extra for number, extra in zip(numbers, more, strict=True)]), one.words)


def _even(numbers: list[float]) -> list[float]:
    """Return numbers of length one in the same proportions."""
    length = sqrt(sum(map(mul, numbers, numbers)))
    return [number / length for number in numbers] if length else numbers


_TWO = {
    chr(FIRST + DIGITS * one + other): (one - MIDDLE, other - MIDDLE)
    for one in range(DIGITS)
    for other in range(DIGITS)
}
"""The two digits of each sign, that which says nothing being 0."""


def likeness(one: Sense, other: Sense) -> float:
    """Return how alike two texts are in what they say, from -1 to 1."""
    alike: float = sum(map(mul, one.numbers, other.numbers))
    return alike


def words(text: str) -> list[tuple[str, str]]:
    """Return the words of a text with their digits, the longest at each place."""
    known, after = _known(), 0
    found: list[tuple[str, str]] = []
    for at, sign in enumerate(text):
        rests = known[sign] if at >= after else {}
        rest = next((rest for rest in rests if text.startswith(rest, at + 1)), None)
        if rest is not None:
            found.append((sign + rest, rests[rest]))
            after = at + 1 + len(rest)
    return found


def lengths_at(text: str, at: int) -> list[int]:
    """Return how long the known words are that begin at a place, the longest first (code points)."""
    return [1 + len(rest) for rest in _known()[text[at]] if text.startswith(rest, at + 1)]


class _Words(dict[str, Mapping[str, str]]):
    """What follows each first character, the longest first, with its digits; a line is read when it is asked for."""

    def __init__(self, text: str) -> None:
        self._turn, *lines = text.splitlines()
        middle = lines.index("")
        self._lines = {
            line[0]: (line[1:], digits)
            for line, digits in zip(lines[:middle], lines[middle + 1 :], strict=True)
        }

    @cached_property
    def turn(self) -> Sequence[Sequence[float]]:
        """The columns of the turn."""
        numbers = [int(each) / 100 for each in self._turn.split()]
        return [numbers[at::NUMBERS] for at in range(NUMBERS)]

    def __missing__(self, sign: str) -> Mapping[str, str]:
        rests, digits = self._lines.get(sign, ("", ""))
        size = NUMBERS // 2
        places = range(0, len(digits), size)
        self[sign] = found = {
            rest: digits[at : at + size] for rest, at in zip(rests.split(" "), places, strict=False)
        }
        return found


@cache
def _known() -> _Words:
    with open(os.path.join(place(), FILE), encoding="utf-8") as file:
        return _Words(file.read())
