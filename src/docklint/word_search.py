"""Words looked for as a pattern of alternatives would find them, without one: to compile a word takes longer than to look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count

from docklint.beginnings import PAIR
from docklint.pairs import number, pairs

_MARKS = "，。、；：“”《》（）\n"
FEW = 40
"""So many beginnings are looked for one by one sooner than by going over the text."""


class WordSearch:
    """Finds some words: where several begin, the longest, and none inside another.

    `numbers`: what `pairs` gives for the text, if whoever asks has it already.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Sort the words, none of them empty, by how they begin."""
        self._words: dict[str, list[str]] = {}
        self._signs: set[str] = set()
        """Words of one character; of these there are few."""
        for word in sorted(dict.fromkeys(words), key=len, reverse=True):
            if len(word) < PAIR:
                self._signs.add(word)
            else:
                self._words.setdefault(word[:PAIR], []).append(word)
        self._numbers = frozenset(map(number, self._words)) if len(self._words) > FEW else None

    def spans(self, text: str, numbers: Sequence[int] | None = None) -> Iterator[tuple[int, int]]:
        """Yield where words start and end, in order."""
        end = 0
        for at in self.places(text, numbers):
            if at >= end and (word := self.at(text, at)):
                end = at + len(word)
                yield at, end

    def first(self, text: str) -> tuple[int, int] | None:
        """Return where the first word starts and ends; None if there is none."""
        return next(self.spans(text), None)

    def is_in(self, text: str, numbers: Sequence[int] | None = None) -> bool:
        """Return whether any of the words stands in a text."""
        return any(True for at in self.places(text, numbers) if self.at(text, at))

    def at(self, text: str, place: int) -> str:
        """Return the word that begins at a place; empty if none does."""
        beginning = text[place : place + PAIR]
        for word in self._words.get(beginning, ()):
            if text.startswith(word, place):
                return word
        return beginning[:1] if beginning[:1] in self._signs else ""

    def places(self, text: str, numbers: Sequence[int] | None = None) -> Iterable[int]:
        """Return where a word may begin, in order: its first two characters stand there."""
        if self._numbers is None:
            return _in_order(text, (*self._words, *self._signs))
        places = compress(
            count(), map(self._numbers.__contains__, pairs(text) if numbers is None else numbers)
        )
        return sorted({*places, *_in_order(text, self._signs)}) if self._signs else places

    def replaced(self, text: str, by: str, numbers: Sequence[int] | None = None) -> str:
        """Return a text with something else in every word's place."""
        return by.join(self.parted(text, numbers))

    def parted(self, text: str, numbers: Sequence[int] | None = None) -> list[str]:
        """Return what stands before, between and behind words."""
        pieces, behind = list[str](), 0
        for start, end in self.spans(text, numbers):
            pieces.append(text[behind:start])
            behind = end
        return [*pieces, text[behind:]]


def letters(text: str) -> str:
    """Return the letters and digits of a text, in whatever script.

    Mostly nothing but common marks is to be left out: to look at each character takes ten times as long.
    """
    for mark in _MARKS:
        text = text.replace(mark, "")
    return text if text.isalnum() else "".join(filter(str.isalnum, text))


def is_chinese(sign: str) -> bool:
    """Return whether a character is a letter or digit, and not one of ASCII."""
    return sign.isalnum() and not sign.isascii()


def _in_order(text: str, beginnings: Iterable[str]) -> list[int]:
    return sorted({at for each in beginnings if each in text for at in all_places(text, each)})


def all_places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands, whatever else stands there."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
