"""Where the tables of a Markdown text stand: their lines are of another part, as those of a Word file are."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.patterns import compiled
from docklint.tuples import NamedTuple

_DELIMITERS = r"(?m)^(?=.*\|)[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*(?:\||$))+[ \t]*$"


class MarkdownTable(NamedTuple):
    """A table: its header's line, the line of dashes below it, and its rows. Code points; line ends are left out."""

    start: int
    dashes: tuple[int, int]
    end: int


def tables(text: str) -> Iterator[MarkdownTable]:
    """Yield the tables of a text, in order."""
    end = -1
    for match in compiled(_DELIMITERS).finditer(text) if "|" in text else ():
        start = text.rfind("\n", 0, max(match.start() - 1, 0)) + 1
        if start > end and "|" in text[start : match.start()]:
            end = _last_row(text, match.end())
            yield MarkdownTable(start, match.span(), end)


def _last_row(text: str, end: int) -> int:
    """Return where the last of the lines behind `end` ends that hold a bar, one behind the other."""
    while end < len(text):
        line_end = text.find("\n", end + 1)
        line_end = len(text) if line_end < 0 else line_end
        if "|" not in text[end:line_end]:
            break
        end = line_end
    return end
