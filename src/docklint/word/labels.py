"""Number formats: how an automatic number is written (`w:numFmt`, ISO 29500-1, 17.18.59).

For 1-99 Word and LibreOffice agree. From 100 Word writes chineseCounting digit by digit (一○一) and
chineseCountingThousand in words (一百〇一).
"""

from __future__ import annotations

from collections.abc import Callable

MAX_VALUE = 32_767
"""The largest number Word counts to."""

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟萬")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟萬")
_LEGAL_JAPANESE = ("〇壱弐参四伍六七八九", "拾百阡萬")
_ROMANS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def written(value: int, form: str) -> str:
    """Write `value` in the number format `form`; a format not listed here is written in decimal."""
    value = max(0, min(value, MAX_VALUE))
    return _FORMS.get(form, str)(value)


def is_padded(pattern: str) -> bool:
    """Say whether a custom format is one that `zero_padded` writes: `001, 002, 003, ...`."""
    first = pattern.partition(",")[0].strip()
    return first.strip("0") == "1" and first.endswith("1")


def zero_padded(value: int, pattern: str) -> str:
    """Write `value` in a custom format: `001, 002, 003, ...` means three digits at least."""
    return str(min(value, MAX_VALUE)).zfill(len(pattern.partition(",")[0].strip()))


def _counting(value: int) -> str:
    """十, 十一, 二十, 二十一; from 100 on digit by digit."""
    return _counting_thousand(value) if value < 100 else _digit_by_digit(value).replace("〇", "○")


def _counting_thousand(value: int) -> str:
    words = _in_words(value, _DIGITS, "十百千万")
    return words.removeprefix("一") if 10 <= value < 20 else words


def _taiwanese_thousand(value: int) -> str:
    return _counting_thousand(value).replace("〇", "零")


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _in_words(value: int, digits: str, units: str) -> str:
    """Write up to 99,999 with one word a digit and its unit, one zero between, none at the end."""
    if value == 0:
        return digits[0]
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        zero = digits[0] if 0 < low < 1000 else ""
        return (
            _in_words(high, digits, units) + units[3] + zero + (_in_words(low, digits, units) if low else "")
        )
    words = ""
    for place, unit in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit = value // place % 10
        if digit:
            words += digits[digit] + unit
        elif words and not words.endswith(digits[0]):
            words += digits[0]
    return words.rstrip(digits[0])


def _legal(alphabet: tuple[str, str]) -> Callable[[int], str]:
    return lambda value: _in_words(value, *alphabet)


def _cycle(letters: str, then: Callable[[int], str] = str) -> Callable[[int], str]:
    """Write 1… with `letters`, and what they do not reach as `then` does."""
    return lambda value: letters[value - 1] if 1 <= value <= len(letters) else then(value)


def _run(first: int, count: int) -> str:
    """Give `count` characters from the code point `first` on."""
    return "".join(chr(first + step) for step in range(count))


def _letters(first: str) -> Callable[[int], str]:
    """a … z, aa, bb, …: Word repeats the letter."""
    return lambda value: chr(ord(first) + (value - 1) % 26) * min((value - 1) // 26 + 1, 30) if value else "0"


def _roman(value: int) -> str:
    out = ""
    for worth, sign in _ROMANS:
        out += sign * (value // worth)
        value %= worth
    return out or "0"


def _full_width(value: int) -> str:
    return "".join(chr(0xFF10 + int(digit)) for digit in str(value))


def _ordinal(value: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return str(value) + ("th" if value % 100 in (11, 12, 13) else ends.get(value % 10, "th"))


_CIRCLED = _run(0x2460, 20)
_PARENTHESISED = _run(0x2474, 20)
_FULLSTOPPED = _run(0x2488, 20)
_CIRCLED_WORDS = _run(0x3280, 10)
_PARENTHESISED_WORDS = _run(0x3220, 10)

_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda value: "",
    "bullet": lambda value: "",
    "decimalZero": lambda value: f"{value:02}",
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "japaneseCounting": _counting_thousand,
    "chineseCountingThousand": _counting_thousand,
    "taiwaneseCountingThousand": _taiwanese_thousand,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": lambda value: _digit_by_digit(value).replace("〇", "○"),
    "chineseLegalSimplified": _legal(_LEGAL),
    "ideographLegalTraditional": _legal(_LEGAL_TRADITIONAL),
    "japaneseLegal": _legal(_LEGAL_JAPANESE),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _cycle(_CIRCLED_WORDS),
    "ideographParenthesized": _cycle(_PARENTHESISED_WORDS),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _cycle(_CIRCLED),
    "decimalEnclosedCircleChinese": _cycle(_CIRCLED),
    "decimalEnclosedParen": _cycle(_PARENTHESISED),
    "decimalEnclosedFullstop": _cycle(_FULLSTOPPED),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "ordinal": _ordinal,
    "numberInDash": lambda value: f"- {value} -",
}
