"""Ordinals written twice: typed behind another one, or behind the number that Word puts there.

二、二、 and （三）（三） are two of one style, 1.一、 and 一、（一） of two.
"""

from __future__ import annotations

from bisect import bisect, bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docklint.structure.outline import numerals
from docklint.structure.outline.ordinals import is_place, ordinal_at, token
from docklint.structure.outline.styles import Family, StyleName
from docklint.structure.outline.tokens import Token

_TYPED: Mapping[StyleName, tuple[str, int, tuple[str, ...]]] = {
    "chinese": (numerals.CHINESE, 4, ("、", ".", "．", "。")),
    "arabic": (numerals.ARABIC, 3, ("、", ".", "．")),
}
"""Marks that may begin a list of numerals (一、二、三产业) or be a decimal number where they stand alone: by their style the
signs of the numeral, how many at most, and the stops."""
_AGAIN = (numerals.CHINESE, 3, ("，", "、", "：", "。"))
"""第三，第三，: two that look like a list as well."""
_Pair = tuple[Token, Token]
"""Two ordinals, one right behind the other."""


class DoubledOrdinals:
    """A text and the ordinals found in it."""

    def __init__(self, text: str, found: Sequence[Token]) -> None:
        """Sort what was found into rows, one a family."""
        self._text = text
        pairs = [*_typed_pairs(text), *_same_again(text)]
        self._has_decimals = any(a.family == "arabic" and a.value != b.value for a, b in pairs)
        taken = {outer.start for outer, _ in pairs}
        single = [each for each in found if each.start not in taken]
        self._pairs = sorted([*pairs, *self._behind_each_other(single)], key=lambda pair: pair[0].start)
        inner = {typed.start for _, typed in self._pairs}
        equal = [pair for pair in self._pairs if pair[0].value == pair[1].value]
        self._plain = _rows([*(each for each in found if each.start not in inner), *(a for a, _ in equal)])
        self._typed = _rows(
            [
                *(b for a, b in equal if a.family != b.family),
                *(each for row in self._plain.values() for each in row),
            ]
        )

    def _behind_each_other(self, found: Iterable[Token]) -> Iterator[_Pair]:
        for outer in found:
            inner = ordinal_at(self._text, outer.end + self._text.startswith(" ", outer.end))
            if inner:
                yield outer, inner

    def tokens(self) -> Iterator[Token]:
        """Yield one token for every two ordinals that stand for one, and the first below a heading without a title."""
        for outer, inner in self._pairs:
            if self._doubles(outer, inner):
                joined = self._joined(outer, inner)
                insort(self._plain[joined.family], joined, key=_start)
                yield joined
            elif 0 < outer.level < inner.level and inner.value == 1:
                yield inner

    def _doubles(self, outer: Token, inner: Token) -> bool:
        """Return whether the two stand for one part.

        A heading without a title may stand before the first of what is below it (一、（一）…（二）…), so a first ordinal of
        another style counts only if no second one follows. Of two different numbers one must belong in the row.
        """
        before, after = _around(self._plain[inner.family], outer, inner)
        if outer.family != inner.family:
            below = inner.level > outer.level and inner.value == 1
            goes_on = below and after is not None and after.value == 2
            return bool(outer.level and inner.level) and outer.value == inner.value and not goes_on
        if outer.value == inner.value:
            return outer.family != "arabic" or not self._is_decimal(outer, inner)
        if not (outer.level and outer.line_start and (before or after)) or outer.family == "arabic":
            return False
        expected = (before.value or 0) + 1 if before else 1
        ends = after is None or after.value == 1
        return any(
            n == expected and (ends or (after and after.value == n + 1)) for n in (outer.value, inner.value)
        )

    def _is_decimal(self, outer: Token, inner: Token) -> bool:
        """Return whether 1.1. is a part of a part and no 1. written twice: somewhere stands a 1.2., or nowhere a 2."""
        return self._has_decimals or not _fit(self._plain, outer, outer, inner)

    def _joined(self, outer: Token, inner: Token) -> Token:
        """Of the two the one counts that fits its row better; the typed one, if both do."""
        fit = [_fit(self._typed, each, outer, inner) for each in (outer, inner)]
        counted = outer if fit[0] > fit[1] else inner
        return counted._replace(
            start=outer.start, end=inner.end, line_start=outer.line_start, second=inner.start
        )


def _rows(found: Iterable[Token]) -> Mapping[Family, list[Token]]:
    rows: dict[Family, list[Token]] = defaultdict(list)
    for each in sorted(found, key=_start):
        rows[each.family].append(each)
    return rows


def _around(row: Sequence[Token], outer: Token, inner: Token) -> tuple[Token | None, Token | None]:
    """Return the ordinals of a row before and after both of two."""
    first, last = bisect_left(row, outer.start, key=_start), bisect(row, inner.start, key=_start)
    return row[first - 1] if first else None, row[last] if last < len(row) else None


def _fit(rows: Mapping[Family, Sequence[Token]], counted: Token, outer: Token, inner: Token) -> int:
    """Say on how many sides (0-2) its row goes on with the number of one of two."""
    before, after = _around(rows[counted.family], outer, inner)
    value = counted.value or 0
    return (before is not None and before.value == value - 1) + (
        after is not None and after.value == value + 1
    )


def _typed_pairs(text: str) -> Iterator[_Pair]:
    """Yield the two marks with which a line begins."""
    start = 0
    while True:
        for style, kind in _TYPED.items():
            first = _mark_end(text, start, *kind)
            inner = first + text.startswith(" ", first)
            last = _mark_end(text, inner, *kind) if first else 0
            if last and numerals.end_of(text, last, kind[0], 1) == last:
                yield _token(text, start, first, style, True), _token(text, inner, last, style, False)
        start = text.find("\n", start) + 1
        if not start:
            return


def _same_again(text: str) -> Iterator[_Pair]:
    """Yield 第三，第三，wherever such an ordinal may stand."""
    at = text.find("第")
    while at >= 0:
        first = _mark_end(text, at + 1, *_AGAIN)
        last = 2 * first - at if first and text.startswith(text[at:first], first) else 0
        if last and is_place(text, at):
            line_start = text[at - 1 : at] in ("", "\n")
            yield _token(text, at, first, "ordinal", line_start), _token(text, first, last, "ordinal", False)
        at = text.find("第", last or at + 1)


def _mark_end(text: str, start: int, signs: str, most: int, stops: tuple[str, ...]) -> int:
    """Return where a numeral with its stop ends; 0 if none stands there."""
    end = numerals.end_of(text, start, signs, most)
    return end + 1 if end > start and text.startswith(stops, end) else 0


def _token(text: str, start: int, end: int, style: StyleName, line_start: bool) -> Token:
    value = numerals.parse(text[start : end - 1].removeprefix("第")) or 0
    return token(start=start, end=end, style=style, value=value, line_start=line_start)


def _start(found: Token) -> int:
    return found.start
