"""First and last names cut to the length that all others have."""

from __future__ import annotations

from docklint.derive.reading import Notice
from docklint.spans import Range

LEAST_EVEN = 3
"""More names than these of one length show how long the first is."""


def evened(notice: Notice, pieces: list[Range]) -> list[Range]:
    """Cut what leads to the first of some names of one length (着眼于…), and what follows the last, if a word says so."""
    lengths = {piece.end - piece.start for piece in pieces[1:-1]}
    if len(pieces) < LEAST_EVEN or len(lengths) != 1:
        return pieces
    first, last, length = pieces[0], pieces[-1], lengths.pop()
    at, behind = first.end - length, last.start + length
    goes_on = notice.says("notice-examine", notice.text[behind : last.end])
    if (
        at > first.start
        and len(pieces) > LEAST_EVEN
        and notice.text[at - 1] in notice.grammar["notice-lead-ends"]
    ):
        first = Range(at, first.end)
    if behind < last.end and (goes_on or notice.text[behind] in notice.grammar["notice-tail-starts"]):
        last = Range(last.start, behind)
    if last.end - last.start == length and _governs(
        notice, Range(first.start, max(at, first.start)), pieces[1:]
    ):
        first = Range(at, first.end)
    return [first, *pieces[1:-1], last]


def _governs(notice: Notice, head: Range, others: list[Range]) -> bool:
    """Return whether a verb that no other name begins with makes the first longer (运用宏观思维、系统思维、法治思维)."""
    verbs = notice.pattern("notice-governing-verbs")
    alone = not any(verbs.match(notice.text, *each) for each in others)
    return alone and verbs.fullmatch(notice.text, *head) is not None
