"""The form of an ordinal: how it is written, whatever its number."""

from __future__ import annotations

from functools import lru_cache

from docklint.structure.outline import numerals
from docklint.structure.outline.styles import CHINESE_STYLES, STYLES, StyleName, right_form

_WRITTEN = (numerals.CHINESE, "0123456789０１２３４５６７８９")
_BRACKETED = "㈠㊀"
"""Of the signs that are numeral and brackets in one, the first stands for all."""
STOPS = "、.．。，,：:"
"""What may stand behind an ordinal."""


@lru_cache(maxsize=512)
def form(text: str, style: StyleName) -> str:
    """Reduce an ordinal as it stands to its form: （二） → （N）, 3. → N., 第一， → 第N.

    Only for a bare Arabic number does the mark behind it belong to the form; elsewhere a stray mark is a matter
    of punctuation, not of style.
    """
    if STYLES[style].family == "word":
        return "word"
    if text[:1] in numerals.BRACKETED:
        return _BRACKETED[text[0] >= _BRACKETED[1]]
    meant = text.translate(numerals.LOOKALIKES) if style in CHINESE_STYLES else text
    bare = "".join(meant.split())
    start, end = _numeral(bare)
    bare = bare[:start] + "N" * (start < end) + bare[end:]
    if style == "arabic":
        return "N、" if bare.endswith("、") else "N."
    return bare.rstrip(STOPS).removesuffix("是") if style in ("ordinal", "among") else bare.rstrip(STOPS)


def _numeral(text: str) -> tuple[int, int]:
    """Return where the first numeral stands; an empty place if there is none."""
    for at, sign in enumerate(text):
        if sign in numerals.SINGLE:
            return at, at + 1
        for signs in _WRITTEN:
            if sign in signs:
                return at, numerals.end_of(text, at, signs, len(text))
    return 0, 0


def write(shape: str, style: StyleName, value: int) -> str:
    """Write `value` in a form; `style` says with which numerals."""
    if shape == "word":
        return ""
    right = right_form(style, value)
    if shape in numerals.BRACKETED:
        return chr(ord(shape) + value - 1) if value <= 10 else right
    start, end = _numeral(right)
    return shape.replace("N", right[start:end] or str(value)) + ("、" if style == "chinese" else "")
