"""Where a notice puts a part elsewhere than it lists it: 整改情况放到最后写, 案例剖析调整到原因剖析之后, 问题打头."""

from __future__ import annotations

from collections.abc import Sequence
from re import Pattern

from docklint.derive.part_names import NamedPart
from docklint.derive.parts import PartsList
from docklint.derive.reading import CLAUSE_STOPS, Notice
from docklint.derive.roles import role_of
from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.spans import Range

NEAR = 200
"""So far behind a list (code points) its order may be changed."""


def in_order(notice: Notice, listed: PartsList) -> PartsList:
    """Return the list with the parts where later clauses put them."""
    parts = list(listed.parts)
    start, end = listed.place.start, min(listed.place.end + NEAR, len(notice.text))
    for clause in _clauses(notice, Range(start, end)):
        for where, pattern in notice.grammar.once(_moves):
            moved = pattern.search(notice.text, *clause)
            part = _named(notice, parts, notice.text[clause.start : moved.start()]) if moved else None
            if moved and part:
                parts = _moved(notice, parts, part, where, moved[moved.lastindex or 0])
                break
    return listed._replace(parts=tuple(parts))


def _named(notice: Notice, parts: Sequence[NamedPart], words: str) -> NamedPart | None:
    """Return which part some words mean: by its own name, else by its role."""
    role = role_of(notice, words)
    own = (each for each in parts if notice.words(each.words) in words)
    return next(own, None) or next((each for each in parts if role and each.role == role), None)


def _moves(grammar: Grammar) -> tuple[tuple[str, Pattern[str]], ...]:
    """Return the patterns that put a part elsewhere, each with where: first, last, behind or before another."""
    told = (one.partition("=") for one in grammar["notice-part-moved"])
    return tuple((where, compiled(words)) for where, _, words in told)


def _moved(
    notice: Notice, parts: Sequence[NamedPart], part: NamedPart, where: str, anchor: str
) -> list[NamedPart]:
    rest = [each for each in parts if each != part]
    if where in ("first", "last"):
        return [part, *rest] if where == "first" else [*rest, part]
    beside = role_of(notice, anchor)
    at = next((at for at, each in enumerate(rest) if each.role == beside), None)
    if at is None:
        return list(parts)
    at += where == "behind"
    return [*rest[:at], part, *rest[at:]]


def _clauses(notice: Notice, range_: Range) -> list[Range]:
    found, start = list[Range](), range_.start
    for at in range(range_.start, range_.end + 1):
        if at == range_.end or notice.text[at] in CLAUSE_STOPS:
            found.append(Range(start, at))
            start = at + 1
    return found
