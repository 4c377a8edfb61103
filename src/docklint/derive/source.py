"""Sentences and their lines, for saying where a proposal came from."""

from __future__ import annotations

from docklint.derive.proposal import Found
from docklint.document import Document
from docklint.structure.normalise.reading import Reading

_STOPS = "。！？；"
LONGEST = 120
"""Code points of a sentence that a comment repeats."""


def found(value: str, start: int, end: int, reading: Reading, document: Document) -> Found:
    """Tell `value` with the sentence around `[start, end)` of the reading."""
    text = reading.text
    line_start = text.rfind("\n", 0, start) + 1
    line_end = at if (at := text.find("\n", end)) >= 0 else len(text)
    first = max(line_start, *(text.rfind(stop, line_start, start) + 1 for stop in _STOPS))
    last = min((at for stop in _STOPS if (at := text.find(stop, end, line_end)) >= 0), default=line_end)
    sentence = text[first : last + 1].strip()
    shown = sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1] + "…"
    line = document.text.count("\n", 0, reading.offset(min(start, len(text) - 1))) + 1
    return Found(value, shown, line)
