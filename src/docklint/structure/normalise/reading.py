"""A reading: the body of a document as a person reads it, with a way back to every character.

Understanding works on the reading, so that a blank inside a word, a half-width comma, a traditional character
or a line broken by a PDF is met once, here, and nowhere else. Substitutions are one to one; what a reader
skips is dropped, and `Reading.span` knows where the rest stands in the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from docklint.document import Document, Line
from docklint.patterns import compiled
from docklint.spans import Range, Span
from docklint.structure.normalise.wrapping import soft_breaks
from docklint.values import Value

_CJK = (
    ("\u4e00", "\u9fff"),
    ("\uff01", "\uff60"),
    ("\u3001", "\u301f"),
    ("\u2018", "\u201d"),
    ("\u2460", "\u249b"),
)
"""First and last of the characters beside which a blank means nothing. No pattern: it is dear to compile."""
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SKIPPED = " \t\u3000\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2060\ufeff\u00ad"
_HTML_COMMENT = r"<[!！]--[\s\S]{0,2000}?-->"
_MARKUP = (
    _HTML_COMMENT + r"|(?m:^)[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)"
    r"|\*\*|__|(?<!\*)\*(?=\S)(?=[^*\n]*\S\*(?!\*))|(?<=\S)\*(?!\*)"
)
_PASTED = (
    r"(?m:^)[ \t\u3000]*(?:#{1,6}[ \t]*|\*{2,3}"
    r"(?=第[一二三四五六七八九十]+[，、：]|[一二三四五六七八九十]+[、是]|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]{1,2}[.．、]))"
)
"""What Markdown leaves before a heading or an ordinal that was pasted into another kind of file."""
_NARROW = (
    r"(?<![0-9A-Za-z])[,;:!?](?![0-9])|(?<=[0-9])[,;:!?](?![0-9A-Za-z/])|(?<=[^\x00-\x7f\s])[,;:!?]|[()]"
)
_NARROW_STOP = r"(?<=[^\x00-\x24\x26-\x7f\s①-⒛])\.(?=[^!-~]|$)"
_MAY_WIDEN = ",;:!?()"
_WIDE = str.maketrans(_MAY_WIDEN, "，；：！？（）")
_MAY_FOLD = "０１２３４５６７８９．「」『』﹁﹂〔〕﹙﹚"
_FOLDED = str.maketrans(_MAY_FOLD, "0123456789.“”‘’“”（）（）")  # 〔1〕 numbers like （1）


class Reading(Value):
    """`text` as understood; `starts`/`shifts` say how far its characters stand from the document's.

    The character at index i of `text` is the one at `i + shifts[k]` of `Document.text`, where k is the last
    index with `starts[k] <= i`.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def offset(self, index: int) -> int:
        """Turn an index of `text` into an offset in `Document.text` (both code points)."""
        return index + self.shifts[bisect_right(self.starts, index) - 1]

    def index(self, offset: int) -> int:
        """Turn an offset in `Document.text` into the index of that character, or of the next one that was kept."""
        if self._is_whole:
            return min(offset, len(self.text))
        at = bisect_right(range(len(self.starts)), offset, key=lambda k: self.starts[k] + self.shifts[k]) - 1
        if at < 0:
            return 0
        following = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)
        return min(offset - self.shifts[at], following)

    def span(self, range_: Range) -> Span:
        """Turn a range of `text` into the document's span, without anything dropped around it."""
        start, end = range_
        if self._is_whole:
            return Span(start, end if end > start else start)
        first = self.offset(start)
        return Span(first, self.offset(end - 1) + 1 if end > start else first)

    @cached_property
    def _is_whole(self) -> bool:
        """Whether nothing was dropped, so that indices are offsets."""
        return self.starts == self.shifts == (0,)


def unwrapped(document: Document, reading: Reading) -> Reading:
    """Return the whole document as it stands but for the line breaks that the reading of its body skips."""
    return _without(document.text, _soft_breaks(document.text, reading))


def _soft_breaks(text: str, reading: Reading) -> Iterator[tuple[int, int]]:
    for at in range(1, len(reading.starts)):
        start, end = (reading.starts[at] + shift for shift in reading.shifts[at - 1 : at + 1])
        if "\n" in text[start:end]:
            yield start, end


def read(document: Document, simplified: Mapping[int, int] | None = None) -> Reading:
    """Read the body of `document`. `simplified` maps traditional code points to simplified ones."""
    body = list(_body(document.lines))
    end = body[-1].end if body else 0
    text = _fold(document.text[:end], simplified or {})
    dropped = _dropped(text, document.markdown)
    return _without(text, _merged([*dropped, *soft_breaks(text, body), *_contents(body)]))


def _body(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        if line.part not in ("body", "table"):
            return
        yield line


def _contents(body: Iterable[Line]) -> Iterator[tuple[int, int]]:
    """A table of contents repeats headings that stand elsewhere: nobody reads it as the draft's own text."""
    return ((line.start, line.end) for line in body if line.contents and line.end > line.start)


def _fold(text: str, simplified: Mapping[int, int]) -> str:
    if not simplified.keys().isdisjoint(_code_points(text)):
        text = text.translate(simplified)
    if _has_any(text, _MAY_FOLD):
        text = text.translate(_FOLDED)
    if _has_any(text, _MAY_WIDEN):
        text = compiled(_NARROW).sub(lambda match: match[0].translate(_WIDE), text)
    return compiled(_NARROW_STOP).sub("。", text) if "." in text else text


def _code_points(text: str) -> memoryview:
    """Return the code points of a text; to look at each of its characters would take half as long again."""
    return memoryview(text.encode("utf-32", "surrogatepass")).cast("I")


def _has_any(text: str, signs: str) -> bool:
    """Return whether a text holds one of some signs; a few searches for one are quicker than one for a few."""
    return any(sign in text for sign in signs)


def _dropped(text: str, markdown: bool) -> Iterator[tuple[int, int]]:
    if _has_any(text, _SKIPPED):
        for match in compiled(f"[{_SKIPPED}]+").finditer(text):
            if _meaningless(text, match):
                yield match.span()
    marked = _MARKUP if markdown else _PASTED if "**" in text or "#" in text else ""
    for match in compiled(marked).finditer(text) if marked else ():
        yield match.span()


def _meaningless(text: str, blanks: re.Match[str]) -> bool:
    """A blank means something between Latin words or digits only (“1. 5”); invisible characters never do."""
    start, end = blanks.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    at_edge = before in ("", "\n") or after in ("", "\n")
    in_ordinal = before.isdecimal() and after == "." and not text[end + 1 : end + 2].isdecimal()
    return (
        at_edge
        or in_ordinal
        or _is_chinese(before)
        or _is_chinese(after)
        or all(c in _INVISIBLE for c in blanks[0])
    )


def _is_chinese(char: str) -> bool:
    return any(first <= char <= last for first, last in _CJK)


def _merged(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the ranges in order, overlapping and touching ones as one."""
    last: tuple[int, int] | None = None
    for start, end in sorted(ranges):
        if last and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _without(text: str, dropped: Iterable[tuple[int, int]]) -> Reading:
    kept, starts, shifts, at, length = [], [0], [0], 0, 0
    for start, end in dropped:
        kept.append(text[at:start])
        length += start - at
        at = end
        if starts[-1] == length:
            shifts[-1] = end - length
        else:
            starts.append(length)
            shifts.append(end - length)
    kept.append(text[at:])
    return Reading("".join(kept), tuple(starts), tuple(shifts))
