"""Text in columns: how wide it is, and where its lines may break."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_NO_LINE_START = frozenset("，。、；：？！）》”’】〕］…,.;:?!)]}")
_NO_LINE_END = frozenset("（《“‘【〔［([{")
LONGEST_WORD = 24
"""Columns of a Latin word that are kept together."""


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
    if 2 * len(text) <= room or width(text) <= room:
        yield text.lstrip(" ").rstrip()
        return
    line: list[str] = []
    used = 0
    for word in words_of(text):
        # What is longer than a character is Latin.
        own = columns(word) if len(word) == 1 else len(word)
        if used + own > room:
            cut = _break(line, word)
            yield "".join(line[:cut]).rstrip()
            line = line[cut:]
            used = sum(map(width, line))
        if word != " " or line:
            line.append(word)
            used += own
    yield "".join(line).rstrip()


def _break(line: list[str], word: str) -> int:
    """Return how many words of `line` stay on it, `word` being the first that does not fit."""
    for cut in range(len(line), 1, -1):
        follower = word if cut == len(line) else line[cut]
        if follower not in _NO_LINE_START and line[cut - 1] not in _NO_LINE_END:
            return cut
    return len(line)


def words_of(text: str) -> list[str]:
    """Part a text into Latin words, cut after `LONGEST_WORD`, and single other characters."""
    words: list[str] = []
    follows_latin = False
    for sign in text:
        is_latin = "!" <= sign <= "~"
        if is_latin and follows_latin and len(words[-1]) < LONGEST_WORD:
            words[-1] += sign
        else:
            words.append(sign)
        follows_latin = is_latin
    return words
