"""A notice as the reader of this room sees it: its text, lines, cells, and the patterns of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from re import Pattern

from docklint.derive.proposal import Found
from docklint.derive.source import found
from docklint.document import Document
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.normalise.body import read

SENTENCE_STOPS = "。！？；\n"
CLAUSE_STOPS = "，。！？；：\n"
LONGEST_HEADING = 30
"""Code points of a line that may head others."""
MARK = r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]部分|[0-9]{1,2}[.、])"


class Notice:
    """A notice: `text` is its reading, all ranges count in it. Immutable."""

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document = document
        self.grammar = grammar
        self.reading = read(document, grammar)
        self.text = self.reading.text

    def pattern(self, key: str) -> Pattern[str]:
        """Return what finds any of a list of the lexicon."""
        return self.grammar.once(_pattern, key)

    def says(self, key: str, words: str) -> bool:
        """Return whether `words` hold anything of a list of the lexicon."""
        return bool(self.pattern(key).search(words))

    def found(self, range_: Range) -> Found:
        """Return the words of a range with the sentence they stand in."""
        return found(self.text[range_.start : range_.end], *range_, self.reading, self.document)

    @cached_property
    def lines(self) -> tuple[Range, ...]:
        """The lines that hold anything."""
        return tuple(_lines(self.text))

    def line_at(self, at: int) -> int:
        """Return which line holds a place, or is the last before it."""
        return max((i for i, line in enumerate(self.lines) if line.start <= at), default=0)

    def words(self, range_: Range) -> str:
        """Return the words of a range."""
        return self.text[range_.start : range_.end]

    def sentence(self, at: int) -> Range:
        """Return the sentence that holds a place; a semicolon ends none."""
        return self._around(at, at, "。！？\n")

    def clause(self, start: int, end: int) -> Range:
        """Return the clauses that hold a range."""
        return self._around(start, end, CLAUSE_STOPS)

    def paragraph(self, at: int) -> Range:
        """Return the line that holds a place."""
        return self._around(at, at, "\n")

    def _around(self, start: int, end: int, stops: str) -> Range:
        first = max(self.text.rfind(stop, 0, start) for stop in stops) + 1
        last = min(
            (found for stop in stops if (found := self.text.find(stop, end)) >= 0), default=len(self.text)
        )
        return Range(first, last)

    def heading(self, at: int) -> str:
        """Return the headings under which a place stands, the nearest first; empty if there is none."""
        levels: set[int] = set()
        told: list[str] = []
        for line in reversed(self.lines[: self.line_at(at)]):
            words = self.words(line)
            match = compiled(MARK).match(words)
            if match and len(words) <= LONGEST_HEADING:
                level = _level(match[0])
                if not levels or level < min(levels):
                    levels.add(level)
                    told.append(words)
        return "\n".join(told)

    @cached_property
    def cells(self) -> tuple[tuple[Range, ...], ...]:
        """Rows of cells: the lines that tabs divide, and a Word table whose first column counts its rows."""
        return tuple(_rows(self))


def _pattern(grammar: Grammar, key: str) -> Pattern[str]:
    return compiled(alternatives(grammar[key]))


def _level(mark: str) -> int:
    return 1 if mark.endswith(("、", "分")) and not mark[0].isdecimal() else 2 if mark.startswith("（") else 3


def _lines(text: str) -> Iterator[Range]:
    at = 0
    for line in text.split("\n"):
        start = at + len(line) - len(line.lstrip("> 　"))
        if line.strip("> 　"):
            yield Range(start, at + len(line))
        at += len(line) + 1


def _rows(notice: Notice) -> Iterator[tuple[Range, ...]]:
    document, reading = notice.document, notice.reading
    table: list[Range] = []
    for line in document.lines:
        words = document.text[line.start : line.end]
        if "\t" in words.strip():
            yield tuple(_split(words, line.start, notice))
        elif line.part == "table" and words.strip():
            table.append(Range(reading.index(line.start), reading.index(line.end)))
    yield from _counted_rows(table, notice)


def _split(words: str, at: int, notice: Notice) -> Iterator[Range]:
    for cell in words.split("\t"):
        yield Range(notice.reading.index(at), notice.reading.index(at + len(cell)))
        at += len(cell) + 1


def _counted_rows(table: list[Range], notice: Notice) -> Iterator[tuple[Range, ...]]:
    """Find the rows of a table, of which a document knows only the cells: the first column counts 1, 2, 3 in even steps."""
    numbers = {at: notice.words(cell) for at, cell in enumerate(table)}
    ones = [at for at, words in numbers.items() if words in ("1", "一")]
    for one in ones[:1]:
        two = next((at for at, words in numbers.items() if at > one and words in ("2", "二")), 0)
        width = two - one
        if width > 1 and one >= width:
            for row in range(one - width, len(table) - width + 1, width):
                yield tuple(table[row : row + width])
