"""A contents list: it repeats headings that stand elsewhere, and nobody reads it as the draft's own text.

Word marks one that it made; one typed by hand gives itself away by leaders (dots, dashes, a tab) and page numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.document import Line
from docklint.patterns import compiled

LEAST_ENTRIES = 2
"""One line that ends in dots and a number is no list."""
_ENTRY = r"\S.*?(?:[.．。·•‥…]{2,}|…|[-—－_＿]{3,}|\t|[ \u3000]{3,})[ \t\u3000]*[（(]?[0-9０-９]{1,3}[）)]?[ \t\u3000]*"
_LEADERS = (
    "..",
    "．．",
    "。。",
    "··",
    "••",
    "…",
    "‥",
    "---",
    "——",
    "－－",
    "__",
    "\t",
    "   ",
    "\u3000\u3000\u3000",
)


def contents(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text` (code points) that are lines of a contents list."""
    marked = (line for line in lines if line.contents)
    typed = _typed(text, lines) if any(leader in text for leader in _LEADERS) else ()
    return ((line.start, line.end) for line in (*marked, *typed) if line.end > line.start)


def _typed(text: str, lines: Sequence[Line]) -> list[Line]:
    """Return the entries of lists typed by hand: lines in a row, blank ones not counted."""
    found: list[Line] = []
    row: list[Line] = []
    for line in lines:
        content = text[line.start : line.end]
        if compiled(_ENTRY).fullmatch(content):
            row.append(line)
        elif content.strip():
            found += row if len(row) >= LEAST_ENTRIES else []
            row = []
    return found + (row if len(row) >= LEAST_ENTRIES else [])
