"""Names in a row within a sentence, of which no number speaks: joined by one sign, alike in how they begin or end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.derive import names
from docklint.derive.reading import BULLET, MARK, Notice
from docklint.patterns import compiled
from docklint.spans import Range

LEAST = 3
"""A row without a number holds at least so many names."""
ALIKE = 2
"""Code points in which the names of a row with commas begin or end alike."""
_QUOTED = r"“(?P<name>[^“”\n]{2,30})”"


def rows(notice: Notice) -> Iterator[tuple[Range, list[Range]]]:
    """Yield every row with the stretch that holds it; what leads to its first name is still on it."""
    for line in notice.lines:
        mark = compiled(f"{MARK}|{BULLET}").match(notice.text, *line)
        for stretch in _between(notice, Range(mark.end() if mark else line.start, line.end), "。！？：—"):
            yield from _of_semicolons(notice, stretch)
            for part in _between(notice, stretch, "；"):
                yield from _of_commas(notice, part)
                for clause in _clauses(notice, part):
                    yield from _of_stops(notice, clause)
        yield from _of_questions(notice, line)
    yield from _in_quotes(notice)


def _of_questions(notice: Notice, line: Range) -> Iterator[tuple[Range, list[Range]]]:
    """Find questions side by side, each a sentence (作风实不实？纪律严不严？)."""
    for match in compiled(f"(?:[^，。；：！？\\n]{{4,40}}？){{{LEAST},}}").finditer(notice.text, *line):
        pieces = list(_between(notice, Range(*match.span()), "？"))
        if all(notice.says("notice-whether", notice.words(piece)) for piece in pieces):
            yield Range(*match.span()), [piece for piece in pieces if piece.end > piece.start]


def _between(notice: Notice, range_: Range, stops: str) -> Iterator[Range]:
    start = range_.start
    for at in range(range_.start, range_.end + 1):
        if at == range_.end or notice.text[at] in stops:
            if at > start:
                yield Range(start, at)
            start = at + 1


def _clauses(notice: Notice, range_: Range) -> Iterator[Range]:
    yield from names.cut(notice, range_, "，")
    # A quotation or bracket may hold a row of its own (紧扣“甲、乙、丙”).
    for match in compiled(r"[“（]([^“”（）\n]{5,})[”）]").finditer(notice.text, *range_):
        yield Range(*match.span(1))


def _of_stops(notice: Notice, clause: Range) -> Iterator[tuple[Range, list[Range]]]:
    pieces = list(names.cut(notice, clause, "、"))
    if len(pieces) < LEAST:
        joined = names.parted(notice, pieces)
        pieces = joined if len(joined) == LEAST else pieces
    if len(pieces) >= LEAST:
        yield clause, names.joined_like_others(notice, pieces)


def _of_commas(notice: Notice, part: Range) -> Iterator[tuple[Range, list[Range]]]:
    pieces = list(names.cut(notice, part, "，"))
    for run in _alike(notice, pieces):
        yield Range(run[0].start, run[-1].end), run


def _of_semicolons(notice: Notice, stretch: Range) -> Iterator[tuple[Range, list[Range]]]:
    pieces = list(_between(notice, stretch, "；"))
    for run in _alike(notice, pieces):
        yield Range(run[0].start, run[-1].end), run


def _alike(notice: Notice, pieces: Sequence[Range]) -> Iterator[list[Range]]:
    """Yield the runs of neighbours that begin or end alike, or that all ask a question."""
    run: list[Range] = []
    for piece in [*pieces, None]:
        if piece is not None and (not run or _pair(notice, run[-1], piece)):
            run.append(piece)
            continue
        if len(run) >= LEAST:
            yield run
        run = [] if piece is None else [piece]


def _pair(notice: Notice, one: Range, other: Range) -> bool:
    text = notice.text
    if min(one.end - one.start, other.end - other.start) <= ALIKE:
        return False
    tail = text[one.end - ALIKE : one.end] == text[other.end - ALIKE : other.end]
    head = text[other.start : other.start + ALIKE]
    heads = text.startswith(head, one.start) or head in text[one.start : one.end]
    asks = notice.says("notice-whether", notice.words(one)) and notice.says(
        "notice-whether", notice.words(other)
    )
    verb = text[one.start] == text[other.start] and text[one.start] in notice.grammar["notice-row-verbs"]
    return tail or heads or asks or verb


def _in_quotes(notice: Notice) -> Iterator[tuple[Range, list[Range]]]:
    """Find quotations side by side: “甲”“乙”“丙”."""
    for match in compiled(f"(?:{_QUOTED.replace('?P<name>', '?:')}[、，和与及]?){{{LEAST},}}").finditer(
        notice.text
    ):
        found = [Range(*one.span("name")) for one in compiled(_QUOTED).finditer(notice.text, *match.span())]
        yield Range(*match.span()), found
