"""Text pasted from a PDF: every visual line ends in a line break, often in mid-word.

Such text gives itself away by many lines of one length that end in mid-sentence. Only then are breaks taken
for soft ones; a draft with ordinary paragraphs is never touched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docklint.document import Line
from docklint.patterns import ours

LEAST_LINES = 6
"""Fewer full lines than this prove nothing."""
_WIDTHS = range(18, 61)
"""Code points a wrapped line may hold; GB/T 9704 sets 28 to a line."""
_SENTENCE_END = '。！？；：”’）》.!?;:)"'
_BLANKS = " \t\u3000\u00a0"
_HEADING = r"[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、．](?![0-9])"


def soft_breaks(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the range of each line break (code points of `text`) that only a page's width caused."""
    width = _width(text, lines)
    if not width:
        return
    indented = sum(_indent(text, line) > 0 for line in lines) >= 3
    for line, following in pairwise(lines):
        if _full(text, line, width) and _continues(text, line, following, indented):
            yield line.end, following.start


def _width(text: str, lines: Sequence[Line]) -> int:
    """Give the width (code points, indent included) the text was wrapped at; 0 if it was not."""
    broken = Counter(_length(text, line) for line in lines if _mid_sentence(text, line))
    full = Counter({n: count for n, count in broken.items() if n in _WIDTHS})
    if not full:
        return 0
    width = max(full, key=lambda n: (sum(full[k] for k in (n - 2, n - 1, n, n + 1)), n))
    close = sum(count for n, count in broken.items() if abs(n - width) <= 2)
    longer = sum(_length(text, line) > width + 4 for line in lines)
    wrapped = close >= LEAST_LINES and close >= 0.6 * sum(broken.values()) and longer <= 0.1 * close
    return width if wrapped else 0


def _length(text: str, line: Line) -> int:
    return len(text[line.start : line.end].rstrip(_BLANKS))


def _mid_sentence(text: str, line: Line) -> bool:
    content = text[line.start : line.end].rstrip(_BLANKS)
    return len(content) >= _WIDTHS.start and content[-1] not in _SENTENCE_END


def _indent(text: str, line: Line) -> int:
    content = text[line.start : line.end]
    return len(content) - len(content.lstrip(_BLANKS))


def _full(text: str, line: Line, width: int) -> bool:
    return abs(_length(text, line) - width) <= 3


def _continues(text: str, line: Line, following: Line, indented: bool) -> bool:
    content = text[following.start : following.end].strip(_BLANKS)
    if not content or ours(_HEADING).match(content) or line.part != following.part:
        return False
    if indented and _indent(text, following):
        return False
    return _mid_sentence(text, line) or not _indent(text, following)
