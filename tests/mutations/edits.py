"""Edits to a text, and where its places stand afterwards. Offsets are code points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docklint.spans import Span


class Edit(NamedTuple):
    """Put `text` in the place of `[start, end)`."""

    start: int
    end: int
    text: str = ""

    @property
    def growth(self) -> int:
        """Return how many code points the text gains."""
        return len(self.text) - (self.end - self.start)


class Edits:
    """A set of edits that do not overlap; those at one place apply in the order given."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits, key=lambda edit: (edit.start, edit.end))

    def apply(self, text: str) -> str:
        """Return the text with all edits made."""
        return "".join(self._pieces(text))

    def _pieces(self, text: str) -> Iterator[str]:
        at = 0
        for edit in self._edits:
            if edit.start < at:
                raise ValueError(f"edits overlap at {edit.start}")
            yield text[at : edit.start]
            yield edit.text
            at = edit.end
        yield text[at:]

    def start(self, offset: int) -> int:
        """Return the new place of a part's first character; what is inserted right there stands before it."""
        return offset + sum(edit.growth for edit in self._edits if edit.end <= offset)

    def end(self, offset: int) -> int:
        """Return the new place of a part's end; what is inserted right there stands behind it."""
        return offset + sum(edit.growth for edit in self._edits if edit.end <= offset and edit.start < offset)

    def moved(self, span: Span) -> Span:
        """Return the new place of a part."""
        return Span(self.start(span.start), self.end(span.end))

    def origin(self, offset: int) -> int:
        """Return where a place of the new text stood in the old one; for what an edit put in, where that edit starts."""
        grown = 0
        for edit in self._edits:
            start = edit.start + grown
            if offset < start:
                break
            if offset < start + len(edit.text):
                return edit.start
            grown += edit.growth
        return offset - grown
