"""Quotes, title marks and brackets that do not pair, face the wrong way or cross."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from docklint.patterns import compiled
from docklint.rules import Check, Edit, Fix, Hit
from docklint.spans import Range, Span
from docklint.structure.draft import Draft
from docklint.tuples import NamedTuple
from docklint.typed import ClassVar
from docklint.word_search import all_places

_PAIRS = ("“”", "‘’", "《》", "〈〉", "（）", "()", "[]", "【】", "「」", "『』", "〔〕")
_KINDS = {mark: "（" if mark in "（）()" else pair[0] for pair in _PAIRS for mark in pair}
_OPENERS = frozenset(pair[0] for pair in _PAIRS)
_OTHER = {pair[i]: pair[1 - i] for pair in _PAIRS for i in (0, 1)}
_REOPENED = "“‘「『"
"""A quotation of several paragraphs opens again in each of them and closes in the last (GB/T 15834 4.8.3)."""

_QUOTES = "“”‘’"
_ALL_QUOTES = _QUOTES + "「」『』"
_TITLE_MARKS = "《》〈〉"

_STRAIGHT = '"'
_MARKS = frozenset("".join(_PAIRS) + _STRAIGHT + "\n")
_ENUMERATOR = r"(?:^|[。；：，、\s])(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[①-⑳])$|:-?$"
_LOOK_BACK = 6
_QUOTED = 20
"""Code points of a quotation whose two marks are taken for one slip; what lies further apart is two."""
_STOPS = "[。！？；\n]"
_LONG, _LONGEST = 6, 400
"""Code points of a quotation that may hold another one, and of what stands on either side of that."""
_WORD = range(2, 9)
"""Code points of a word that stands in quotation marks within a quotation."""
_DEEPEST = 3
"""How deep marks nest in most drafts: (the 《title “with a quotation”》 of a paper)."""
_FURTHEST = 6
"""Over how many lines a pair may stretch: text pasted from a PDF breaks lines anywhere."""


class _Mark(NamedTuple):
    at: int
    text: str
    line: int

    @property
    def opens(self) -> bool:
        return self.text in _OPENERS


class _Fault(NamedTuple):
    mark: _Mark
    variant: str = ""
    other: _Mark | None = None
    """The other half of a pair both of whose marks face the wrong way."""


class UnpairedMark(Check):
    """Point at each mark that has no counterpart, faces the wrong way or closes what lies around it.

    Full-width and half-width brackets may pair with each other. Straight quotes are judged by their number
    in a paragraph, the closing bracket of `1)` and an apostrophe not at all. Variants name the mark, for a sentence
    that shows it reads as a quotation of itself: `open-quote` (it lacks its closing half), `close-title`, `straight`, …;
    `turned-bracket`, …: it faces the wrong way; `swapped`: both marks of a quotation do; `crossed`. `quoted` are words
    that are written in quotation marks wherever they stand; such a pair turned within a quotation pairs with its marks.
    """

    whole_file: ClassVar[bool] = True
    quoted: tuple[str, ...] = ()

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Yield one hit a mark, in the order of the text."""
        plain = draft.reading.plain
        text = plain.text if plain else draft.document.text
        for fault in sorted(chain(_faults(text), _turned_within(text, self.quoted))):
            marks = (fault.mark, fault.other) if fault.other else (fault.mark,)
            places = [Range(mark.at, mark.at + 1) for mark in marks]
            spans = [plain.span(place) if plain else Span(*place) for place in places]
            edits = tuple(Edit(span, _other(mark)) for span, mark in zip(spans, marks, strict=True))
            yield Hit(
                Span(spans[0].start, spans[-1].end),
                {"mark": fault.mark.text, "expected": _other(fault.mark)},
                variant=_told(fault.mark, fault.variant),
                fix=Fix("unsafe", edits) if fault.variant in ("direction", "swapped") else None,
            )


def _other(mark: _Mark) -> str:
    return _OTHER.get(mark.text, mark.text)


def _told(mark: _Mark, variant: str) -> str:
    """Return the variant of the message that names the mark."""
    if variant in ("crossed", "swapped") or mark.text == _STRAIGHT:
        return variant or "straight"
    family = "quote" if mark.text in _ALL_QUOTES else "title" if mark.text in _TITLE_MARKS else "bracket"
    side = "turned" if variant else "open" if mark.opens else "close"
    return f"{side}-{family}"


def _faults(text: str) -> Iterator[_Fault]:
    if _all_pair(text):
        return
    marks = list(_marks(text))
    pairs: list[tuple[_Mark, _Mark]] = []
    for _, same in groupby(sorted(marks, key=_kind), key=_kind):
        yield from _lonely(list(same), pairs, text)
    yield from _crossed(pairs)


def _all_pair(text: str) -> bool:
    """Return whether the marks of every line pair and nest, as in most drafts; then nothing need be looked at singly.

    Taken out pair by pair from within. What may be an apostrophe or inches is left to a closer look.
    """
    places = sorted([(at, mark) for mark in _MARKS for at in all_places(text, mark)])
    left = "".join([mark for _, mark in places]).replace("(", "（").replace(")", "）")
    for pair in _PAIRS * _DEEPEST:
        left = left.replace(pair, "")
    return not left.strip("\n") and "’" not in text


def _kind(mark: _Mark) -> str:
    return _KINDS.get(mark.text, mark.text)


def _marks(text: str) -> Iterator[_Mark]:
    line = 0
    for at, sign in enumerate(text):
        if sign == "\n":
            line += 1
        elif sign in _MARKS and not _is_other(text, at):
            yield _Mark(at, sign, line)


def _is_other(text: str, at: int) -> bool:
    """Return whether the character is no quote though it looks like one: an apostrophe, the inches of 5"."""
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if text[at] == "’":
        return (_is_latin(before) or before.isdigit()) and _is_latin(after)
    return text[at] == _STRAIGHT and before.isdigit() and not _is_latin(after)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _lonely(marks: Sequence[_Mark], pairs: list[tuple[_Mark, _Mark]], text: str) -> Iterator[_Fault]:
    """Pair the marks of one kind, line by line and then over lines; yield what is left over.

    Two quotes of a line that face alike are one pair, half of which faces wrongly, whatever the next line
    holds. Brackets may nest, so the next lines are asked first.
    """
    left: list[tuple[int, _Mark]] = []
    for _, line in groupby(enumerate(marks), key=lambda numbered: numbered[1].line):
        rest = _left(list(line), pairs)
        if marks[0].text in _QUOTES:
            yield from _facing_alike(rest)
        left += rest
    left = _left_over_lines(left, text)
    yield from _facing_alike(left)
    if marks[0].text in _QUOTES:
        yield from _swapped(left, text)
    yield from (_Fault(mark) for _, mark in left)


def _left(marks: Sequence[tuple[int, _Mark]], pairs: list[tuple[_Mark, _Mark]]) -> list[tuple[int, _Mark]]:
    if marks[0][1].text == _STRAIGHT:
        return [marks[-1]] if len(marks) % 2 else []
    open_: list[tuple[int, _Mark]] = []
    closing: list[tuple[int, _Mark]] = []
    for number, mark in marks:
        if mark.opens:
            open_.append((number, mark))
        elif open_:
            pairs.append((open_.pop()[1], mark))
        else:
            closing.append((number, mark))
    return sorted(closing + open_)


def _left_over_lines(left: Iterable[tuple[int, _Mark]], text: str) -> list[tuple[int, _Mark]]:
    """Take out the pairs that stretch over lines, and openings that the next paragraph repeats."""
    rest: list[tuple[int, _Mark]] = []
    for number, mark in left:
        if rest and _stretches(rest[-1][1], mark):
            rest.pop()
        elif not _is_enumerator(mark, text):
            rest.append((number, mark))
    return [one for one in rest if not _is_reopened(one[1], text)]


def _stretches(first: _Mark, second: _Mark) -> bool:
    fits = first.text == second.text == _STRAIGHT or (first.opens and not second.opens)
    return fits and 0 < second.line - first.line <= _FURTHEST


def _is_enumerator(mark: _Mark, text: str) -> bool:
    if mark.text not in ")）":
        return False
    before = text[max(mark.at - _LOOK_BACK, 0) : mark.at]
    return bool(compiled(_ENUMERATOR).search(before if mark.at > _LOOK_BACK else "\n" + before))


def _is_reopened(mark: _Mark, text: str) -> bool:
    if mark.text not in _REOPENED:
        return False
    line_end = text.find("\n", mark.at)
    return line_end >= 0 and text[line_end : line_end + 16].lstrip().startswith(mark.text)


def _facing_alike(left: list[tuple[int, _Mark]]) -> Iterator[_Fault]:
    """Take two openings (or two closings) in a row within a line out of `left`; yield the one that is wrong."""
    rest: list[tuple[int, _Mark]] = []
    for number, mark in left:
        if rest and rest[-1][0] == number - 1 and _face_alike(rest[-1][1], mark):
            _, before = rest.pop()
            yield _Fault(mark if mark.opens else before, "direction")
        else:
            rest.append((number, mark))
    left[:] = rest


def _swapped(left: list[tuple[int, _Mark]], text: str) -> Iterator[_Fault]:
    """Take a closing and an opening quote around a few words (”两山“理念) out of `left`; yield both as one fault."""
    rest: list[tuple[int, _Mark]] = []
    for number, mark in left:
        if rest and rest[-1][0] == number - 1 and _are_swapped(rest[-1][1], mark, text):
            _, before = rest.pop()
            yield _Fault(before, "swapped", mark)
        else:
            rest.append((number, mark))
    left[:] = rest


def _are_swapped(one: _Mark, other: _Mark, text: str) -> bool:
    inside = text[one.at + 1 : other.at]
    return (
        other.opens and not one.opens and 0 < len(inside) <= _QUOTED and not compiled(_STOPS).search(inside)
    )


def _turned_within(text: str, words: Sequence[str]) -> Iterator[_Fault]:
    """Yield the marks turned around a word within a quotation (“以”一网通办“为抓手，…”), which seem to pair with its own.

    It is one of `words`, or quoted elsewhere. Between two quotations of a few words anything may stand (“甲”和“乙”).
    """
    for closing, opening in turned_quotes(text):
        word = text[closing + 1 : opening]
        known = word in words or f"“{word}”" in text or f"‘{word}’" in text
        if known and max(_quoted_before(text, closing), _quoted_behind(text, opening)) >= _LONG:
            yield _Fault(_Mark(closing, "”", 0), "swapped", _Mark(opening, "“", 0))


def turned_quotes(text: str) -> Iterator[tuple[int, int]]:
    """Yield the closing and the opening mark around words between two quotations; an opening one is taken once."""
    behind = 0
    for closing in all_places(text, "”"):
        opening = text.find("“", closing, closing + _WORD.stop + 1)
        word = text[closing + 1 : max(opening, 0)]
        if len(word) in _WORD and word.isalnum():
            before = _quoted_before(text, closing)
            if before and closing - before > behind and _quoted_behind(text, opening):
                behind = opening + 1
                yield closing, opening


def _quoted_before(text: str, closing: int) -> int:
    """Return how long the quotation is that a mark closes; 0 if there is none in its line."""
    words = text[max(0, closing - _LONGEST - 1) : closing].rpartition("“")
    return len(words[2]) if words[1] and not ("”" in words[2] or "\n" in words[2]) else 0


def _quoted_behind(text: str, opening: int) -> int:
    """Return how long the quotation is that a mark opens; 0 if there is none in its line."""
    words = text[opening + 1 : opening + _LONGEST + 2].partition("”")
    return len(words[0]) if words[1] and not ("“" in words[0] or "\n" in words[0]) else 0


def _face_alike(one: _Mark, other: _Mark) -> bool:
    return one.line == other.line and one.opens == other.opens and one.text != _STRAIGHT


def _crossed(pairs: Iterable[tuple[_Mark, _Mark]]) -> Iterator[_Fault]:
    """Yield the closing marks that close while something opened later is still open."""
    events = sorted((mark, pair) for pair in pairs for mark in pair)
    open_: list[_Mark] = []
    closed: set[int] = set()
    for mark, (opening, _) in events:
        if mark is opening:
            open_.append(mark)
            continue
        while open_ and open_[-1].at in closed:
            open_.pop()
        if open_[-1].at != opening.at:
            yield _Fault(mark, "crossed")
        closed.add(opening.at)
