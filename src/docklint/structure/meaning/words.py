"""A sentence as a row of known words, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.pairs import FIRST_HAN, LAST_HAN, pairs
from docklint.spans import Range, between
from docklint.structure.meaning.numbers import NUMERALS, PERCENT, CountedNumber
from docklint.structure.meaning.vocabulary import Kind, Vocabulary

LONGEST_BRACKETED = 60
"""Code points inside brackets; what is longer has lost its mark."""
BRACKETS = {"《": "》", "【": "】", "〔": "〕", "[": "]", "{": "}"}
"""What stands between them is no evidence: the name of a paper (对《条例》学得不深), or a field to be filled in."""
SPANS = ("年", "月", "个月", "周", "星期")
"""What a while is counted in."""
ONES = "一几半"
"""Numerals that a manner of speaking uses as well."""


def sentences(text: str, place: Range) -> Iterator[Range]:
    """Yield the sentences of a place without their stops; a semicolon ends one too."""
    return between(text, place, "。；！？\n")


def clauses(text: str, place: Range) -> Iterator[Range]:
    """Yield what stands between the pauses of a sentence."""
    return between(text, place, "，。；：！？\n")


def words(
    text: str, place: Range, vocabulary: Vocabulary, pairs_of_place: Sequence[int] | None = None
) -> Iterator[tuple[Kind, int, int]]:
    """Yield the words of a clause that are more than talk, in order, each with its start and end.

    A character of no known word is one of kind `rest`; punctuation, letters and marks that hide something are none.
    `pairs_of_place`: what `pairs` gives for the place, if whoever asks has it already.
    """
    (start, end), kinds, longer = place, vocabulary.kinds, vocabulary.longer
    numbers, at = pairs(text[start:end]) if pairs_of_place is None else pairs_of_place, start
    kind: Kind | None
    frames = vocabulary.frames.found(text, start, end, numbers)
    while at < end:
        # Nearly all the time of the room goes into this loop; a function for each step would double it.
        if at in frames:
            kind, behind = "saying", frames[at]
        else:
            for length in longer[numbers[at - start]]:
                kind, behind = kinds.get(text[at : at + length]), at + length
                if kind and behind <= end:
                    break
            else:
                sign, behind = text[at], at + 1
                kind = kinds.get(sign)
                if kind is None and sign not in NUMERALS and FIRST_HAN <= sign <= LAST_HAN:
                    kind = "rest"
        if kind is None:
            kind, behind = _unknown(text, at, end, vocabulary)
        if kind and kind != "talk":
            yield kind, at, behind
        at = behind


def _unknown(text: str, at: int, end: int, vocabulary: Vocabulary) -> tuple[Kind | None, int]:
    """Return what begins at a place where no known word does, and where it ends."""
    sign = text[at]
    if sign in NUMERALS and (number := vocabulary.numbers.at(text, at, end)):
        return _counted(number, lasted=text.startswith("了", at - 1)), number.end
    if sign in BRACKETS and (close := text.find(BRACKETS[sign], at, min(end, at + LONGEST_BRACKETED))) > 0:
        return "talk", close + 1
    return ("rest" if FIRST_HAN <= sign <= LAST_HAN else None), at + 1


def _counted(number: CountedNumber, lasted: bool) -> Kind:
    """Tell an amount and a date from numerals that count nothing (三个方面) and a year, which dates nothing alone.

    `lasted`: 了 stands before it.
    """
    digits, measure = number.digits, number.measure
    if number.is_abstract:
        return "talk"
    if digits and measure == "年" and len(digits) == len("2025"):
        return "talk"
    if not measure and (digits or not number.words.startswith(PERCENT)):
        return "talk"
    if digits:
        return "date" if measure in ("月", "日") else "amount"
    # 拖了半年 is a while that went by, 每半年 and 一次 may be manners of speaking.
    return "one" if number.words in ONES and not (lasted and measure in SPANS) else "amount"
