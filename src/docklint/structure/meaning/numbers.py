"""Numbers and what they count, read without patterns: the classes of Chinese numerals are dear to compile."""

from __future__ import annotations

from docklint.grammar import Grammar
from docklint.tuples import NamedTuple
from docklint.word_search import WordSearch

PERCENT, ONE = "百分之", "个"
MOST_SIGNS = 6
"""Signs of a Chinese numeral."""
_DIGITS, _DECIMALS = "0123456789", "0123456789."
_WORDS, _PERCENT_WORDS = "零〇一二两三四五六七八九十百千万半几", "一二三四五六七八九十百点"
_ABOUT = (("余", "多", "来"), ("万", "亿"), ("余", "多"))
"""What may stand behind a number, at most one of each, in this order."""
NUMERALS = frozenset(_DIGITS + _WORDS)
"""What a number may begin with."""


class CountedNumber(NamedTuple):
    """A number: its `digits` or else its `words`, and the `measure` behind it, empty if there is none.

    `is_abstract`: it counts what can be seen nowhere (三个方面).
    """

    digits: str
    words: str
    is_abstract: bool
    measure: str
    end: int


class CountedNumbers:
    """Reads numbers, made once (`grammar.once(CountedNumbers)`)."""

    def __init__(self, grammar: Grammar) -> None:
        """Sort what is counted by how it begins."""
        self._abstract, self._measures = (
            WordSearch(grammar["abstract-nouns"]),
            WordSearch(grammar["meaning-measures"]),
        )

    def at(self, text: str, start: int, end: int) -> CountedNumber | None:
        """Return the number that begins at a place; of what stands at `end` and behind it nothing is read."""
        digits, words = "", ""
        if text[start] in _DIGITS:
            digits = _run(text[start:end], _DECIMALS)
        else:
            words = _in_words(text[start:end])
        behind = start + len(digits or words)
        if behind == start:
            return None
        for signs in _ABOUT:
            behind += text[behind:end].startswith(signs)
        told = text[behind:end]
        for skipped in (len(ONE), 0) if told.startswith(ONE) else (0,):
            if abstract := self._abstract.at(told, skipped):
                return CountedNumber(digits, words, True, "", behind + skipped + len(abstract))
        measure = self._measures.at(told, 0)
        return CountedNumber(digits, words, False, measure, behind + len(measure))


def _in_words(text: str) -> str:
    if text.startswith(PERCENT) and (share := _run(text[len(PERCENT) :], _PERCENT_WORDS)):
        return PERCENT + share
    return _run(text[:MOST_SIGNS], _WORDS)


def _run(text: str, signs: str) -> str:
    """Return the beginning of a text that consists of some signs."""
    return text[: len(text) - len(text.lstrip(signs))]
