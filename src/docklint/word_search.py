"""Words looked for as a pattern of alternatives would find them, without one: to compile a word takes longer than to look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, count

from docklint.beginnings import PAIR
from docklint.pairs import number, pairs


class WordSearch:
    """Finds some words: where several begin, the longest, and none inside another."""

    def __init__(self, words: Iterable[str]) -> None:
        """Sort the words, none of them empty, by how they begin."""
        self._beginnings: dict[int, list[str]] = {}
        self._signs: set[str] = set()
        """Words of one character; of these there are few."""
        for word in sorted(dict.fromkeys(words), key=len, reverse=True):
            if len(word) < PAIR:
                self._signs.add(word)
            else:
                self._beginnings.setdefault(number(word[:PAIR]), []).append(word)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where words start and end, in order."""
        numbers, end = pairs(text), 0
        for at in self._places(text, numbers):
            if at >= end and (word := self._word(text, at, numbers[at])):
                end = at + len(word)
                yield at, end

    def first(self, text: str) -> tuple[int, int] | None:
        """Return where the first word starts and ends; None if there is none."""
        return next(self.spans(text), None)

    def at(self, text: str, place: int) -> str:
        """Return the word that begins at a place; empty if none does."""
        pair = text[place : place + PAIR]
        return self._word(text, place, number(pair) if len(pair) == PAIR else 0)

    def places(self, text: str) -> Iterable[int]:
        """Return where a word may begin, in order: its first two characters stand there."""
        return self._places(text, pairs(text))

    def _places(self, text: str, numbers: list[int]) -> Iterable[int]:
        places = compress(count(), map(self._beginnings.__contains__, numbers))
        lone = [at for sign in self._signs for at in all_places(text, sign)]
        return sorted({*places, *lone}) if lone else places

    def _word(self, text: str, place: int, beginning: int) -> str:
        for word in self._beginnings.get(beginning, ()):
            if text.startswith(word, place):
                return word
        sign = text[place : place + 1]
        return sign if sign in self._signs else ""

    def replaced(self, text: str, by: str) -> str:
        """Return a text with something else in every word's place."""
        return by.join(self.parted(text))

    def parted(self, text: str) -> list[str]:
        """Return what stands before, between and behind words."""
        pieces, behind = list[str](), 0
        for start, end in self.spans(text):
            pieces.append(text[behind:start])
            behind = end
        return [*pieces, text[behind:]]


def all_places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands, whatever else stands there."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
