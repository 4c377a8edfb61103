"""The papers in a document: usually one. They part where a title stands between headings or counting begins anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docklint.document import Document
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.structure.normalise.body import read
from docklint.structure.outline.closing import says_goodbye
from docklint.structure.outline.sequences import explain
from docklint.structure.outline.titles import is_heading_shape
from docklint.structure.outline.tokens import Token, tokens
from docklint.structure.outline.transitions import Step
from docklint.structure.outline.tree import Outline, build

FAR = 200
"""So many ordinals back is looked for the one that another counts on from."""


def parse(document: Document, grammar: Grammar) -> tuple[Outline, ...]:
    """Find the outline of every draft in the document; usually one, none where nothing is numbered or headed.

    A mere list of headings in front of a draft (提纲) is not a draft.
    """
    reading = read(document, grammar)
    found = tokens(document, reading, grammar)
    outlines = [
        build(reading, steps[a:b], start, end, grammar)
        for steps, bounds in _papers(reading.text, found, grammar)
        for a, b, start, end in _regions(reading.text, steps, bounds, grammar)
    ]
    real = [outline for outline in outlines if not _is_listing(outline)]
    return tuple(real or outlines)


def _papers(
    text: str, found: Sequence[Token], grammar: Grammar
) -> Iterator[tuple[list[Step], tuple[int, int]]]:
    """Explain the tokens paper by paper: a title between headings begins a new one."""
    starts = [0, *_titles_between(text, found, grammar)]
    for start, end in pairwise([*starts, len(text) + 1]):
        own = found[bisect_left(found, start, key=_start) : bisect_left(found, end, key=_start)]
        end = _attached(text, own, min(end, len(text)), grammar)
        yield explain(own[: bisect_left(own, end, key=_start)]), (start, end)


def _attached(text: str, found: Sequence[Token], end: int, grammar: Grammar) -> int:
    """Return where the attachments of a paper with the tokens `found` begin, behind its parts; `end` if it has none.

    Behind its parts means: no section follows, nor an ordinal that counts on.
    """
    if not found:
        return end
    last = max((token.start for token in found if token.heading == "section"), default=found[0].start)
    counted = [token for token in found if token.level and token.value is not None]
    words = rf"(?m:^)(?:{alternatives(grammar['attachment-words'])})[1-9一二三]?(?:：|(?m:$))"
    for match in compiled(words).finditer(text, last, end):
        following = bisect_left(counted, match.start(), key=_start)
        if following == len(counted) or counted[following].value == 1:
            return match.start()
    return end


def _start(token: Token) -> int:
    return token.start


def _titles_between(text: str, found: Sequence[Token], grammar: Grammar) -> Iterator[int]:
    """Yield where a line names a paper and headings stand both before and after it."""
    if not found:
        return
    for start, line in _lines_with(grammar["document-words"], text, found[0].start, found[-1].start):
        if _is_title(line, grammar) and not says_goodbye(line, grammar) and _counts_anew(start, found):
            yield start


def _is_title(line: str, grammar: Grammar) -> bool:
    if not is_heading_shape(line) or line[-1] in "。：":
        return False
    return grammar.paper_title.fullmatch(line) is not None


def _counts_anew(at: int, found: Sequence[Token]) -> bool:
    """Return whether what follows `at` may begin a paper: a heading, or an ordinal that does not count on."""
    following = bisect_left(found, at, key=_start)
    token = found[following] if following < len(found) else None
    if token is None or token.value in (None, 1):
        return True
    near = (found[i] for i in range(following - 1, max(following - FAR, 0) - 1, -1))
    last = next((each.value for each in near if each.style == token.style), None)
    return last is None or token.value <= last


def _lines_with(words: tuple[str, ...], text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the lines that begin in `text[start:end]` and hold one of the words, with their starts."""
    for match in compiled("|".join(words)).finditer(text, start):
        line_start = text.rfind("\n", 0, match.start()) + 1
        if line_start >= end:
            return
        if line_start >= start:
            start = text.find("\n", match.end())
            start = len(text) if start < 0 else start
            yield line_start, text[line_start : min(start, end)]


def _regions(
    text: str, steps: Sequence[Step], bounds: tuple[int, int], grammar: Grammar
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the steps (from, to) and the stretch of the reading (start, end) of each draft between `bounds`."""
    heads = [i for i, step in enumerate(steps) if i == 0 or step.restart]
    starts = [
        bounds[0],
        *(_title_line(text, steps[i - 1].token.start, steps[i].token.start, grammar) for i in heads[1:]),
    ]
    for k, (head, start) in enumerate(zip(heads, starts, strict=False)):
        last = k + 1 == len(heads)
        yield head, (len(steps) if last else heads[k + 1]), start, (bounds[1] if last else starts[k + 1])


def _title_line(text: str, after: int, before: int, grammar: Grammar) -> int:
    """Find where the next paper begins: at its title, or else at the line of its first heading."""
    line_start = text.rfind("\n", 0, before) + 1
    at = text.find("\n", after, before) + 1
    while 0 < at < line_start:
        end = text.find("\n", at)
        line = text[at:end]
        if any(word in line for word in grammar["document-words"]) and is_heading_shape(line):
            return at
        at = end + 1
    return line_start


def _is_listing(outline: Outline) -> bool:
    """Return whether this is nothing but headings: below none of them stands a sentence."""
    parents = {node.parent for node in outline.nodes}
    leaves = (node for node in outline.nodes if node.number not in parents)
    return not any(_has_sentence(outline.text(leaf.body_start, leaf.end)) for leaf in leaves)


def _has_sentence(text: str) -> bool:
    return any(stop in text for stop in "。！？；")
