"""Titles: where one ends, and what is left of it when decoration is dropped."""

from __future__ import annotations

from docklint.patterns import compiled

_PLAIN = "“(?:[^”\n]{0,60}”)?|‘(?:[^’\n]{0,60}’)?|《(?:[^》\n]{0,60}》)?|（(?:[^）\n]{0,60}）)?"
# No possessive repeat of a group: until 3.11.4 Python goes on from where the group's last attempt failed (gh-106052).
_CLAIM = rf"(?:[^“‘《（。！？；：\n]++|{_PLAIN})*"
_TITLE = compiled(rf"(?:[^“‘《（。！？；：\n方]++|{_PLAIN}|方(?!面，))*(?:方面)?")
_INNER_STOPS = "。！？；："
LONGEST = 60
"""A line of more code points than this (blanks dropped) is text, not a heading."""


def title_end(text: str, start: int, limit: int, aspect: bool = True) -> int:
    """Find where the title that begins at `start` of a reading ends, at `limit` at the latest (reading indices).

    At the first stop or at the line's end, quotations skipped; with `aspect`, as for a dimension, also at 方面
    followed by a comma.
    """
    match = (_TITLE if aspect else compiled(_CLAIM)).match(text, start, limit)
    return match.end() if match else limit


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
