"""What all names of a list have before or behind them and what belongs to none of them: 做…的表率, 查…上的差距."""

from __future__ import annotations

from collections.abc import Sequence

from docklint.derive.reading import Notice
from docklint.patterns import compiled
from docklint.spans import Range

SHORTEST_REST = 2
"""Code points that must be left of a name."""


def beginning(words: Sequence[str]) -> str:
    """Return with what all of some words begin."""
    first, last = min(words), max(words)
    return first[
        : next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    ]


def without_affixes(notice: Notice, names: Sequence[Range]) -> tuple[Range, ...]:
    """Take off what the names share and what no name holds, as long as any is left; the last may lack it behind."""
    before: tuple[Range, ...] = ()
    now = _without_long_head(notice, tuple(names))
    while now != before:
        before = now
        now = _without_pairs(notice, _without(notice, _without(notice, now, "tails"), "heads"))
    return now


def _without_long_head(notice: Notice, names: tuple[Range, ...]) -> tuple[Range, ...]:
    """Take off what all begin with, if it is a clause and no word of a name (讲讲自己在)."""
    told = [notice.words(name) for name in names]
    shared = beginning(told)
    last = max((match.end() for match in notice.pattern("notice-clause-words").finditer(shared)), default=0)
    whole = min(map(len, told), default=0) - last >= SHORTEST_REST
    return tuple(Range(name.start + last, name.end) for name in names) if whole and len(names) > 1 else names


def _without(notice: Notice, names: tuple[Range, ...], side: str) -> tuple[Range, ...]:
    for pattern in notice.grammar[f"notice-shared-{side}"]:
        bare = [_bare(notice, name, pattern, side) for name in names]
        lacking = sum(one == name for one, name in zip(bare, names, strict=True))
        whole = all(one.end - one.start >= SHORTEST_REST for one in bare)
        ends = side == "tails" and lacking == 1 and bare[-1] == names[-1] and len(names) > SHORTEST_REST
        if whole and (not lacking or ends):
            return tuple(bare)
    return names


def _bare(notice: Notice, name: Range, pattern: str, side: str) -> Range:
    if side == "heads":
        match = compiled(f"(?:{pattern})").match(notice.text, *name)
        return Range(match.end(), name.end) if match else name
    match = compiled(f"(?:{pattern})$").search(notice.text, *name)
    return Range(name.start, match.start()) if match else name


def _without_pairs(notice: Notice, names: tuple[Range, ...]) -> tuple[Range, ...]:
    """Take off what stands around each name (不…的)."""
    for pattern in notice.grammar["notice-around-names"]:
        found = [compiled(pattern).fullmatch(notice.text, *name) for name in names]
        bare = tuple(Range(*match.span("name")) for match in found if match)
        if len(bare) == len(names):
            return bare
    return names
