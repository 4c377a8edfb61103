"""Which of docklint's comments tell of something that tracked changes mend, and that nobody has decided upon yet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from docklint.document import Document, Mark
from docklint.word.own import MENDED, Tag, tags

_CHANGES = ("insertion", "deletion", "move")


def pending(document: Document) -> tuple[tuple[Tag, ...], ...]:
    """Return the tags of own comments on what is mended, as long as a tracked change touches their words.

    When it is accepted the finding is gone and its comment may go; when it is refused the finding is back.
    """
    own = ((mark, tags(mark.text.split("\n"))) for mark in document.marks if mark.kind == "own")
    mended = [(mark, found) for mark, found in own if MENDED in found]
    if not mended:
        return ()
    changes = _Changes(mark for mark in document.marks if mark.kind in _CHANGES)
    return tuple(found for mark, found in mended if changes.touch(mark))


class _Changes:
    """Where tracked changes are."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        places = sorted((mark.start, mark.end) for mark in marks)
        self._starts = [start for start, _ in places]
        self._ends = list(accumulate((end for _, end in places), max))

    def touch(self, mark: Mark) -> bool:
        """Say whether one begins before a mark ends and ends behind its beginning, or just there."""
        before = bisect_right(self._starts, mark.end)
        return before > 0 and self._ends[before - 1] >= mark.start
