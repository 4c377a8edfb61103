"""The least edit: which characters of a text must go and which must come for it to become another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from docklint.spans import Span
from docklint.tuples import NamedTuple

_LARGEST = 40_000
"""So many pairs of characters are compared; beyond, what lies between common ends is exchanged as a whole."""


class Change(NamedTuple):
    """Characters `start` to `end` give way to `text`."""

    start: int
    end: int
    text: str


def edited(text: str, changes: Iterable[Change]) -> str:
    """Return the text after changes, which are in order."""
    done, out = 0, ""
    for start, end, words in changes:
        out += text[done:start] + words
        done = end
    return out + text[done:]


def planned(text: str, edits: Sequence[tuple[Span, str]]) -> list[tuple[tuple[int, ...], Change]]:
    """Return the least changes, in the order of the text, each with the numbers of its edits.

    Changes that touch are one, so that what they insert at one place keeps its order; line ends stay apart. Raises
    `ValueError` for edits that overlap.
    """
    out = list[tuple[tuple[int, ...], Change]]()
    for number, change in _least(text, edits):
        numbers, last = out[-1] if out else ((), None)
        if last is not None and last.end == change.start and "\n" not in text[last.start : change.end]:
            both = Change(last.start, change.end, last.text + change.text)
            out[-1] = ((*numbers, number), both)
        else:
            out.append(((number,), change))
    return out


def _least(text: str, edits: Sequence[tuple[Span, str]]) -> Iterator[tuple[int, Change]]:
    """Yield the least changes of every edit, in the order of the text; what is about a line end apart."""
    last = 0
    for number, (span, words) in sorted(enumerate(edits), key=lambda each: each[1][0]):
        if not last <= span.start <= span.end <= len(text):
            raise ValueError(f"edits overlap or lie outside the text, at {span.start}")
        last = span.end
        for change in least(text[span.start : span.end], words):
            moved = Change(span.start + change.start, span.start + change.end, change.text)
            yield from ((number, each) for each in _apart(text, moved))


def _apart(text: str, change: Change) -> Iterator[Change]:
    """Part a change at the line ends it deletes; its text comes with its last part."""
    at = change.start
    for found in re.finditer("\n", text[change.start : change.end]):
        end = change.start + found.start()
        if at < end:
            yield Change(at, end, "")
        yield Change(end, end + 1, change.text if end + 1 == change.end else "")
        at = end + 1
    if at < change.end or change.start == change.end:
        yield Change(at, change.end, change.text)


def least(old: str, new: str) -> list[Change]:
    """Return the changes that turn `old` into `new`, in order, none touching another.

    The most characters that can stay do, in one of the ways there are.
    """
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle, wanted = old[start : len(old) - end], new[start : len(new) - end]
    if len(middle) * len(wanted) > _LARGEST:
        return [Change(start, len(old) - end, wanted)]
    return [Change(start + first, start + last, text) for first, last, text in _joined(middle, wanted)]


def _common(old: str, new: str) -> int:
    """Count the characters that two texts begin with alike."""
    pairs = zip(old, new, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


def _joined(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Walk the two side by side; steps that touch are one change."""
    longest = _longest(old, new)
    i = j = first = 0
    words = ""
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            if first < i or words:
                yield first, i, words
            i, j, words = i + 1, j + 1, ""
            first = i
        elif i < len(old) and (j == len(new) or longest[i + 1][j] >= longest[i][j + 1]):
            i += 1
        else:
            words += new[j]
            j += 1
    if first < i or words:
        yield first, i, words


def _longest(old: str, new: str) -> list[list[int]]:
    """Return how many characters the rests of the two have in common, in order, from every pair of places on."""
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            if old[i] == new[j]:
                table[i][j] = table[i + 1][j + 1] + 1
            else:
                table[i][j] = max(table[i + 1][j], table[i][j + 1])
    return table
