"""Number formats, by value."""

from __future__ import annotations

import pytest

from docklint.word.labels import written, zero_padded

_FORMS = {
    "decimal": {0: "0", 1: "1", 100: "100"},
    "chineseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 100: "一○○", 101: "一○一", 110: "一一○"},
    "taiwaneseCounting": {10: "十", 21: "二十一"},
    "japaneseCounting": {1: "一", 10: "十", 12: "十二", 99: "九十九"},
    "chineseCountingThousand": {
        10: "十", 21: "二十一", 100: "一百", 101: "一百〇一", 110: "一百一十", 111: "一百一十一", 1001: "一千〇一", 1010: "一千〇一十",
        10_000: "一万", 10_001: "一万〇一", 12_000: "一万二千", 20_304: "二万〇三百〇四",
    },
    "taiwaneseCountingThousand": {10: "十", 101: "一百零一"},
    "ideographDigital": {1: "一", 10: "一〇", 11: "一一", 105: "一〇五"},
    "chineseLegalSimplified": {1: "壹", 10: "壹拾", 11: "壹拾壹", 20: "贰拾", 105: "壹佰零伍"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
    "ideographZodiac": {1: "子", 12: "亥", 13: "13"},
    "decimalFullWidth": {1: "１", 10: "１０"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedCircleChinese": {1: "①", 10: "⑩"},
    "decimalEnclosedParen": {1: "⑴", 20: "⒇", 21: "21"},
    "decimalEnclosedFullstop": {1: "⒈", 20: "⒛"},
    "upperLetter": {1: "A", 26: "Z", 27: "AA", 53: "AAA"},
    "lowerLetter": {1: "a", 27: "aa", 28: "bb"},
    "upperRoman": {1: "I", 4: "IV", 9: "IX", 14: "XIV", 1994: "MCMXCIV"},
    "lowerRoman": {3: "iii"},
    "decimalZero": {0: "00", 9: "09", 10: "10"},
    "ordinal": {0: "0th", 1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 21: "21st", 112: "112th"},
    "none": {1: ""},
    "numberInDash": {1: "- 1 -"},
    "somethingNew": {7: "7"},
}  # fmt: skip


@pytest.mark.parametrize(("form", "values"), _FORMS.items(), ids=_FORMS)
def test_form(form: str, values: dict[int, str]) -> None:
    assert {value: written(value, form) for value in values} == values


@pytest.mark.parametrize("form", _FORMS)
def test_no_value_is_too_large_or_too_small(form: str) -> None:
    assert written(10**9, form) == written(32_767, form)
    assert written(-1, form) == written(0, form)
    assert all(len(written(value, form)) <= 64 for value in range(0, 32_768, 97))


def test_zero_padding() -> None:
    assert [zero_padded(value, "0001, 0002") for value in (1, 12, 12345)] == ["0001", "0012", "12345"]
