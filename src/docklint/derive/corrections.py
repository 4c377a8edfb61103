"""Lists that a later line of the same text takes back: a chat or mail that says “更正” and lists the names again."""

from __future__ import annotations

from collections.abc import Iterable

from docklint.derive.candidate import Candidate
from docklint.derive.reading import Notice


def corrected(notice: Notice, chosen: Candidate, others: Iterable[Candidate]) -> Candidate | None:
    """Return the list that stands behind a correction in place of one before it; None if it cannot be read.

    A list that nothing takes back is returned as it is.
    """
    # What is said in its own sentence (以这四个方面为准，请更正) takes back what stands before it.
    end = notice.sentence(chosen.names[-1].end).end
    marks = [match.start() for match in notice.pattern("notice-corrections").finditer(notice.text, end)]
    if not marks:
        return chosen
    later = [each for each in others if each.names[0].start > marks[-1] and _is_anew(notice, each, chosen)]
    return max(later, key=lambda each: (each.weight, len(each.names)), default=None)


def _is_anew(notice: Notice, later: Candidate, before: Candidate) -> bool:
    """Return whether one list says most of another again."""
    told = {notice.words(name) for name in before.names}
    again = sum(notice.words(name) in told for name in later.names)
    return later.fits and 2 * again > len(told)
