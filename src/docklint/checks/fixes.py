"""Fixes that checks propose: edits of the document for places of the reading.

An edit is made only where the document holds a place as the reading has it, blanks aside: what lies across a line end or
around markup is left to a person. Nothing here looks at other checks' fixes; who chooses among them is `fixing`.
"""

from __future__ import annotations

from collections.abc import Iterable

from docklint.patterns import compiled
from docklint.rules import Edit, Fix, Safety
from docklint.spans import Range, Span
from docklint.structure.draft import Draft
from docklint.structure.outline import numerals

_NUMERAL = f"[{numerals.CHINESE}]+|[0-9]+|[{numerals.SIGNS}]"


def fix(safety: Safety, edits: Iterable[Edit | None]) -> Fix | None:
    """Return the fix that edits make together; None if one of them cannot be made, or there is none."""
    made: list[Edit] = []
    for edit in edits:
        if edit is None:
            return None
        made.append(edit)
    return Fix(safety, tuple(made)) if made else None


def written(draft: Draft, place: Range, text: str) -> Edit | None:
    """Return the least edit after which `text` stands at a place; None if more stands there than the reading has."""
    span = draft.span(place)
    old = draft.document.text[span.start : span.end]
    if "\n" in old or _length(old) != _length(draft.words(place)):
        return None
    start = _common(old, text)
    end = _common(old[start:][::-1], text[start:][::-1])
    return Edit(Span(span.start + start, span.end - end), text[start : len(text) - end])


def renumbered(draft: Draft, place: Range, value: int) -> Edit | None:
    """Return the edit that puts another number into an ordinal, written as it is; None if that cannot be done.

    It is an empty edit, and changes nothing, where the number stands there already.
    """
    numeral = compiled(_NUMERAL).search(draft.words(place))
    number = numerals.like(numeral[0], value) if numeral else ""
    if not numeral or not number:
        return None
    start, end = numeral.span()
    return written(draft, Range(place.start + start, place.start + end), number)


def is_change(edit: Edit) -> bool:
    """Return whether an edit changes anything."""
    return edit.span.start < edit.span.end or edit.text != ""


def _length(text: str) -> int:
    """Count characters, blanks aside."""
    return len("".join(text.split()))


def _common(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
