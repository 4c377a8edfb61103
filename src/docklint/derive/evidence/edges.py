"""What tells where a name begins and ends: the signs beside the place, and the names between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.derive.evidence.known_words import at_begin, at_end, is_cut
from docklint.derive.evidence.trimming import Trimmed
from docklint.derive.evidence.weights import feature
from docklint.derive.reading import Notice
from docklint.spans import Range

PLACES = "中上里下前后"
"""With what a place ends that 在 opens."""
MOST_LONGER = 6
"""Differences of length beyond this are one (code points)."""


def of_start(notice: Notice, at: int, trimmed: Trimmed) -> list[str]:
    """Return what tells of a place as the beginning of the first name."""
    text, first, end = notice.text, trimmed.pieces[0], trimmed.first_end
    left = text[max(at - 3, first.start - 1, 0) : at]
    told = [
        *(feature(f"left{n}", left[-n:]) for n in (1, 2, 3) if len(left) >= n),
        *(feature(f"right{n}", text[at : at + n]) for n in (1, 2)),
        feature("across", text[max(at - 1, 0) : at + 1]),
        *_beside(Range(at, end), trimmed.between),
        *at_begin(text, at),
    ]
    if at == first.start:
        told.append(feature("whole"))
    told += [feature("holds", sign) for sign in "，、：" if sign in text[at:end]]
    if _is_quoted(text, first.start, at):
        told.append(feature("in-quotes"))
    return told + list(_heads(text, at, trimmed.between))


def _heads(text: str, at: int, between: Sequence[Range]) -> Iterator[str]:
    signs = {text[each.start] for each in between}
    if len(signs) == 1:
        yield feature("head-alike", text[at] in signs)
    if text[at : at + 2] in {text[each.start : each.start + 2] for each in between}:
        yield feature("two-alike")


def of_end(notice: Notice, at: int, trimmed: Trimmed) -> list[str]:
    """Return what tells of a place as the end of the last name."""
    text, start, between = notice.text, trimmed.last_start, trimmed.between
    told = [
        *(feature(f"right{n}", text[at : at + n]) for n in (1, 2, 3)),
        *(feature(f"left{n}", text[at - n : at]) for n in (1, 2)),
        feature("across", text[at - 1 : at + 1]),
        *_beside(Range(start, at), between),
        *at_end(text, at),
    ]
    if at == trimmed.pieces[-1].end:
        told.append(feature("whole"))
    if "，" in text[start:at]:
        told.append(feature("comma", any("，" in notice.words(each) for each in between)))
    if _is_quoted(text, start, at):
        told.append(feature("in-quotes"))
    return told + [
        feature(f"tail{n}-alike", text[at - n : at] in tails)
        for n in (1, 2)
        if len(tails := {text[each.end - n : each.end] for each in between}) == 1
    ]


def of_trim(notice: Notice, trimmed: Trimmed) -> list[str]:
    """Return what tells of that which all names lose."""
    text, head, tail = notice.text, trimmed.head, trimmed.tail
    second, inner = trimmed.pieces[1], trimmed.pieces[len(trimmed.pieces) > 2]
    begin, end = second.start + head, inner.end - tail
    lost, behind = text[second.start : begin], text[end : inner.end]
    told = [
        feature("head", lost),
        feature("tail", behind),
        feature("loses", f"{bool(head)},{bool(tail)}"),
        *(feature(f"head-right{n}", text[begin : begin + n]) for n in (1, 2)),
        *(feature(f"tail-left{n}", text[end - n : end]) for n in (1, 2)),
        feature("short", min((each.end - each.start for each in trimmed.between), default=2) < 2),
    ]
    told += list(_cuts(text, trimmed)) + list(_place(text, trimmed))
    if head:
        told.append(feature("head-left", lost[-1]))
    if tail:
        told += [feature("tail-right1", behind[0]), feature("tail-right2", behind[:2])]
    return told


def _cuts(text: str, trimmed: Trimmed) -> Iterator[str]:
    """Yield whether words are cut where the names begin and where they end: all, some or none."""
    starts = [each.start + trimmed.head for each in trimmed.pieces[1:]]
    ends = [each.end - trimmed.tail for each in trimmed.pieces[:-1]]
    for family, places, off in (("cuts-head", starts, trimmed.head), ("cuts-tail", ends, trimmed.tail)):
        if off:
            cut = sum(is_cut(text, at) for at in places)
            yield feature(family, "all" if cut == len(places) else "some" if cut else "none")


def _place(text: str, trimmed: Trimmed) -> Iterator[str]:
    """Yield whether what a preposition opens is closed within the names (在…中保持…): then it is their own."""
    pieces = [text[each.start : each.end - trimmed.tail] for each in trimmed.pieces[1:]]
    at = pieces[0][: trimmed.head + 1].rfind("在")
    if at >= 0:
        closed = all(any(sign in piece[at + 2 : -2] for sign in PLACES) for piece in pieces)
        yield feature("place", f"{at < trimmed.head},{closed}")


def _beside(name: Range, between: Sequence[Range]) -> Iterator[str]:
    """Yield how the length of a name goes with those between first and last."""
    lengths = [each.end - each.start for each in between]
    if not lengths:
        return
    length = name.end - name.start
    if len(set(lengths)) == 1:
        yield feature("than-even", _bounded(length - lengths[0]))
    elif min(lengths) <= length <= max(lengths):
        yield feature("among")
    else:
        yield feature("than-mean", _bounded(round(length - sum(lengths) / len(lengths))))


def _bounded(more: int) -> int:
    return max(-MOST_LONGER, min(MOST_LONGER, more))


def _is_quoted(text: str, start: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at)
