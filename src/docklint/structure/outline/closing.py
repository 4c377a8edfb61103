"""The closing of a paper: goodbye, signature and date."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.grammar import Grammar
from docklint.patterns import compiled

_DATE = r"年[^，。；]{1,4}月[^，。；]{1,4}日|年[^，。；]{1,4}月）?$"
_BRACKETS = "【[［"
LONGEST_SIGNATURE = 24
"""Code points of a line with the name of who signs."""
LONGEST_NAME = 4
"""A line of no more code points is a person's name."""
MOST_NAMES = 3
"""So many lines of names (unit, office, person) sign a paper at most; more are a list."""


class ClosingFinder:
    """One reading's text and the words that say goodbye."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self._text = text
        self._grammar = grammar

    def closing(self, last_title: int, end: int) -> int:
        """Find where the closing of the paper that ends at `end` begins: the run of final lines that say goodbye,
        sign or date it.

        Short lines that nobody signed or dated are the last part's own text if nothing else is.
        """
        run = list(self._final_lines(last_title, end))
        names = [start for start, sure in run if not sure]
        if len(names) > MOST_NAMES:
            return end
        alone = run and not self._text[last_title : run[-1][0]].strip("。：\n ")
        if not alone:
            return run[-1][0] if run else end
        last_sure = max((i for i, (_, sure) in enumerate(run) if sure), default=-1)
        return run[min(last_sure + 1, len(run) - 1)][0] if last_sure >= 0 else end

    def _final_lines(self, last_title: int, end: int) -> Iterator[tuple[int, bool]]:
        """Yield the starts of the lines that may be the closing, the last first, and whether each surely is."""
        line_end = self._last_line_end(end)
        while line_end > last_title:
            start = self._text.rfind("\n", 0, line_end) + 1
            line = self._text[start:line_end]
            sure = says_goodbye(line, self._grammar) or _is_name_or_date(line)
            if start <= last_title or not (sure or _is_signature(line)):
                return
            yield start, sure
            line_end = self._last_line_end(start)

    def _last_line_end(self, end: int) -> int:
        """Step back over line ends; to copy all that stands before would take the square of the papers in a file."""
        while end and self._text[end - 1] == "\n":
            end -= 1
        return end


def says_goodbye(line: str, grammar: Grammar) -> bool:
    """Return whether a line ends a paper in words (特此报告, 请批评指正)."""
    return any(phrase in line for phrase in grammar["closing-phrases"])


def _is_name_or_date(line: str) -> bool:
    return _is_signature(line) and (len(line) <= LONGEST_NAME or bool(compiled(_DATE).search(line)))


def _is_signature(line: str) -> bool:
    if len(line) > LONGEST_SIGNATURE or line[0] in _BRACKETS:
        return False
    return not any(stop in line for stop in "。；：，！？")
