"""Chinese and Arabic numerals, 1 to 9999: enough for any ordinal and any count a draft announces."""

from __future__ import annotations

from functools import lru_cache

DIGITS = (
    {"〇": 0, "零": 0, "○": 0}
    | {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}
    | {"两": 2}
)
UNITS = {"十": 10, "百": 100, "千": 1000}
MOST = 9999
"""What is greater is written in Arabic digits, and not read."""
_SERIES = tuple(
    "".join(map(chr, range(first, first + count)))
    for first, count in ((0x2460, 20), (0x2474, 20), (0x2488, 20), (0x3220, 10), (0x3280, 10))
)
"""Rows of signs that are a whole numeral each, counting from one: ①, ⑴, ⒈, ㈠, ㊀."""
SIGNS = "①-⒛㈠-㈩㊀-㊉"
"""All of them, for use inside a character class; it is dear to compile."""
BRACKETED = frozenset("".join(_SERIES[3:]))
"""㈠ and ㊀: Chinese numerals in a bracket or a circle."""
SINGLE = {sign: value for series in _SERIES for value, sign in enumerate(series, 1)}
"""What each of them counts."""

CHINESE = "〇零○一二三四五六七八九十百千两"
"""Every sign a Chinese numeral may hold, for use inside a character class."""
ARABIC = "0123456789"
_ALIKE = {"一": "-‐‑‒–—―−－ーｰ─━㇐", "二": "ニﾆ＝=゠", "三": "ミﾐ≡", "八": "ハﾊ", "十": "＋+"}
LOOKALIKES = {ord(sign): numeral for numeral, signs in _ALIKE.items() for sign in signs}
"""Signs that a keyboard or a scanner puts where a numeral was meant, for `str.translate`."""


def end_of(text: str, start: int, signs: str, most: int) -> int:
    """Return where the numeral ends that is written with such signs from `start` on; it has `most` of them at most."""
    end, limit = start, min(start + most, len(text))
    while end < limit and text[end] in signs:
        end += 1
    return end


@lru_cache(maxsize=1024)
def parse(text: str) -> int | None:
    """Read `十二`, `12`, `⑫`, `⑿`, `⒓` or `㈡`; None for anything that is no number from 1 to 9999."""
    if text.isdecimal():
        value = int(text) if len(text) <= len(str(MOST)) else 0
        return value or None
    return SINGLE.get(text) or _chinese(text)


def _chinese(text: str) -> int | None:
    """Read positional (二十一, 一百零三) and plain digit notation (一〇三); None when malformed."""
    if not text or any(sign not in CHINESE for sign in text):
        return None
    if not any(sign in UNITS for sign in text):
        return int("".join(str(DIGITS[sign]) for sign in text)) or None if len(text) <= 3 else None
    return _positional(text) if text != "千" else None  # 千, alone, counts nothing


def _positional(text: str) -> int | None:
    total, digit, ceiling = 0, None, MOST + 1
    for sign in text:
        if sign in UNITS:
            unit = UNITS[sign]
            if unit >= ceiling or digit == 0:
                return None
            total, digit, ceiling = total + (1 if digit is None else digit) * unit, None, unit
        elif digit is None or digit == 0:
            digit = DIGITS[sign]
        else:
            return None
    return total + (digit or 0) or None


def like(numeral: str, value: int) -> str:
    """Write a number (1 and more) as another numeral is written: 2, 二 or ②; empty if there is no such sign."""
    if numeral.isdecimal():
        return str(value)
    for series in _SERIES:
        if numeral in series:
            return series[value - 1 : value]
    return chinese(value) if value <= MOST else ""


def chinese(value: int) -> str:
    """Write a number the way ordinals are written: 十, 十一, 二十, 一百零一."""
    if not 0 < value <= MOST:
        return str(value)
    written, skipped = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            written += ("零" if skipped and written else "") + "零一二三四五六七八九"[digit] + sign
        skipped = not digit
    return written.removeprefix("一") if written.startswith("一十") else written
