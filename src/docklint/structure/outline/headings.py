"""Headings that stand without an ordinal: lines whose title is known, or whose looks tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from docklint.document import Document, Line
from docklint.grammar import Grammar
from docklint.structure.normalise.reading import Reading
from docklint.structure.outline.labels import label
from docklint.structure.outline.titles import LONGEST, is_heading_shape, title_end
from docklint.structure.outline.tokens import Heading, Token
from docklint.structure.outline.wordings import resembles

LONGEST_ASPECT = 16
"""Code points of an unnumbered heading that no opener (在, 关于) marks as one."""
_NEAR = 0.66


class UnnumberedHeadings:
    """The lines of one reading, asked which of them are headings."""

    def __init__(self, document: Document, reading: Reading, grammar: Grammar) -> None:
        """`document`: where the lines' looks stand."""
        self._document = document
        self._reading = reading
        self._text = reading.text
        self._grammar = grammar

    def tokens(self, taken: Collection[int]) -> Iterator[Token]:
        """Yield the headings in order; no line that begins at one of `taken` is one."""
        for start, end in self._lines():
            whole = self._text[start:end]
            if start in taken or len(whole) < 2 or whole in self._labels:
                continue
            line = self._document.line_at(self._reading.offset(start))
            if not line.contents and (token := self._token(start, end, line)):
                yield token

    def _token(self, start: int, end: int, line: Line) -> Token | None:
        whole = self._text[start:end]
        head = title_end(self._text, start, min(end, start + LONGEST))
        name = self._grammar.normal(self._text[start:head])
        heading = self._grammar.known_titles.get(name) or self._joint(whole) or self._looks(whole, name, line)
        if not heading or (heading == "section" and not is_heading_shape(whole)):
            return None
        return Token(
            start=start,
            end=start,
            title_end=head,
            style="title",
            family="title",
            level=0,
            value=None,
            line_start=True,
            at_boundary=True,
            heading=heading,
            name=name,
        )

    def _lines(self) -> Iterator[tuple[int, int]]:
        """Yield where every line begins and ends."""
        start = 0
        for line in self._text.split("\n"):
            yield start, start + len(line)
            start += len(line) + 1

    @cached_property
    def _labels(self) -> set[str]:
        """The lines that say again and again what follows (整改措施：): below dimensions, they are no headings."""
        ends = (line for line in self._text.split("\n") if line.endswith("："))
        lines = Counter(line for line in ends if label(line[:-1], self._grammar))
        return {line for line, count in lines.items() if count > 1}

    @cached_property
    def _word_levels(self) -> Mapping[int, Heading]:
        """What the heading styles of a Word document stand for; a lone first heading is the paper's title."""
        used = [line.heading for line in self._document.lines if line.heading and line.end > line.start]
        ranks = sorted(set(used))
        if len(ranks) > 1 and used.count(ranks[0]) == 1 and used[0] == ranks[0]:
            ranks = ranks[1:]
        kinds: tuple[Heading, ...] = ("section", "dimension")
        return dict(zip(ranks, kinds, strict=False))

    def _joint(self, whole: str) -> Heading:
        """Return `section` for a line that joins the titles of several (原因分析和整改措施)."""
        known, normal = self._grammar.known_titles, self._grammar.normal
        pieces = self._grammar.sides(whole) if is_heading_shape(whole) else ()
        joins = len(pieces) > 1 and all(known.get(normal(piece)) == "section" for piece in pieces)
        return "section" if joins else ""

    def _looks(self, whole: str, name: str, line: Line) -> Heading:
        """Judge a line by its shape: styled as a heading, bold, or short and ending in 方面."""
        if not is_heading_shape(whole):
            return ""
        styled = self._word_levels.get(line.heading) if line.heading else None
        if styled:
            return styled
        words = self._grammar["document-words"]
        titled = whole[0] in "（《" or any(word in whole for word in words)
        if not titled and whole[-1] not in "。：" and self._is_near(name, "section"):
            return "section"
        if self._is_near(name, "dimension") or self._names_an_aspect(whole):
            return "plain"
        return "bold" if line.bold else ""

    def _names_an_aspect(self, whole: str) -> bool:
        """Return whether a line is a heading like 在服务群众方面, and not 主要有以下几个方面."""
        if not whole.rstrip("。：").endswith(self._grammar["heading-closers"]):
            return False
        if any(word in whole for word in self._grammar["lead-in-words"]):
            return False
        opened = whole.startswith(self._grammar["title-openers"])
        return opened or (len(whole) <= LONGEST_ASPECT and "，" not in whole)

    def _is_near(self, name: str, kind: Heading) -> bool:
        lexicon = self._grammar.lexicon
        titles = lexicon.section_titles if kind == "section" else lexicon.dimension_titles
        return len(name) >= 3 and resembles(name, titles, self._grammar, _NEAR)
