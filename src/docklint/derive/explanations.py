"""What explains a name and belongs to none: 厉行节约方面，比如公务接待."""

from __future__ import annotations

from docklint.derive.candidate import Candidate
from docklint.derive.names import SHORTEST_NAME
from docklint.derive.reading import Notice
from docklint.spans import Range

LEAST = 3
"""Of fewer names nothing is seen."""
ALIKE, UNLIKE = 2, 3
"""By how many code points at most what is before the commas may differ, and by how many more what follows has to."""
SHORTEST = 4
"""Code points of the shortest name that may stand before a comma."""


def without_explanations(notice: Notice, candidate: Candidate) -> Candidate:
    """End each name where its explanation begins."""
    bare = tuple(_bare(notice, name) for name in without_brackets(notice, candidate.names))
    return candidate._replace(names=_without_loose(notice, bare))


def without_brackets(notice: Notice, found: tuple[Range, ...]) -> tuple[Range, ...]:
    """End each name before its bracket, if all close with one (党性锻炼（笔记写没写）)."""
    opened = [notice.text.find("（", name.start + 2, name.end) for name in found]
    if min(opened, default=-1) < 0 or not all(notice.text[name.end - 1] == "）" for name in found):
        return found
    return tuple(Range(name.start, at) for name, at in zip(found, opened, strict=True))


def _without_loose(notice: Notice, found: tuple[Range, ...]) -> tuple[Range, ...]:
    """End each name at its comma if what is before it is alike and what follows is not: the latter explains it."""
    commas = [notice.text.find("，", *name) for name in found]
    if min(commas, default=-1) < 0 or len(found) < LEAST:
        return found
    heads = [at - name.start for at, name in zip(commas, found, strict=True)]
    tails = [name.end - at for at, name in zip(commas, found, strict=True)]
    loose = max(tails) - min(tails) > UNLIKE and max(heads) - min(heads) <= ALIKE and min(heads) >= SHORTEST
    return tuple(Range(name.start, at) for name, at in zip(found, commas, strict=True)) if loose else found


def _bare(notice: Notice, name: Range) -> Range:
    found = notice.pattern("notice-explained-by").search(notice.text, name.start + SHORTEST_NAME, name.end)
    return Range(name.start, found.start()) if found else name
