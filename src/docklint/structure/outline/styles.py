"""The styles of ordinals, and how each is written (GB/T 9704 7.3.3).

A *style* is one way of writing (（一）, (一), 一是); styles of one *family* continue each other, and a change of
style within a family is at most a matter of taste or punctuation. *Levels* (一、（一）1.（1）) rank by standard;
*enumerations* (一是, 第一, 其一, ①) have no rank.
"""

from __future__ import annotations

from collections.abc import Callable

from docklint.structure.outline import numerals
from docklint.tuples import NamedTuple
from docklint.typed import Literal

Family = Literal[
    "part", "chinese", "paren", "arabic", "arabic-paren", "circled", "is", "must", "ordinal", "among", "issue", "word",
    "title",
]  # fmt: skip
StyleName = Literal[Family, "arabic-half", "ordinal-is"]


class OrdinalStyle(NamedTuple):
    """One way of writing ordinals."""

    family: Family
    """What it continues."""
    level: int
    """Its rank in GB/T 9704 (1-4), 0 for an enumeration."""
    write: Callable[[int], str]
    """3 → “（三）”."""


STYLES: dict[StyleName, OrdinalStyle] = {
    "part": OrdinalStyle("part", 1, lambda n: f"第{numerals.chinese(n)}部分"),
    "chinese": OrdinalStyle("chinese", 1, lambda n: f"{numerals.chinese(n)}、"),
    "paren": OrdinalStyle("paren", 2, lambda n: f"（{numerals.chinese(n)}）"),
    "arabic": OrdinalStyle("arabic", 3, lambda n: f"{n}."),
    "arabic-paren": OrdinalStyle("arabic-paren", 4, lambda n: f"（{n}）"),
    "arabic-half": OrdinalStyle("arabic-paren", 4, lambda n: f"{n}）"),
    "circled": OrdinalStyle("circled", 0, lambda n: chr(0x2460 + n - 1) if n <= 20 else str(n)),
    "is": OrdinalStyle("is", 0, lambda n: f"{numerals.chinese(n)}是"),
    "must": OrdinalStyle("must", 0, lambda n: f"{numerals.chinese(n)}要"),
    "ordinal": OrdinalStyle("ordinal", 0, lambda n: f"第{numerals.chinese(n)}"),
    "ordinal-is": OrdinalStyle("ordinal", 0, lambda n: f"第{numerals.chinese(n)}是"),
    "among": OrdinalStyle("among", 0, lambda n: f"其{numerals.chinese(n)}"),
    "issue": OrdinalStyle("issue", 0, lambda n: f"问题{numerals.chinese(n)}："),
    "word": OrdinalStyle("word", 0, str),
    "title": OrdinalStyle("title", 0, str),
}

CHINESE_STYLES: tuple[StyleName, ...] = ("chinese", "paren", "is")
"""Styles in whose place of a Chinese numeral another sign may be recognised (（-）, ニ、, —是)."""


def right_form(style: StyleName, value: int) -> str:
    """Write an ordinal the way the standard (for enumerations: usage) writes it."""
    return STYLES[style].write(value)
