"""A document: text, lines and the way back to the file. It knows nothing of meaning."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from docklint.tuples import NamedTuple
from docklint.values import Value

MADE_UP = -1
"""`Piece.atom` of text the reader made up (an automatic number): reportable, never editable."""
MOST_CHARACTERS = 5_000_000
"""The longest text that is read, in code points. A draft has some thousands; checking this much takes ten seconds."""


class Piece(NamedTuple):
    """Characters of `Document.text` that lie side by side in the file too.

    `start`/`end`: code points in `Document.text`. `source`: the package part (`word/document.xml`), empty for
    a text file. `atom`: index of the text atom within that part in document order; a text file is one atom,
    number 0. `offset`: code points into the atom (for a text file, into its decoded text without the BOM).
    """

    start: int
    end: int
    source: str
    atom: int
    offset: int


class Line(NamedTuple):
    """One line as `docklint text` prints it; a Word paragraph is one, or several with manual line breaks.

    `start`/`end`: code points in `Document.text`, without the line end. `paragraph`: 1-based ordinal of the
    `w:p` in its XML part (for a text file the line number). `page`: 1-based estimate, or None. `label`: code
    points of an automatic number at the line's start. `heading`: Word outline level 1-9, or None. `contents`:
    the line belongs to a table of contents. `cell`: the row of a Word table, counted through the story, and the column.
    """

    start: int
    end: int
    part: str = "body"
    paragraph: int = 0
    para_id: str | None = None
    page: int | None = None
    label: int = 0
    heading: int | None = None
    bold: bool = False
    contents: bool = False
    cell: tuple[int, int] | None = None


class Mark(NamedTuple):
    """Something the file holds beside its text.

    `kind`: `insertion`, `deletion`, `move`, `format` (a tracked change of looks alone), `comment`, `own` (a comment
    that docklint wrote; it is no text of the document), `hidden`, or `placeholder` (the prompt of a content control
    nobody filled in). `start`/`end`: where it touches
    `Document.text` (zero-width for text that is not shown). `date`: as written in the file, ISO 8601.
    """

    kind: str
    start: int
    end: int
    author: str | None = None
    date: str | None = None
    text: str = ""


_COUNTED = ("body", "table")

NOT_SHOWN = "not-shown"
"""Why a header that stands on no page was not read: nobody who reads the file sees it either."""


class Unread(Value):
    """Something of the file that docklint did not read, and why."""

    part: str
    reason: str


class Document(Value):
    """One draft as its reader sees it. `text` is what every line, column and offset refers to.

    `converted`: read from a converted copy that is gone; the pieces lead into that, so nothing can be written back.
    """

    path: str
    text: str
    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...]
    format: str = "text"
    encoding: str | None = None
    marks: tuple[Mark, ...] = ()
    read: tuple[str, ...] = ("body",)
    unread: tuple[Unread, ...] = ()
    markdown: bool = False
    converted: bool = False

    def line_at(self, offset: int) -> Line:
        """Return the line that holds `offset` (code points in `text`)."""
        return self.lines[max(bisect_right(self._starts, offset) - 1, 0)]

    @cached_property
    def paragraphs_shown(self) -> tuple[int | None, ...]:
        """Return for every line the paragraph a person counts in Word, from 1; None where nobody counts.

        Counted are the paragraphs of the body with any text, those of tables too. A text file has lines alone.
        """
        if self.format == "text":
            return (None,) * len(self.lines)
        shown: dict[int, int] = {}
        for line in self.lines:
            if line.part in _COUNTED and self.text[line.start : line.end].strip():
                shown.setdefault(line.paragraph, len(shown) + 1)
        return tuple(shown.get(line.paragraph) if line.part in _COUNTED else None for line in self.lines)

    def paragraph_at(self, offset: int) -> int | None:
        """Return which paragraph a person counts at `offset` (code points in `text`)."""
        return self.paragraphs_shown[max(bisect_right(self._starts, offset) - 1, 0)]

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]
