"""What a Word file still holds beside its text: tracked changes, comments, hidden text."""

from __future__ import annotations

from collections.abc import Iterable

from docklint.document import Mark
from docklint.rules import Check, Hit, Related
from docklint.spans import Span
from docklint.structure.draft import Draft
from docklint.typed import ClassVar

SHOWN = 24
"""How many code points of the first mark's text are told."""


class LeftoverMarks(Check):
    """Point once at the first of the marks whose kind is in `kinds`, and tell how many there are."""

    whole_file: ClassVar[bool] = True

    kinds: tuple[str, ...]

    def applies(self, draft: Draft) -> bool:
        """Only a DOCX can hold such marks; a sample that lists some counts as one."""
        return draft.document.format == "docx" or bool(draft.document.marks)

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Yield at most one hit."""
        marks = [mark for mark in draft.document.marks if mark.kind in self.kinds]
        marks.sort(key=lambda mark: (mark.start, mark.end))
        if not marks:
            return
        first, *others = marks
        related = tuple(Related("further", Span(mark.start, mark.end)) for mark in others[:20])
        yield Hit(Span(first.start, first.end), _values(first, marks), related, variant=_variant(first))


def _values(first: Mark, marks: list[Mark]) -> dict[str, object]:
    return {
        "count": len(marks),
        "kind": first.kind,
        "author": first.author or "",
        "date": first.date or "",
        "text": first.text[:SHOWN],
    }


def _variant(first: Mark) -> str:
    return "" if first.author else "anonymous"
