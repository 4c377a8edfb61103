"""Half-width marks where Chinese is written: a comma as on a keyboard, not as in print."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.patterns import compiled
from docklint.rules import Check, Edit, Fix, Hit
from docklint.spans import Span
from docklint.structure.draft import Draft

MOST_MENDED = 2000
"""So many places are mended; a text with more of them is better replaced at once."""
_MEANT = str.maketrans(",:;?!()", "，：；？！（）")
_HAN = "\u3400-\u9fff"
_MARKS = rf"(?<=[{_HAN}”’》〉）】])[,:;?!](?: (?=[{_HAN}“‘《〈（【0-9]))?"
"""A mark behind Chinese, and the blank that a typist of English leaves behind it."""
_BRACKETS = rf"\((?=[^()\n]{{0,80}}[{_HAN}][^()\n]{{0,80}}\))(?![〇一二三四五六七八九十百]{{1,4}}\))"
"""A bracket that opens on Chinese and is closed; one around a number belongs to an ordinal, which other rules look at."""


class HalfWidthMarks(Check):
    """Point at the first such mark of a paper, and say how many there are; numbers, times and addresses have none."""

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield at most one hit."""
        start, end = draft.span(draft.range)
        edits = sorted(_edits(draft.document.text, start, end))
        if not edits:
            return
        first = edits[0]
        place = Span(first.span.start, first.span.start + 1)
        mark = draft.document.text[place.start]
        fix = Fix("safe", tuple(edits)) if len(edits) <= MOST_MENDED else None
        yield Hit(place, {"mark": mark, "meant": mark.translate(_MEANT), "count": len(edits)}, fix=fix)


def _edits(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield what makes the marks of a stretch of the text full-width."""
    for match in compiled(_MARKS).finditer(text, start, end):
        yield Edit(Span(*match.span()), match[0][0].translate(_MEANT))
    for match in compiled(_BRACKETS).finditer(text, start, end):
        close = text.index(")", match.end())
        yield Edit(Span(*match.span()), "（")
        yield Edit(Span(close, close + 1), "）")
