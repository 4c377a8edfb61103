"""Symbols: `w:sym`, and `w16se:symEx` for those beyond its four digits."""

from __future__ import annotations

from docklint.word.xml import Element

SYMBOLS = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
SYM_EX = f"{{{SYMBOLS}}}symEx"
_WINGDINGS = {0x80 + value: sign for value, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")} | {
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0x6C: "●", 0x6E: "■", 0xD8: "➢",
    0x75: "◆", 0x77: "◆", 0xA7: "▪", 0xE0: "→", 0xDF: "←", 0xF0: "⇨",
}  # fmt: skip
_PRIVATE_USE = range(0xF000, 0xF100)
_LONGEST = 8
"""Hexadecimal digits of a code."""


def character(font: str, code: str) -> str:
    """Give the sign a symbol shows: Wingdings has circled numbers; others' private signs stay as stored.

    Nothing for what is no code of a sign.
    """
    try:
        value = int(code, 16) if len(code) <= _LONGEST else -1
    except ValueError:
        return ""
    if font.casefold() == "wingdings" and (value in _PRIVATE_USE or 0 <= value < 0x100):
        return _WINGDINGS.get(value & 0xFF) or chr(0xF000 + (value & 0xFF))
    return chr(value) if _is_sign(value) else ""


def extended(element: Element) -> str:
    """Give the sign a `w16se:symEx` shows."""
    font, code = (element.get(f"{{{SYMBOLS}}}{name}") or "" for name in ("font", "char"))
    return character(font, code)


def _is_sign(value: int) -> bool:
    """Say whether a code point shows: neither a control nor a surrogate nor one that is no character."""
    if value < 0x20 or 0x7F <= value < 0xA0 or 0xD800 <= value < 0xE000 or 0xFDD0 <= value < 0xFDF0:
        return False
    return value <= 0x10FFFF and value & 0xFFFE != 0xFFFE
