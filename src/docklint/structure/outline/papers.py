"""The papers in a document: usually one. They part where a title stands between headings or counting begins anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docklint.document import Document
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.structure.normalise.body import read
from docklint.structure.normalise.reading import Reading
from docklint.structure.outline.closing import says_goodbye
from docklint.structure.outline.sequences import explain
from docklint.structure.outline.steps import Step
from docklint.structure.outline.titles import is_heading_shape
from docklint.structure.outline.tokenizer import Tokenizer
from docklint.structure.outline.tokens import Token
from docklint.structure.outline.tree import Outline, build

SHORTEST_TITLE = 6
"""Code points of a first line whose return begins another piece; 存在问题 may be a label that recurs."""
FAR = 200
"""So many ordinals back is looked for the one that another counts on from."""


def parse(document: Document, grammar: Grammar) -> tuple[Outline, ...]:
    """Find the outline of every draft in the document; usually one, none where nothing is numbered or headed.

    A mere list of headings in front of a draft (提纲) is not a draft.
    """
    reading = read(document, grammar)
    tokens = Tokenizer(document, reading, grammar).tokens()
    outlines = list(PaperSplitter(reading, tokens, grammar).outlines())
    real = [outline for outline in outlines if not _is_listing(outline)]
    return tuple(real or outlines)


class PaperSplitter:
    """A reading with its tokens, which may hold several papers."""

    def __init__(self, reading: Reading, tokens: Sequence[Token], grammar: Grammar) -> None:
        self._reading = reading
        self._text = reading.text
        self._tokens = tokens
        self._grammar = grammar

    def outlines(self) -> Iterator[Outline]:
        """Yield the outline of every paper: a title between headings begins a new one, and so does counting anew."""
        starts = sorted({0, *self._titles_between(), *self._pieces()})
        for start, following in pairwise([*starts, len(self._text) + 1]):
            own = self._tokens[self._at(start) : self._at(following)]
            end = self._attached(own, min(following, len(self._text)))
            steps = explain(own[: bisect_left(own, end, key=_start)])
            for a, b, first, last in self._regions(steps, start, end):
                yield build(self._reading, steps[a:b], first, last, self._grammar)

    def _at(self, place: int) -> int:
        """Return which token is the first not before a place."""
        return bisect_left(self._tokens, place, key=_start)

    # Titles between headings

    def _titles_between(self) -> Iterator[int]:
        """Yield where a line names a paper and headings stand both before and after it."""
        if not self._tokens:
            return
        for start, line in self._lines_with(self._grammar["document-words"]):
            if self._is_title(line) and not says_goodbye(line, self._grammar) and self._counts_anew(start):
                yield start

    def _pieces(self) -> Iterator[int]:
        """Yield where a line opens another piece (第二篇：…, 【范文二】) or says the first line of all again."""
        if not self._tokens:
            return
        first, last = self._tokens[0].start, self._tokens[-1].start
        openers, text = ("第", *self._grammar["piece-words"]), f"\n{self._text}"
        if any(f"\n{mark}{word}" in text for mark in ("", "【", "（") for word in openers):
            for match in self._grammar.piece.finditer(self._text, first, last):
                if self._counts_anew(match.start()):
                    yield match.start()
        title = self._text.lstrip("\n").partition("\n")[0]
        if is_heading_shape(title) and len(title) >= SHORTEST_TITLE and title[-1] not in "。：":
            at = self._text.find(f"\n{title}\n", first, last)
            while at >= 0:
                if self._counts_anew(at + 1):
                    yield at + 1
                at = self._text.find(f"\n{title}\n", at + 1, last)

    def _lines_with(self, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
        """Yield the lines that begin between the first and the last token and hold one of the words."""
        text, first, end = self._text, self._tokens[0].start, self._tokens[-1].start
        starts = {start for word in words for start in _lines_with(word, text, first, end)}
        for start in sorted(starts):
            stop = text.find("\n", start, end)
            yield start, text[start : stop if stop >= 0 else end]

    def _is_title(self, line: str) -> bool:
        if not is_heading_shape(line) or line[-1] in "。：":
            return False
        return self._grammar.paper_title.fullmatch(line) is not None

    def _counts_anew(self, at: int) -> bool:
        """Return whether what follows `at` may begin a paper: a heading, or an ordinal that does not count on."""
        following = self._at(at)
        token = self._tokens[following] if following < len(self._tokens) else None
        if token is None or token.value in (None, 1):
            return True
        near = (self._tokens[i] for i in range(following - 1, max(following - FAR, 0) - 1, -1))
        last = next((each.value for each in near if each.style == token.style), None)
        return last is None or token.value <= last

    # Where a paper ends

    def _attached(self, own: Sequence[Token], end: int) -> int:
        """Return where the attachments of a paper with the tokens `own` begin, behind its parts; `end` if it has none.

        Behind its parts means: no section follows, nor an ordinal that counts on.
        """
        if not own:
            return end
        last = max((token.start for token in own if token.heading == "section"), default=own[0].start)
        counted = [token for token in own if token.level and token.value is not None]
        openers = self._grammar["attachment-words"]
        if not any(self._text.find(word, last, end) >= 0 for word in openers):
            return end
        words = rf"(?m:^)(?:{alternatives(openers)})[1-9一二三]?(?:：|(?m:$))"
        for match in compiled(words).finditer(self._text, last, end):
            following = bisect_left(counted, match.start(), key=_start)
            if following == len(counted) or counted[following].value == 1:
                return match.start()
        return end

    def _regions(self, steps: Sequence[Step], start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        """Yield the steps (from, to) and the stretch of the reading (start, end) of each draft in `[start, end)`.

        What a sentence leads in to (今后我将做到：首先，…) begins no other paper though it counts anew.
        """
        heads = [i for i, step in enumerate(steps) if i == 0 or (step.restart and not step.token.leads_away)]
        titles = [self._title_line(steps[i - 1].token.start, steps[i].token.start) for i in heads[1:]]
        yield from zip(heads, [*heads[1:], len(steps)], [start, *titles], [*titles, end], strict=False)

    def _title_line(self, after: int, before: int) -> int:
        """Find where the next paper begins: at its title, or else at the line of its first heading."""
        line_start = self._text.rfind("\n", 0, before) + 1
        at = self._text.find("\n", after, before) + 1
        while 0 < at < line_start:
            end = self._text.find("\n", at)
            line = self._text[at:end]
            if any(word in line for word in self._grammar["document-words"]) and is_heading_shape(line):
                return at
            at = end + 1
        return line_start


def _start(token: Token) -> int:
    return token.start


def _is_listing(outline: Outline) -> bool:
    """Return whether this is nothing but headings: below none of them stands a sentence."""
    parents = {node.parent for node in outline.nodes}
    leaves = (node for node in outline.nodes if node.number not in parents)
    return not any(_has_sentence(outline.text(leaf.body_start, leaf.end)) for leaf in leaves)


def _lines_with(word: str, text: str, first: int, end: int) -> Iterator[int]:
    """Yield where the lines begin that hold a word, from `first` to before `end`."""
    at = text.find(word, first)
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        if start >= end:
            return
        if start >= first:
            yield start
        stop = text.find("\n", at)
        at = text.find(word, stop) if stop >= 0 else -1


def _has_sentence(text: str) -> bool:
    return any(stop in text for stop in "。！？；")
