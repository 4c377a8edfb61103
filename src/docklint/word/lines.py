"""The text being built: strips that become lines, places that become offsets."""

from __future__ import annotations

from collections.abc import Iterable

from docklint.document import MADE_UP, Line, Mark, Piece
from docklint.tuples import NamedTuple
from docklint.values import Value

_new = tuple.__new__
COMMENTS = ("comment", "own")
"""Marks that are one each, wherever they meet."""


class Strip:
    """One line being built.

    `pieces`: (column, end column, atom, offset in the atom) of each of the `chunks` of its text, columns without the label,
    `size` in all. `bold`: None until there
    is text. `dropped`: the line vanished (a deleted paragraph); places in it move to the next line.
    """

    __slots__ = (
        "bold",
        "cell",
        "chunks",
        "contents",
        "dropped",
        "heading",
        "label",
        "page",
        "para_id",
        "paragraph",
        "part",
        "pieces",
        "size",
        "start",
    )

    def __init__(self, part: str, paragraph: int, para_id: str | None, page: int, contents: bool) -> None:
        self.part = part
        self.paragraph = paragraph
        self.para_id = para_id
        self.page = page
        self.contents = contents
        self.chunks: list[str] = []
        self.pieces: list[tuple[int, int, int, int]] = []
        self.size = self.start = 0
        self.label = ""
        self.heading: int | None = None
        self.bold: bool | None = None
        self.cell: tuple[int, int] | None = None
        self.dropped = False


class Place(NamedTuple):
    """Somewhere in the text being built: before column `column` of a strip."""

    strip: Strip
    column: int

    def offset(self) -> int:
        """Give the code points in the text; valid once the strips are laid out."""
        return self.strip.start + (0 if self.strip.dropped else len(self.strip.label) + self.column)


class Trace:
    """A mark being built."""

    __slots__ = ("author", "date", "end", "kind", "start", "texts")

    def __init__(self, kind: str, author: str | None, date: str | None, start: Place) -> None:
        self.kind = kind
        self.author = author
        self.date = date
        self.start = self.end = start
        self.texts: list[str] = []

    def goes_on(self, kind: str, author: str | None, date: str | None, here: Place) -> bool:
        """Say whether a mark of this kind that begins here is this one going on."""
        same = self.end == here and kind not in COMMENTS
        return same and (self.kind, self.author, self.date) == (kind, author, date)


class Sheet(Value):
    """The strips of one flow, with what is needed to finish them. `paged`: its pages are known."""

    source: str
    strips: list[Strip]
    para_ids: dict[str, int]
    paged: bool


class Laid(Value):
    """All lines laid out."""

    text: str
    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...]


def lay_out(sheets: Iterable[Sheet]) -> Laid:
    """Put the strips one below the other and give each its start."""
    texts: list[str] = []
    lines: list[Line] = []
    pieces: list[Piece] = []
    at = 0
    for sheet in sheets:
        for strip in sheet.strips:
            strip.start = at
            if strip.dropped:
                continue
            chunks = strip.chunks
            text = strip.label + (chunks[0] if len(chunks) == 1 else "".join(chunks))
            texts.append(text)
            lines.append(_line(strip, at + len(text), sheet))
            pieces.extend(_pieces(strip, sheet.source))
            at += len(text) + 1
    return Laid("\n".join(texts), tuple(lines) or (Line(0, 0, paragraph=1),), tuple(pieces))


def _line(strip: Strip, end: int, sheet: Sheet) -> Line:
    unique = strip.para_id if strip.para_id and sheet.para_ids[strip.para_id] == 1 else None
    page = strip.page if sheet.paged else None
    label, bold = len(strip.label), strip.bold is True
    # A named tuple's own constructor takes twice as long, and a long draft has thousands of lines.
    return _new(
        Line,
        (
            strip.start,
            end,
            strip.part,
            strip.paragraph,
            unique,
            page,
            label,
            strip.heading,
            bold,
            strip.contents,
            strip.cell,
        ),
    )


def _pieces(strip: Strip, source: str) -> list[Piece]:
    start = strip.start + len(strip.label)
    pieces = [
        _new(Piece, (start + column, start + end, source, atom, offset))
        for column, end, atom, offset in strip.pieces
    ]
    return [Piece(strip.start, start, source, MADE_UP, 0), *pieces] if strip.label else pieces


def marks(traces: Iterable[Trace], length: int) -> tuple[Mark, ...]:
    """Turn traces into marks in text order; neighbours of one author and moment that touch are one."""
    groups: list[list[Mark]] = []
    for mark in sorted((_mark(trace, length) for trace in traces), key=lambda mark: mark[1:3]):
        if groups and mark.kind not in COMMENTS and _touch(groups[-1][-1], mark):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return tuple(_joined(group) for group in groups)


def _joined(group: list[Mark]) -> Mark:
    return group[0]._replace(end=group[-1].end, text="".join(mark.text for mark in group))


def _mark(trace: Trace, length: int) -> Mark:
    start = min(trace.start.offset(), length)
    end = max(start, min(trace.end.offset(), length))
    return Mark(trace.kind, start, end, trace.author, trace.date, "".join(trace.texts))


def _touch(last: Mark, mark: Mark) -> bool:
    same = (last.kind, last.author, last.date) == (mark.kind, mark.author, mark.date)
    return same and last.end == mark.start
