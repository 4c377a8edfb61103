"""What the numbers of a passage count and whom it names, and whether two passages contradict each other in that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from itertools import groupby

from docklint.grammar import Grammar
from docklint.pairs import FIRST_HAN, LAST_HAN
from docklint.patterns import compiled
from docklint.structure.outline.numerals import ARABIC, end_of, parse
from docklint.word_search import all_places

Counted = Mapping[str, Set[str]]
"""The numbers of a passage by what they count, and the signs of names by what they stand beside."""

_NUMERALS = frozenset("〇零一二三四五六七八九十百千两")
_DIGITS, _DECIMAL = frozenset(ARABIC), frozenset(f"{ARABIC}.")
_OTHER_NOTATIONS = (
    ("万", -1, "([0-9])万([0-9])(?![0-9])", r"\1.\2万"),
    ("百分之", 3, "百分之([0-9.]+)", r"\1%"),
    ("成", -1, "(?<![0-9.])([1-9])成(?![立员功果本绩为长都了交])", r"\g<1>0%"),
)
"""What a number is written with, where a digit stands beside it, the pattern, and how it is written in digits."""
_ABOUT = frozenset("多余来")
_LONGER_MEASURES = (
    *("个半月", "个月", "个小时", "个季度"),
    *("万公里", "万小时", "万分钟", "公里", "小时", "分钟", "万元"),
)
"""Measures of more than a character."""
_YEAR, _YEARS = "年", "年份"
_CLOCK, _HALF_DAY = frozenset("点时"), 12
"""15点 and 下午3点 are one time."""


class Measures:
    """What may count the same (三名 三人), made once (`grammar.once(Measures)`)."""

    def __init__(self, grammar: Grammar) -> None:
        """Number the lines."""
        self.lines: defaultdict[str, list[str]] = defaultdict(list)
        """Every measure, and the names of the lines that it stands in."""
        for line in map(str.split, grammar["same-measures"]):
            for measure in line:
                self.lines[measure].append(line[0])
        self.leads, self.surnames, self.places, self.none = (
            frozenset("".join(grammar[key]))
            for key in ("name-leads", "name-surnames", "name-places", "name-none")
        )
        """What stands before a surname; surnames; what stands behind the name of a place, and what is none there."""

    def names(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield what the names of a text stand beside, and the sign that tells each from others."""
        before = ""
        for at, sign in enumerate(text):
            if before in self.leads and sign in self.surnames:
                yield before, sign
            elif sign in self.places and before not in self.none and text[at + 1 : at + 2] not in self.places:
                # 乡镇 names no 乡.
                yield from ((sign, before),) if FIRST_HAN <= before <= LAST_HAN else ()
            before = sign


def in_digits(passage: str) -> str:
    """Write all numbers one way: 三次 as 3次, 两万八 as 2.8万, 百分之三十 and 三成 as 30%."""
    runs = groupby(passage, _NUMERALS.__contains__)
    text = "".join([_in_digits("".join(run)) if found else "".join(run) for found, run in runs])
    # A pattern is dear to compile, and looked for only where it can be found.
    for sign, digit, pattern, digits in _OTHER_NOTATIONS:
        if sign in text and any(
            text[at + digit : at + digit + 1] in _DECIMAL for at in all_places(text, sign)
        ):
            text = compiled(pattern).sub(digits, text)
    return text


def counted(passage: str, grammar: Grammar) -> Counted:
    """Return the numbers and names of a passage."""
    return counted_in(in_digits(passage), grammar)


def counted_in(text: str, grammar: Grammar) -> Counted:
    """Return the numbers and names of a passage that is written in digits."""
    found, behind = defaultdict[str, set[str]](set), 0
    for at, sign in enumerate(text):
        if at >= behind and sign in _DIGITS:
            number, measure, behind = _number(text, at)
            for line in _lines(number, measure, grammar):
                found[line].add(number)
    for slot, sign in grammar.once(Measures).names(text):
        found["name " + slot].add(sign)
    return found


def measured(text: str, at: int, grammar: Grammar) -> tuple[str, ...]:
    """Return what a number counts that stands at a place: a measure, or the names of the lines it stands in; if anything."""
    if text[at : at + 1] not in _DIGITS:
        return ()
    number, measure, _ = _number(text, at)
    return _lines(number, measure, grammar)


def contradicted(one: Counted, other: Counted) -> float:
    """Return how much two passages contradict each other: for all that both count or name, the part that differs.

    A number or name that only one of them has contradicts nothing.
    """
    return sum([_differing(one[measure], other[measure], measure) for measure in one if measure in other])


def _differing(one: Set[str], other: Set[str], measure: str) -> float:
    if measure in _CLOCK:
        one, other = ({str(float(each) % _HALF_DAY) for each in values} for values in (one, other))
    return min(len(one - other), len(other - one)) / min(len(one), len(other))


def _number(text: str, start: int) -> tuple[str, str, int]:
    """Return the number whose digits begin at a place, its measure, empty if there is none, and where that ends."""
    end = end_of_number(text, start)
    behind = end + (text[end : end + 1] in _ABOUT)
    measure = next((word for word in _LONGER_MEASURES if text.startswith(word, behind)), "")
    sign = text[behind : behind + 1]
    if not measure and (sign == "%" or (sign.isalnum() and sign not in _DIGITS)):
        measure = sign
    return text[start:end], measure, behind + len(measure)


def end_of_number(text: str, start: int) -> int:
    """Return where the number ends that begins at a place, its decimals included."""
    end = end_of(text, start, ARABIC, len(text))
    decimal = text[end : end + 1] == "." and text[end + 1 : end + 2] in _DIGITS
    return end_of(text, end + 1, ARABIC, len(text)) if decimal else end


def _lines(number: str, measure: str, grammar: Grammar) -> tuple[str, ...]:
    if measure == _YEAR and len(number) == len("2025"):
        return (_YEARS,)
    lines = grammar.once(Measures).lines
    return tuple(lines[measure]) if measure in lines else (measure,) if measure else ()


def _in_digits(numeral: str) -> str:
    """Write a Chinese numeral in digits; 一 alone is mostly none."""
    value = parse(numeral) if numeral != "一" else None
    return numeral if value is None else str(value)
