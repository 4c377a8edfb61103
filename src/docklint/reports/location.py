"""From offsets to lines and columns, in code points and UTF-16 units: the only place where that happens."""

from __future__ import annotations

from bisect import bisect_left

from docklint.document import Document
from docklint.patterns import compiled
from docklint.spans import Lines, Position, Span, utf16_length
from docklint.typed import Any


class Locator:
    """Turns spans of one document into places people and machines can find."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = Lines(document.text)
        self._astral = _astral(document.text)

    def position(self, offset: int) -> Position:
        """Return the 1-based line and column (code points) of an offset."""
        return self._lines.position(offset)

    def utf16(self, offset: int) -> int:
        """Return the offset in UTF-16 units."""
        return offset + bisect_left(self._astral, offset)

    def paragraph(self, offset: int) -> int | None:
        """Return which paragraph a person counts there; None in a text file and outside the body."""
        return self._document.paragraph_at(offset)

    def page(self, offset: int) -> int | None:
        """Return the page Word recorded there."""
        return self._document.line_at(offset).page

    def line(self, number: int) -> Span:
        """Return the span of the 1-based line, without its line end."""
        start = self._lines.start(number)
        end = self._document.text.find("\n", start)
        return Span(start, end if end >= 0 else len(self._document.text))

    def location(self, span: Span, heading_path: tuple[str, ...]) -> dict[str, Any]:
        """Return the `location` of the JSON contract; its keys stand in the contract's order."""
        start, end = self.position(span.start), self.position(span.end)
        line = self._document.line_at(span.start)
        return {
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "offset": span.start,
            "end_offset": span.end,
            "utf16": {
                "column": self._utf16_column(span.start, start),
                "end_column": self._utf16_column(span.end, end),
                "offset": self.utf16(span.start),
                "end_offset": self.utf16(span.end),
            },
            "part": line.part,
            "paragraph": line.paragraph,
            "paragraph_shown": self.paragraph(span.start),
            "para_id": line.para_id,
            "page": line.page,
            "heading_path": list(heading_path),
            "quote": self._document.text[span.start : span.end],
        }

    def _utf16_column(self, offset: int, position: Position) -> int:
        return self.utf16(offset) - self.utf16(offset - position.column + 1) + 1


def _astral(text: str) -> list[int]:
    """Return where characters stand that are two units of UTF-16; most drafts have none, which their length tells."""
    if utf16_length(text, 0, len(text)) == len(text):
        return []
    return [match.start() for match in compiled("[\U00010000-\U0010ffff]").finditer(text)]
