"""What explains a name and belongs to none: 厉行节约方面，比如公务接待."""

from __future__ import annotations

from docklint.derive.candidate import Candidate
from docklint.derive.names import SHORTEST_NAME
from docklint.derive.reading import Notice
from docklint.spans import Range


def without_explanations(notice: Notice, candidate: Candidate) -> Candidate:
    """End each name where its explanation begins."""
    return candidate._replace(names=tuple(_bare(notice, name) for name in candidate.names))


def _bare(notice: Notice, name: Range) -> Range:
    found = notice.pattern("notice-explained-by").search(notice.text, name.start + SHORTEST_NAME, name.end)
    return Range(name.start, found.start()) if found else name
