"""Titles: where one ends, and what is left of it when decoration is dropped."""

from __future__ import annotations

from itertools import compress, count

_QUOTES = {"“": "”", "‘": "’", "《": "》", "（": "）"}
_ASPECT = "方面"
_INNER_STOPS = "。！？；："
_ENDING = frozenset((*_INNER_STOPS, "\n", *_QUOTES))
_ENDING_ASPECT = _ENDING | {_ASPECT[0]}
LONGEST_QUOTED = 60
"""Code points between two quotation marks or brackets; what is longer has lost its mark."""
LONGEST = 60
"""A line of more code points than this (blanks dropped) is text, not a heading."""


def title_end(text: str, start: int, limit: int, aspect: bool = True) -> int:
    """Find where the title that begins at `start` of a reading ends, at `limit` at the latest (reading indices).

    At the first stop or at the line's end, quotations skipped; with `aspect`, as for a dimension, also at 方面
    followed by a comma.
    """
    at = start
    while (at := _next(text, at, limit, aspect)) < limit:
        sign = text[at]
        if close := _QUOTES.get(sign):
            # What is quoted, or in brackets, may hold a stop.
            quoted = text[at + 1 : min(limit, at + 2 + LONGEST_QUOTED)].partition("\n")[0].partition(close)
            at += 1 + len(quoted[0] + close if quoted[1] else "")
        elif sign != _ASPECT[0]:
            break
        elif text.startswith(_ASPECT + "，", at, limit):
            return at + len(_ASPECT)
        else:
            at += 1
    return max(at, start)


def _next(text: str, start: int, limit: int, aspect: bool) -> int:
    """Return where the next sign stands that may end a title, or `limit`; it is mostly near."""
    signs = _ENDING_ASPECT if aspect else _ENDING
    for begin in range(start, limit, LONGEST):
        found = map(signs.__contains__, text[begin : min(begin + LONGEST, limit)])
        at = next(compress(count(begin), found), limit)
        if at < limit:
            return at
    return limit


def after_stop(text: str, end: int) -> int:
    """Step over the stop (and the blanks a reading may have kept) behind a title."""
    while end < len(text) and text[end] in "。！？；：， ":
        end += 1
    return end


def is_heading_shape(line: str) -> bool:
    """Return whether a line could stand as a heading by itself: short, one clause, at most one final stop."""
    if not 1 < len(line) <= LONGEST or line[-1] in "，；、":
        return False
    clause = line.rstrip("。：")
    return not any(stop in clause for stop in _INNER_STOPS)
