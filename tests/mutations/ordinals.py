"""The ordinals the clean drafts use. Written for the harness alone: it must not share docklint's grammar."""

from __future__ import annotations

import re
from typing import NamedTuple

DIGITS = "零一二三四五六七八九"
STYLES = {
    "一、": r"([一二三四五六七八九十]+)、",
    "（一）": r"（([一二三四五六七八九十]+)）",
    "(一)": r"\(([一二三四五六七八九十]+)\)",
    "1.": r"(\d{1,2})\.",
    "1．": r"(\d{1,2})．",
    "1、": r"(\d{1,2})、",
    "（1）": r"（(\d{1,2})）",
    "(1)": r"\((\d{1,2})\)",
    "一是": r"([一二三四五六七八九十]+)是",
    "第一，": r"第([一二三四五六七八九十]+)[，,]",
    "其一，": r"其([一二三四五六七八九十]+)[，,]",
}
WORDED = {"首先，": 1, "其次，": 2, "最后，": 3}


class Ordinal(NamedTuple):
    """An ordinal as it stands. `core`: where its numeral stands in `text`; None if it has no numeral."""

    text: str
    style: str
    value: int
    core: tuple[int, int] | None

    def counting(self, value: int) -> str:
        """Return this ordinal with another value."""
        if self.core is None:
            raise ValueError(f"{self.text} has no numeral")
        start, end = self.core
        arabic = self.text[start:end].isdecimal()
        return self.text[:start] + (str(value) if arabic else chinese(value)) + self.text[end:]


def read(text: str) -> Ordinal | None:
    """Read the ordinal at the start of a heading, or None."""
    for style, pattern in STYLES.items():
        if match := re.match(pattern, text):
            return Ordinal(match[0], style, number(match[1]), match.span(1))
    word = next((word for word in WORDED if text.startswith(word[:2])), None)
    return Ordinal(text[:3], word, WORDED[word], None) if word else None


def write(style: str, value: int) -> str:
    """Return the ordinal of a style."""
    numeral = str(value) if "1" in style else chinese(value)
    return style.replace("1", numeral).replace("一", numeral)


def chinese(value: int) -> str:
    """Write 1-99 in Chinese numerals."""
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones else "")


def number(numeral: str) -> int:
    """Read 1-99, Chinese or Arabic."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (DIGITS.index(tens) if tens else bool(ten)) * 10 + (DIGITS.index(ones) if ones else 0)
