"""Sentences and their lines, for saying where a proposal came from."""

from __future__ import annotations

from docklint.derive.proposal import Found
from docklint.document import Document
from docklint.structure.normalise.reading import Reading

_STOPS = "。！？；\n"
LONGEST = 120
"""Code points of a sentence that a comment repeats."""


def found(value: str, start: int, end: int, reading: Reading, document: Document) -> Found:
    """Tell `value` with the sentence around `[start, end)` of the reading."""
    text = reading.text
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    last = min((at for stop in _STOPS if (at := text.find(stop, end)) >= 0), default=len(text))
    sentence = text[first : last + 1].strip()
    shown = sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1] + "…"
    line = document.text.count("\n", 0, reading.offset(min(start, len(text) - 1))) + 1
    return Found(value, shown, line)
