"""Numerals: what is written is read back, and nothing else is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docklint.structure.outline.numerals import chinese, parse


@given(st.integers(1, 9999))
def test_what_is_written_is_read_back(value: int) -> None:
    assert parse(chinese(value)) == value
    assert parse(str(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零三", 103),
        ("九千零一十", 9010),
        ("㈩", 10),
        ("㊁", 2),
        ("一〇三", 103),
        ("两", 2),
        ("⑫", 12),
        ("⑿", 12),
        ("⒓", 12),
    ],
)
def test_every_notation_is_read(text: str, value: int) -> None:
    assert parse(text) == value


@pytest.mark.parametrize("text", ["", "零", "0", "十十", "百十百", "一二三四", "10000", "千", "甲", "一x"])
def test_what_is_no_ordinal_number_is_none(text: str) -> None:
    assert parse(text) is None


def test_what_is_greater_is_written_in_digits() -> None:
    assert (chinese(9999), chinese(10_000)) == ("九千九百九十九", "10000")
