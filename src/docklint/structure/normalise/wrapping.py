"""Text pasted from a PDF: every visual line ends in a line break, often in mid-word.

Such text gives itself away by many lines of one length that end in mid-sentence. Only then are breaks taken
for soft ones; a draft with ordinary paragraphs is never touched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docklint.document import Line
from docklint.patterns import compiled

LEAST_LINES = 6
"""Fewer full lines than this prove nothing."""
_WIDTHS = range(18, 61)
"""Code points a wrapped line may hold; GB/T 9704 sets 28 to a line."""
LEAST_ROOM = 2
"""Code points that a line must have left for its heading to end there rather than run on."""
LEAST_SHORTER = 4
"""So many code points below the width a line must stay to be taken for a short one."""
_SENTENCE_END = '。！？；：”’）》.!?;:)"'
_BLANKS = " \t\u3000\u00a0"
_HEADING = r"[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、．](?![0-9])"
_NEVER_FIRST = "。，、；！？"
_STOP = "[。！？；：]"
_NEXT = "[二三四五六七八九][看查问找]"
"""Begins a line of a list behind one that ends with a semicolon."""
_FIRST = "一是|首先[，是]|第一[，、是]|其一[，、是]"


def soft_breaks(text: str, lines: Sequence[Line], least: int = LEAST_LINES) -> Iterator[tuple[int, int]]:
    """Yield the range of each line break (code points of `text`) that only a page's width caused.

    `least`: fewer full lines than this prove nothing; of few none may be longer than the others.

    No line begins with a stop: whatever the widths, that break is one of them.
    """
    width = _width(text, lines, least)
    indented = sum(_indent(text, line) > 0 for line in lines) >= 3 if width else False
    for line, following in pairwise(lines):
        if _hangs(text, line, following) or (
            width and _full(text, line, width) and _continues(text, line, following, indented, width)
        ):
            yield line.end, following.start


def _hangs(text: str, line: Line, following: Line) -> bool:
    at = following.start
    while at < following.end and text[at] in _BLANKS:
        at += 1
    hanging = at < following.end and text[at] in _NEVER_FIRST
    return hanging and line.end > line.start and line.part == following.part


def _width(text: str, lines: Sequence[Line], least: int) -> int:
    """Return the width (code points, indent included) the text was wrapped at; 0 if it was not."""
    broken = Counter(_length(text, line) for line in lines if _mid_sentence(text, line))
    full = Counter({n: count for n, count in broken.items() if n in _WIDTHS})
    if not full:
        return 0
    width = max(full, key=lambda n: (sum(full[k] for k in (n - 2, n - 1, n, n + 1)), n))
    close = sum(count for n, count in broken.items() if abs(n - width) <= 2)
    longer = sum(_length(text, line) > width + 4 for line in lines)
    wrapped = close >= least and close >= 0.6 * sum(broken.values()) and longer <= 0.1 * close
    if close < LEAST_LINES and any(_length(text, line) > width + 1 for line in lines):
        return 0
    return width if wrapped else 0


def _length(text: str, line: Line) -> int:
    return len(text[line.start : line.end].rstrip(_BLANKS))


def _mid_sentence(text: str, line: Line) -> bool:
    if line.end > line.start and text[line.end - 1] in _SENTENCE_END:
        return False  # as most do: nothing to copy
    content = text[line.start : line.end].rstrip(_BLANKS)
    return len(content) >= _WIDTHS.start and content[-1] not in _SENTENCE_END


def _indent(text: str, line: Line) -> int:
    content = text[line.start : line.end]
    return len(content) - len(content.lstrip(_BLANKS))


def _full(text: str, line: Line, width: int) -> bool:
    return abs(_length(text, line) - width) <= 3


def _continues(text: str, line: Line, following: Line, indented: bool, width: int) -> bool:
    content = text[following.start : following.end].strip(_BLANKS)
    if not content or compiled(_HEADING).match(content) or line.part != following.part:
        return False
    if text[line.end - 1] == "；" and compiled(_NEXT).match(content):
        return False
    if (indented and _indent(text, following)) or _ends_early(text, line, content, width):
        return False
    if _mid_sentence(text, line):
        return True
    return not _indent(text, following) and not _may_head(text, following, line)


def _ends_early(text: str, line: Line, following: str, width: int) -> bool:
    """Return whether a line with room for another character or two is a heading, or a list begins behind it."""
    if width - _length(text, line) < LEAST_ROOM:
        return False
    content = text[line.start : line.end].strip(_BLANKS)
    return bool(
        compiled(_FIRST).match(following)
        or (compiled(_HEADING).match(content) and not compiled(_STOP).search(content))
    )


def _may_head(text: str, following: Line, line: Line) -> bool:
    """Return whether a line behind a full one that ends a sentence is short and ends in none, as headings do."""
    short = _length(text, following) <= _length(text, line) - LEAST_SHORTER
    return short and text[following.start : following.end].rstrip(_BLANKS)[-1] not in _SENTENCE_END
