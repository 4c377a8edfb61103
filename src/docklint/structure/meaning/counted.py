"""What the numbers of a passage count and whom it names, and whether two passages contradict each other in that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from re import Match

from docklint.grammar import Grammar
from docklint.pairs import FIRST_HAN, LAST_HAN
from docklint.patterns import compiled
from docklint.structure.outline.numerals import parse

Counted = Mapping[str, Set[str]]
"""The numbers of a passage by what they count, and the signs of names by what they stand beside."""

_NUMERAL = "[〇零一二三四五六七八九十百千两]+"
_OTHER_NOTATIONS = (
    ("万", "([0-9])万([0-9])(?![0-9])", r"\1.\2万"),
    ("百分之", "百分之([0-9.]+)", r"\1%"),
    ("成", "(?<![0-9.])([1-9])成(?![立员功果本绩为长都了交])", r"\g<1>0%"),
)
_MEASURED = r"([0-9]+(?:[.][0-9]+)?)[多余来]?(个(?:半?月|小时|季度)|万?(?:公里|小时|分钟)|万?元|[^\W0-9_]|%|)"
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
    text = compiled(_NUMERAL).sub(_digits, passage)
    # A pattern is dear to compile, and looked for only where it can be found.
    for sign, pattern, digits in _OTHER_NOTATIONS:
        if sign in text:
            text = compiled(pattern).sub(digits, text)
    return text


def counted(passage: str, grammar: Grammar) -> Counted:
    """Return the numbers and names of a passage."""
    text, found = in_digits(passage), defaultdict[str, set[str]](set)
    for number in compiled(_MEASURED).finditer(text):
        for measure in _measures(number, grammar):
            found[measure].add(number[1])
    for slot, sign in grammar.once(Measures).names(text):
        found["name " + slot].add(sign)
    return found


def measured(text: str, at: int, grammar: Grammar) -> tuple[str, ...]:
    """Return what a number counts that stands at a place: a measure, or the names of the lines it stands in; if anything."""
    number = compiled(_MEASURED).match(text, at)
    return _measures(number, grammar) if number else ()


def contradicted(one: Counted, other: Counted) -> float:
    """Return how much two passages contradict each other: for all that both count or name, the part that differs.

    A number or name that only one of them has contradicts nothing.
    """
    return sum([_differing(one[measure], other[measure], measure) for measure in one if measure in other])


def _differing(one: Set[str], other: Set[str], measure: str) -> float:
    if measure in _CLOCK:
        one, other = ({str(float(each) % _HALF_DAY) for each in values} for values in (one, other))
    return min(len(one - other), len(other - one)) / min(len(one), len(other))


def _measures(number: Match[str], grammar: Grammar) -> tuple[str, ...]:
    if number[2] == _YEAR and len(number[1]) == len("2025"):
        return (_YEARS,)
    lines = grammar.once(Measures).lines
    return tuple(lines[number[2]]) if number[2] in lines else (number[2],) if number[2] else ()


def _digits(numeral: Match[str]) -> str:
    """Write a Chinese numeral in digits; 一 alone is mostly none."""
    value = parse(numeral[0]) if numeral[0] != "一" else None
    return numeral[0] if value is None else str(value)
