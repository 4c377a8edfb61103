"""Items without ordinals: each paragraph is one, or each clause of a semicolon list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.structure.binding.examples import examples
from docklint.structure.outline.titles import is_heading_shape
from docklint.typed import Pattern

_SIGNS = " 。，、；：！？”’）》"
LEAST_CLAUSE = 6
"""A stretch between semicolons of fewer code points is a word in a list, not a problem."""
LIST_SHARE = 0.5
"""A semicolon list is a list of problems only if it makes up this share of its paragraph…"""
PAIR_SHARE = 0.9
"""…and with two clauses only if it is nearly all of it."""
LONGEST_NAME = 30
"""Code points of the name of a matter that opens a paragraph."""
LEAST_HEADS = 2
"""One short line among paragraphs is a remark; from two on they are headings."""


def items(text: str, start: int, end: int, grammar: Grammar) -> list[tuple[int, int]]:
    """Find the paragraphs of `text[start:end]` that stand for themselves.

    A paragraph that leads in (“主要表现如下：”) is none; one that begins with an example or ties itself to
    the one before (“这反映出…”) belongs to that. Where short lines head the paragraphs, each of them with what
    follows is one item.
    """
    lines = list(_lines(text, start, end))
    heads = [i for i, (first, last) in enumerate(lines) if _is_head(text[first:last])]
    if len(heads) >= LEAST_HEADS and all(b - a > 1 for a, b in pairwise([*heads, len(lines)])):
        return [(lines[a][0], lines[b - 1][1]) for a, b in pairwise([*heads, len(lines)])]
    return list(_paragraphs(text, lines, grammar))


def _paragraphs(text: str, lines: list[tuple[int, int]], grammar: Grammar) -> Iterator[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for first, last in lines:
        if found and (text[found[-1][1] - 1] == "：" or _belongs_above(text, first, last, grammar)):
            found[-1] = (found[-1][0], last)
        elif not _leads_in(text[first:last]):
            found.append((first, last))
    return iter(found)


def _belongs_above(text: str, first: int, last: int, grammar: Grammar) -> bool:
    """Return whether a paragraph goes on with the problem above: an example of it, or what follows from it."""
    example = next(examples(text, first, last, grammar), None)
    return text.startswith(grammar["continuations"], first) or (example is not None and example[0] == first)


def _is_head(line: str) -> bool:
    return is_heading_shape(line) and line[-1] not in "。！？；："


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip(_SIGNS):
            yield start, stop
        start = stop + 1


def _leads_in(line: str) -> bool:
    return (line.endswith("：") and "。" not in line) or _is_head(line)


def clauses(text: str, start: int, end: int, grammar: Grammar) -> list[tuple[int, int]]:
    """Split a semicolon list; empty if the paragraph is none. What follows the list belongs to its last clause.

    Praise before it (本人能够…。但对照要求，…；…。) is no part of the list.
    """
    begin = faulted_from(text, start, end, grammar)
    stop = text.find("。", begin, end)
    list_end = end if stop < 0 else stop
    colon = text.find("：", begin, list_end)
    semicolon = text.find("；", begin, list_end)
    first = colon + 1 if 0 <= colon < semicolon else begin
    found = _with_examples(text, _between_semicolons(text, first, list_end), grammar)
    share = LIST_SHARE if len(found) > 2 or first > start else PAIR_SHARE
    short = any(b - a < LEAST_CLAUSE for a, b in found)
    if len(found) < 2 or short or list_end - begin < share * (end - begin) - 1:
        return []
    return [*found[:-1], (found[-1][0], end)]


def _with_examples(text: str, found: Iterable[tuple[int, int]], grammar: Grammar) -> list[tuple[int, int]]:
    """Join what is an example of the clause before it, or follows from it, to that clause (处罚偏轻；如对某店，只…)."""
    joined: list[tuple[int, int]] = []
    for first, last in found:
        if joined and _belongs_above(text, first, last, grammar):
            first = joined.pop()[0]
        joined.append((first, last))
    return joined


def faulted_from(text: str, start: int, end: int, grammar: Grammar) -> int:
    """Return where a paragraph comes to its faults: behind the name of its matter (廉洁自律方面。), behind the praise, and
    behind what only turns to them (但…，).

    That is `start` itself where it begins with neither.
    """
    named = grammar.once(_matter).match(text, start, end)
    start = named.end() if named and named.end() < end else start
    turn = grammar.turn.match(text, start, end)
    return turn.end() if turn and grammar.is_praise(turn) else start


def _matter(grammar: Grammar) -> Pattern[str]:
    return compiled(rf"[^，。；：\n]{{2,{LONGEST_NAME}}}(?:{alternatives(grammar['heading-closers'])})[。：]")


def _between_semicolons(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("；", start, end)
        if stop < 0:
            yield start, end
            return
        yield start, stop + 1
        start = stop + 1
