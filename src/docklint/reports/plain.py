"""Text that is safe to show: no control characters or direction marks, and of known width."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from re import Match

from docklint.patterns import compiled

_UNSAFE = "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
"""Escapes could drive the terminal, and direction or zero-width marks could misplace what a person reads."""
_NO_LINE_START = frozenset("，。、；：？！）》”’】〕…,.;:?!)]}")
_NO_LINE_END = frozenset("（《“‘【〔([{")
LONGEST_WORD = 24
"""Columns of a Latin word that are kept together."""


def safe(text: str) -> str:
    """Replace every unsafe character, line ends too, by one visible column: a blank or U+FFFD."""
    # What is unsafe is not printable, which is quicker to ask.
    return text if text.isprintable() else compiled(_UNSAFE).sub(_stand_in, text)


def width(text: str) -> int:
    """Count the terminal columns of `text` (safe): two for wide characters, none for combining ones."""
    return sum(map(columns, text))


@lru_cache(maxsize=4096)
def columns(character: str) -> int:
    """Count the terminal columns of one character: 0, 1 or 2 (Unicode Standard Annex 11)."""
    if character < "\u0300":
        return 1
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


def wrap(text: str, room: int) -> Iterator[str]:
    """Break `text` into lines of at most `room` columns (`LONGEST_WORD` or more); Latin words stay whole.

    No stop or closing mark begins a line and no opening mark ends one.
    """
    if width(text) <= room:
        yield text.lstrip(" ").rstrip()
        return
    line: list[str] = []
    used = 0
    for word in _words(text):
        if used + width(word) > room:
            cut = _break(line, word)
            yield "".join(line[:cut]).rstrip()
            line = line[cut:]
            used = sum(map(width, line))
        if word != " " or line:
            line.append(word)
            used += width(word)
    yield "".join(line).rstrip()


def _break(line: list[str], word: str) -> int:
    """Return how many words of `line` stay on it, `word` being the first that does not fit."""
    for cut in range(len(line), 1, -1):
        follower = word if cut == len(line) else line[cut]
        if follower not in _NO_LINE_START and line[cut - 1] not in _NO_LINE_END:
            return cut
    return len(line)


def _words(text: str) -> list[str]:
    return compiled(rf"[!-~]{{1,{LONGEST_WORD}}}|[\s\S]").findall(text)


def _stand_in(match: Match[str]) -> str:
    return " " if match[0] in "\t\n\v\f\r" else "\ufffd"
