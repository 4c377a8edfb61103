"""Text that is safe to show: no control characters or direction marks, and of known width."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from re import Match

from docklint.patterns import ours

_UNSAFE = ours("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Escapes could drive the terminal, and direction or zero-width marks could misplace what a person reads."""
_NO_LINE_START = frozenset("，。、；：？！）》”’】〕…,.;:?!)]}")


def safe(text: str) -> str:
    """Replace every unsafe character, line ends too, by one visible column: a blank or U+FFFD."""
    return _UNSAFE.sub(_stand_in, text)


def width(text: str) -> int:
    """Count the terminal columns of `text` (safe): two for wide characters, none for combining ones."""
    return sum(map(columns, text))


def columns(character: str) -> int:
    """Count the terminal columns of one character: 0, 1 or 2 (Unicode Standard Annex 11)."""
    if character < "\u0300":
        return 1
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


def wrap(text: str, room: int) -> Iterator[str]:
    """Break `text` into lines of at most `room` columns; no stop begins a line, Latin words stay whole."""
    line, used = "", 0
    for word in _words(text):
        size = width(word)
        if used + size > room and line and word not in _NO_LINE_START:
            yield line.rstrip()
            line, used = "", 0
            word, size = (word, size) if word != " " else ("", 0)
        line, used = line + word, used + size
    if line or not text:
        yield line.rstrip()


def _words(text: str) -> Iterator[str]:
    for match in ours(r"[!-~]{1,40}|[\s\S]").finditer(text):
        yield match[0]


def _stand_in(match: Match[str]) -> str:
    return " " if match[0] in "\t\n\v\f\r" else "\ufffd"
