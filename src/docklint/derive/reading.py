"""A notice as the reader of this room sees it: its text, lines, cells, and the patterns of the lexicon."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from re import Match, Pattern

from docklint.derive.proposal import Found
from docklint.derive.source import found
from docklint.document import Document, Line
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.normalise.body import read

SENTENCE_STOPS = "。！？；\n"
CLAUSE_STOPS = "，。！？；：\n"
LONGEST_HEADING = 30
"""Code points of a line that may head others."""
LONGEST_READ = 30_000
"""So much of a document is read (code points); a notice with its attachments has a third of it."""
REACH = 1500
"""No sentence is looked at further than this from a place in it (code points)."""
WRAPPED = 3
"""A notice is short: so few lines of one width, and none longer, show that a page's width broke them."""
MARK = r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]部分|[0-9]{1,2}[.、])"
BRACKETED = r"【[^【】\n]{2,16}】$"
"""A heading between brackets, a line of its own."""
BULLET = r"[•·●○◆■▪★☆\-—–*➢►✓√▶※]+|[①-⑳]"


class Notice:
    """A notice: `text` is its reading, all ranges count in it. Immutable."""

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document = document
        self.grammar = grammar
        self.reading = read(document, grammar, WRAPPED)
        self.text = _bounded(self.reading.text)
        self._matches: dict[Callable[[Grammar], Pattern[str]], list[Match[str]]] = {}
        self.is_cut = len(self.text) < len(self.reading.text)

    def pattern(self, key: str) -> Pattern[str]:
        """Return what finds any of a list of the lexicon."""
        return self.grammar.once(_pattern, key)

    def says(self, key: str, words: str) -> bool:
        """Return whether `words` hold anything of a list of the lexicon."""
        return bool(self.pattern(key).search(words))

    def matches(self, make: Callable[[Grammar], Pattern[str]]) -> list[Match[str]]:
        """Return all matches of a pattern in the text, found once."""
        if make not in self._matches:
            self._matches[make] = list(self.grammar.once(make).finditer(self.text))
        return self._matches[make]

    def found(self, range_: Range) -> Found:
        """Return the words of a range with the sentence they stand in."""
        return found(self.text[range_.start : range_.end], *range_, self.reading, self.document)

    @cached_property
    def lines(self) -> tuple[Range, ...]:
        """The lines that hold anything."""
        return tuple(_lines(self.text))

    def line_at(self, at: int) -> int:
        """Return which line holds a place, or is the last before it."""
        return max(bisect_right(self._starts, at) - 1, 0)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _headings(self) -> tuple[tuple[int, int], ...]:
        """The lines that may head others: which one, and its level."""
        return tuple(
            (at, _level(match[0]))
            for at, line in enumerate(self.lines)
            if line.end - line.start <= LONGEST_HEADING
            and (match := compiled(f"{MARK}|{BRACKETED}").match(self.text, *line))
        )

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
        return Range(self.behind_stop(stops, start), self.at_stop(stops, end))

    def behind_stop(self, stops: str, at: int) -> int:
        """Return the place behind the last of some signs before a place, or the beginning of its line, if that is near."""
        at = max(at, 0)
        line = max(self.text.rfind("\n", max(at - REACH, 0), at) + 1, at - REACH, 0)
        return max(self.text.rfind(stop, line, at) for stop in stops + "\n") + 1 or line

    def at_stop(self, stops: str, at: int) -> int:
        """Return the place of the first of some signs from a place on, or the end of its line, if that is near."""
        line = self.text.find("\n", at, at + REACH)
        end = min(at + REACH, len(self.text)) if line < 0 else line
        return min((found for stop in stops if (found := self.text.find(stop, at, end)) >= 0), default=end)

    def heading(self, at: int) -> str:
        """Return the headings under which a place stands, the nearest first; empty if there is none."""
        own = compiled(MARK).match(self.text, *self.paragraph(at))
        levels = {_level(own[0])} if own else set()
        told: list[str] = []
        for line, level in reversed(self._headings[: bisect_left(self._headings, (self.line_at(at), 0))]):
            if not levels or level < min(levels):
                levels.add(level)
                told.append(self.words(self.lines[line]))
            if level == 1:
                break
        return "\n".join(told)

    @cached_property
    def tables(self) -> tuple[tuple[tuple[Range, ...], ...], ...]:
        """The tables, as rows of cells: of Word and of Markdown, and neighbouring lines that tabs divide."""
        return tuple(_tables(self))


def _bounded(text: str) -> str:
    """Return so much of a text as is read, whole lines if they are short."""
    if len(text) <= LONGEST_READ:
        return text
    line = text.rfind("\n", LONGEST_READ - REACH, LONGEST_READ)
    return text[: line + 1 if line > 0 else LONGEST_READ]


def _pattern(grammar: Grammar, key: str) -> Pattern[str]:
    return compiled(alternatives(grammar[key]))


def _level(mark: str) -> int:
    return (
        1
        if mark.startswith("【") or (mark.endswith(("、", "分")) and not mark[0].isdecimal())
        else 2
        if mark.startswith("（")
        else 3
    )


def _lines(text: str) -> Iterator[Range]:
    at = 0
    for line in text.split("\n"):
        start = at + len(line) - len(line.lstrip("> 　"))
        if line.strip("> 　"):
            yield Range(start, at + len(line))
        at += len(line) + 1


def _tables(notice: Notice) -> Iterator[tuple[tuple[Range, ...], ...]]:
    read = [line for line in notice.document.lines if notice.reading.index(line.end) <= len(notice.text)]
    for is_table, lines in groupby(read, key=lambda line: _in_table(notice, line)):
        if is_table:
            yield tuple(_row(notice, row) for row in _rows(lines))


def _in_table(notice: Notice, line: Line) -> bool:
    words = notice.document.text[line.start : line.end]
    # A form that is filled in later has empty cells at the end of its rows.
    return line.part == "table" or "\t" in words.strip(" ") or _is_piped(words)


def _is_piped(words: str) -> bool:
    """Return whether a line of plain text is the row of a table with upright strokes (| 甲 | 乙 |)."""
    row = words.lstrip("> ").rstrip()
    return row.startswith("|") and row.endswith("|") and row.count("|") > 2


def _rows(lines: Iterable[Line]) -> Iterator[list[Line]]:
    for _, row in groupby(lines, key=lambda line: line.cell[0] if line.cell else -line.start):
        yield list(row)


def _row(notice: Notice, row: list[Line]) -> tuple[Range, ...]:
    words = notice.document.text[row[0].start : row[0].end]
    if row[0].cell:
        return tuple(_of_word(row, notice))
    if row[0].part == "table" or _is_piped(words):
        return tuple(_of_markdown(words, row[0].start, notice))
    return tuple(_split(words, row[0].start, "\t", notice))


def _of_word(row: Sequence[Line], notice: Notice) -> Iterator[Range]:
    for _, lines in groupby(row, key=lambda line: line.cell):
        cell = list(lines)
        yield Range(notice.reading.index(cell[0].start), notice.reading.index(cell[-1].end))


def _of_markdown(words: str, at: int, notice: Notice) -> Iterator[Range]:
    inside = words.strip("> ").strip().strip("|")
    yield from _split(inside, at + words.index(inside), "|", notice)


def _split(words: str, at: int, sign: str, notice: Notice) -> Iterator[Range]:
    for cell in words.split(sign):
        start = at + len(cell) - len(cell.lstrip())
        yield Range(notice.reading.index(start), notice.reading.index(start + len(cell.strip())))
        at += len(cell) + 1
