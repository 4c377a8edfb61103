"""A contents list: it repeats headings that stand elsewhere, and nobody reads it as the draft's own text.

Word marks one that it made; one typed by hand gives itself away by leaders (dots, dashes, a tab) and page numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.document import Line
from docklint.patterns import compiled

LEAST_ENTRIES = 2
"""One line that ends in dots and a number is no list."""
_BLANKS = " \t\u3000"
_DIGITS = "0123456789０１２３４５６７８９"
MOST_DIGITS, LONGEST_LEADER = 3, 3
_LEADS = r".(?:[.．。·•‥…]{2}|…|[-—－_＿]{3})\Z"
_WIDE = r"\t|[ \u3000]{3}"
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
        if _is_entry(content):
            row.append(line)
        elif content.strip():
            found += row if len(row) >= LEAST_ENTRIES else []
            row = []
    return found + (row if len(row) >= LEAST_ENTRIES else [])


def _is_entry(line: str) -> bool:
    """Return whether a line ends in leaders and a page number.

    It is read from its end: a pattern would try every stretch of a long run of blanks or dots.
    """
    until_page = _before_page(line)
    title = until_page.rstrip(_BLANKS)
    if not title or title[0].isspace():
        return False
    tail, blanks = title[-1 - LONGEST_LEADER :], until_page[len(title) :]
    return bool(compiled(_LEADS).search(tail) or compiled(_WIDE).search(blanks))


def _before_page(line: str) -> str:
    """Return what stands before the page number at the end of a line, bare or in brackets; empty without one."""
    rest = line.rstrip(_BLANKS)
    rest = rest[:-1] if rest.endswith(("）", ")")) else rest
    bare = rest.rstrip(_DIGITS)
    if not 0 < len(rest) - len(bare) <= MOST_DIGITS:
        return ""
    return bare[:-1] if bare.endswith(("（", "(")) else bare
