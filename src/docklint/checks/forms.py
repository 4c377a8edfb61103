"""The form of an ordinal: how it is written, whatever its number."""

from __future__ import annotations

from functools import lru_cache

from docklint.patterns import compiled
from docklint.structure.outline import numerals
from docklint.structure.outline.styles import CHINESE_STYLES, STYLES, StyleName, right_form

_NUMERAL = f"[{numerals.CHINESE}]+|[0-9０-９]+|[{numerals.SIGNS}]"
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
    bare = compiled(_NUMERAL).sub("N", "".join(meant.split()), count=1)
    if style == "arabic":
        return "N、" if bare.endswith("、") else "N."
    return bare.rstrip(STOPS).removesuffix("是") if style in ("ordinal", "among") else bare.rstrip(STOPS)


def write(shape: str, style: StyleName, value: int) -> str:
    """Write `value` in a form; `style` says with which numerals."""
    if shape == "word":
        return ""
    right = right_form(style, value)
    if shape in numerals.BRACKETED:
        return chr(ord(shape) + value - 1) if value <= 10 else right
    numeral = compiled(_NUMERAL).search(right)
    return shape.replace("N", numeral[0] if numeral else str(value)) + ("、" if style == "chinese" else "")
