"""Ordinals that are not whole: their mark was forgotten (2督促落实, 二原因分析, （二作风方面, 二）作风方面), or another sign
stands for the numeral (（-）, —、, ニ、).

Most lines that begin with a numeral or a dash are text (2名同志, 三年来), so one counts only where its row goes on with it.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterator, Sequence

from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.structure.outline import numerals
from docklint.structure.outline.ordinals import is_place, token
from docklint.structure.outline.styles import StyleName
from docklint.structure.outline.titles import LONGEST, after_stop, title_end
from docklint.structure.outline.tokens import Token
from docklint.typed import Match

DEEPEST = 2
"""Brackets within brackets that are looked through."""
LONGEST_CHINESE, LONGEST_ARABIC = 3, 2
"""Signs of a numeral whose mark was forgotten."""
_STYLES: tuple[StyleName, ...] = ("arabic", "chinese", "paren", "is")
_ALIKE = "".join(map(chr, numerals.LOOKALIKES)).replace("-", r"\-")
_LOOKALIKE = (
    rf"(?P<head>（)?(?P<numeral>[{_ALIKE}{numerals.CHINESE}]{{1,4}})"
    rf"(?P<tail>(?(head)）[、.。，]?|(?:[、.．。]|是)))(?![{_ALIKE}])"
)


class DamagedOrdinals:
    """A text and the ordinals found in it, `found`, whose rows may go on with others that are not whole."""

    def __init__(self, text: str, found: Sequence[Token], grammar: Grammar) -> None:
        """Sort what was found into rows."""
        self._text = text
        self._grammar = grammar
        self._taken = {each.start for each in found}
        self._rows = {style: [each for each in found if each.style == style] for style in _STYLES}

    def tokens(self) -> Iterator[Token]:
        """Yield the ordinals that are not whole."""
        for start in _line_starts(self._text):
            found = _without_mark(self._text, start)
            neighbour = self._neighbour(found)
            if found and neighbour and self._numbers(found, neighbour):
                yield self._kept(found)
        yield from self._lookalikes()

    def _lookalikes(self) -> Iterator[Token]:
        """Yield ordinals with another sign for the numeral; backwards and forwards, for one may confirm its neighbour."""
        may_be = list(self._with_lookalikes())
        for found in (*reversed(may_be), *may_be):
            before, after = _around(self._rows[found.style], found)
            follows = before and before.value and before.value + 1 == found.value
            leads = after and found.value and found.value + 1 == after.value
            repeats = after and after.value == found.value
            if found.start not in self._taken and not repeats and (leads or follows):
                yield self._kept(found)

    def _with_lookalikes(self) -> Iterator[Token]:
        end = 0
        if not any(chr(sign) in self._text for sign in numerals.LOOKALIKES):
            return
        for sign in compiled(f"[{_ALIKE}]").finditer(self._text):
            start = self._numeral_start(sign.start())
            match = (
                compiled(_LOOKALIKE).match(self._text, start)
                if start >= end and is_place(self._text, start)
                else None
            )
            if match and (found := _with_lookalike(match)):
                end = match.end()
                yield found

    def _numeral_start(self, start: int) -> int:
        """Step back over the numerals and the bracket before a sign (（十-）)."""
        while start and self._text[start - 1] in numerals.CHINESE:
            start -= 1
        return start - self._text.startswith("（", start - 1) if start else start

    def _neighbour(self, found: Token | None) -> Token | None:
        if found is None or found.start in self._taken:
            return None
        return _neighbour(self._rows[found.style], found)

    def _kept(self, found: Token) -> Token:
        self._taken.add(found.start)
        insort(self._rows[found.style], found, key=_start)
        return found

    def _numbers(self, found: Token, neighbour: Token) -> bool:
        """Return whether it numbers what follows: 2督促落实 and 二原因分析, and not 2名同志 or 二级单位."""
        if found.style == "arabic":
            counts = self._text.startswith(self._grammar["number-followers"], found.end)
            return not counts and self._shape(found) == self._shape(neighbour)
        if found.style == "chinese":
            title = self._text[found.end : self._title_end(found)]
            return self._grammar.normal(title) in self._grammar.known_titles
        return True  # Half a bracket is enough.

    def _shape(self, found: Token) -> tuple[bool, bool]:
        """Tell a heading alone, one sentence and a heading before its text from each other.

        No list holds everything that can be counted, but a count seldom has the shape of its neighbours as well.
        """
        stop = self._title_end(found)
        rest = after_stop(self._text, stop)
        return rest > stop, self._text[rest : rest + 1] in ("", "\n")

    def _title_end(self, found: Token) -> int:
        return title_end(self._text, found.end, min(found.end + LONGEST, len(self._text)))


def _line_starts(text: str) -> Iterator[int]:
    """Yield where the lines behind the first one begin."""
    start = text.find("\n") + 1
    while start:
        yield start
        start = text.find("\n", start) + 1


def _without_mark(text: str, start: int) -> Token | None:
    """Read the numeral that a line begins with, half of a bracket around it, before a Chinese character."""
    bracket = text.startswith("（", start)
    end = start if bracket else numerals.end_of(text, start, numerals.ARABIC, LONGEST_ARABIC)
    style: StyleName = "arabic"
    if end == start:
        first = start + bracket
        end = numerals.end_of(text, first, numerals.CHINESE, LONGEST_CHINESE)
        if end == first or (bracket and is_closed(text, start)):
            return None
        closing = text.startswith("）", end)
        style = "paren" if bracket or closing else "chinese"
        end += closing
    value = numerals.parse(text[start:end].strip("（）"))
    # Not by a pattern: compiling a class of all Chinese characters takes half a millisecond.
    if value is None or not "一" <= text[end : end + 1] <= "龥":
        return None
    return token(start=start, end=end, style=style, value=value, line_start=True)


def is_closed(text: str, start: int) -> bool:
    """Return whether the bracket at a place is closed in its line: it holds a phrase (（三会一课）制度), or nothing is
    forgotten at all (（三）).
    """
    depth = 0
    for at in range(start, len(text)):
        sign = text[at]
        depth += (sign == "（") - (sign == "）")
        if not depth:
            return True
        if depth > DEEPEST or sign == "\n":
            return False
    return False


def _with_lookalike(match: Match[str]) -> Token | None:
    numeral = match["numeral"].translate(numerals.LOOKALIKES)
    value = numerals.parse(numeral) if numeral != match["numeral"] else None
    style: StyleName = "paren" if match["head"] else "is" if match["tail"] == "是" else "chinese"
    if value is None:
        return None
    text, start = match.string, match.start()
    line_start = start == 0 or text[start - 1] == "\n"
    return token(start=start, end=match.end(), style=style, value=value, line_start=line_start)


def _neighbour(row: Sequence[Token], found: Token) -> Token | None:
    """Return the ordinal whose row goes on with this one: the number before it; for a first one, the second."""
    before, after = _around(row, found)
    if found.value == 1:
        return after if after and after.value == 2 else None
    if after and after.value == found.value:
        return None
    return before if before and before.value and before.value + 1 == found.value else None


def _around(row: Sequence[Token], found: Token) -> tuple[Token | None, Token | None]:
    at = bisect(row, found.start, key=_start)
    return row[at - 1] if at else None, row[at] if at < len(row) else None


def _start(found: Token) -> int:
    return found.start
