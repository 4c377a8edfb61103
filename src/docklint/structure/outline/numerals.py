"""Chinese and Arabic numerals, 1 to 999: enough for any ordinal and any count a draft announces."""

from __future__ import annotations

from functools import lru_cache

DIGITS = (
    {"〇": 0, "零": 0, "○": 0}
    | {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}
    | {"两": 2}
)
UNITS = {"十": 10, "百": 100}
CIRCLED = {chr(0x2460 + value - 1): value for value in range(1, 21)}
PARENTHESISED = {chr(0x2474 + value - 1): value for value in range(1, 21)}
FULL_STOPPED = {chr(0x2488 + value - 1): value for value in range(1, 21)}
BRACKETED = {chr(first + value - 1): value for first in (0x3220, 0x3280) for value in range(1, 11)}
"""㈠–㈩ and ㊀–㊉: （一） in one sign."""

CHINESE = "〇零○一二三四五六七八九十百两"
"""Every sign a Chinese numeral may hold, for use inside a character class."""
_SINGLE = CIRCLED | PARENTHESISED | FULL_STOPPED | BRACKETED


@lru_cache(maxsize=1024)
def parse(text: str) -> int | None:
    """Read `十二`, `12`, `⑫`, `⑿`, `⒓` or `㈢`; None for anything that is no positive number below 1000."""
    if text.isdecimal():
        value = int(text) if len(text) <= 3 else 0
        return value or None
    return _SINGLE.get(text) or _chinese(text)


def _chinese(text: str) -> int | None:
    """Read positional (二十一, 一百零三) and plain digit notation (一〇三); None when malformed."""
    if not text or any(sign not in CHINESE for sign in text):
        return None
    if not any(sign in UNITS for sign in text):
        return int("".join(str(DIGITS[sign]) for sign in text)) or None if len(text) <= 3 else None
    return _positional(text)


def _positional(text: str) -> int | None:
    total, digit, ceiling = 0, None, 1000
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


def chinese(value: int) -> str:
    """Write 1-999 the way ordinals are written: 十, 十一, 二十, 一百零一."""
    signs = "零一二三四五六七八九"
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    head = f"{signs[hundreds]}百" if hundreds else ""
    if not rest:
        return head
    middle = _tens(tens, bool(hundreds), signs)
    return head + middle + (signs[ones] if ones else "")


def _tens(tens: int, after_hundreds: bool, signs: str) -> str:
    if not tens:
        return "零" if after_hundreds else ""
    return "十" if tens == 1 and not after_hundreds else f"{signs[tens]}十"
