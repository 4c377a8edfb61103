"""Every row of a notice that may list names: what stands side by side between signs, behind marks, on lines, in quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from docklint.derive import names
from docklint.derive.evidence.ordinals import ordinal_runs
from docklint.derive.line_lists import line_runs
from docklint.derive.marked_lists import mark_runs
from docklint.derive.reading import BULLET, MARK, Notice
from docklint.patterns import compiled
from docklint.spans import Range
from docklint.tuples import NamedTuple

MOST = 10
"""No row of more pieces is looked at."""
MOST_ROWS = 1500
"""So many rows of a notice are looked at; no notice has half of them."""
MOST_CLAUSES = 24
"""Of a sentence with more clauses the first ones may begin a row."""
LONGEST_RUN = 8
"""Clauses of a row."""
MOST_JOINTS = 3
MOST_HEADS = 3
HEAD = 2
"""Code points in which pieces begin alike."""
STOPS = "。；：！？\n（—"
"""Behind one of these a name on a line or behind a mark has ended."""
SIGNS = "／/｜|▲△◆●■★※·•□☐　"
"""Signs that part names outside of sentences."""
OPENING = "：—"
OPENED = r"[^，。；：！？\n]{2,20}。."
"""A line that begins with a name and its stop."""
BOXED = r"[【〖\[]([^【】〖〗\[\]\n]{2,16})[】〗\]]."
LABEL = r"[^，。；：！？\n]{1,4}："
"""Before the name on a line (第一盏灯：…)."""
_INNER = r"[“（](?=[^“”（）\n]*[、，；])([^“”（）\n]{5,})[”）]"
_QUOTED = r"“([^“”\n]{1,30})”"


class NameRow(NamedTuple):
    """Pieces that may hold one name each.

    `kind`: what parts them. `is_led`: whether something may stand in the first piece before its name.
    """

    kind: str
    pieces: tuple[Range, ...]
    is_led: bool


def rows(notice: Notice) -> Iterator[NameRow]:
    """Yield the rows of a notice, each once."""
    yield from islice(dict.fromkeys(each for each in _all(notice) if _is_row(each)), MOST_ROWS)


def _is_row(row: NameRow) -> bool:
    return 2 <= len(row.pieces) <= MOST and all(piece.end > piece.start for piece in row.pieces)


def _all(notice: Notice) -> Iterator[NameRow]:
    for line in notice.lines:
        for stretch in _stretches(notice, line):
            for sentence in _filled(notice, stretch, "。！？"):
                yield from _of_semicolons(notice, sentence)
                yield from _of_heads(notice, sentence)
                for part in _filled(notice, sentence, "；"):
                    yield from _of_clauses(notice, part)
                    yield from _of_stops(notice, part)
        yield from _of_questions(notice, line)
        yield from _of_marks(notice, line)
        yield from _of_signs(notice, line)
        yield from (NameRow("ordinal", run, False) for run in ordinal_runs(notice, line))
    yield from _of_quotes(notice)
    yield from (NameRow("boxed", run, False) for run in _boxed(notice))
    for starts in (*line_runs(notice), *_below(notice), *_opened(notice)):
        yield NameRow("line", tuple(_to_stop(notice, *each) for each in starts), False)
        labels = [compiled(LABEL).match(notice.text, *each) for each in starts]
        if all(labels):
            behind = [label.end() if label else 0 for label in labels]
            named = (_to_stop(notice, at, each.end) for at, each in zip(behind, starts, strict=True))
            yield NameRow("labelled", tuple(named), False)


def _stretches(notice: Notice, line: Range) -> Iterator[Range]:
    """Yield what a line says behind its mark, and what it has between quotes or brackets."""
    mark = compiled(f"{MARK}|{BULLET}").match(notice.text, *line)
    body = Range(mark.end() if mark else line.start, line.end)
    yield body
    for inner in compiled(_INNER).finditer(notice.text, *body):
        yield Range(*inner.span(1))


def _filled(notice: Notice, range_: Range, signs: str) -> list[Range]:
    return [piece for piece in names.cut(notice, range_, signs) if piece.end > piece.start]


def _runs(pieces: Sequence[Range], longest: int) -> Iterator[tuple[Range, ...]]:
    """Yield the neighbours that may be a row: three or more."""
    for start in range(min(len(pieces), MOST_CLAUSES)):
        for end in range(start + 3, min(len(pieces), start + longest) + 1):
            yield tuple(pieces[start:end])


def _of_semicolons(notice: Notice, sentence: Range) -> Iterator[NameRow]:
    parts = _filled(notice, sentence, "；")
    if len(parts) == 2:
        yield NameRow("；", tuple(parts), True)
    yield from (NameRow("；", run, True) for run in _runs(parts, MOST))


def _of_clauses(notice: Notice, part: Range) -> Iterator[NameRow]:
    yield from (NameRow("，", run, True) for run in _runs(_filled(notice, part, "，"), LONGEST_RUN))


def _of_stops(notice: Notice, part: Range) -> Iterator[NameRow]:
    for clause in _filled(notice, part, "，："):
        pieces = _filled(notice, clause, "、")
        kind = "、" if len(pieces) > 1 else "和"
        yield from (NameRow(kind, way, True) for way in _joined(notice, pieces))
        for at in range(3, min(len(pieces), MOST)):
            yield NameRow(kind, tuple(pieces[:at]), True)
            yield NameRow(kind, tuple(pieces[-at:]), True)


def _joined(notice: Notice, pieces: Sequence[Range]) -> Iterator[tuple[Range, ...]]:
    """Yield the pieces, and with the last one parted where a word may join two names."""
    yield tuple(pieces)
    last = pieces[-1] if pieces else Range(0, 0)
    for key in ("notice-strong-joints", "notice-joints"):
        found = notice.pattern(key).finditer(notice.text, last.start + names.SHORTEST_NAME, last.end - 1)
        for joint in islice(found, MOST_JOINTS):
            yield (*pieces[:-1], Range(last.start, joint.start()), Range(joint.end(), last.end))


def _of_heads(notice: Notice, sentence: Range) -> Iterator[NameRow]:
    """Yield the rows whose pieces begin alike (带头…、…，带头…)."""
    pieces = _filled(notice, sentence, "，、；")
    heads = Counter(notice.text[each.start : each.start + HEAD] for each in pieces[1:])
    for head, times in heads.most_common(MOST_HEADS):
        if times < 2 or len(head) < HEAD:
            continue
        starts = [each.start for each in pieces[1:] if notice.text.startswith(head, each.start)]
        first = notice.text.rfind(head, sentence.start, starts[0])
        starts = starts if first < 0 else [first, *starts]
        ends = [*(at - 1 for at in starts[1:]), sentence.end]
        yield NameRow("head", tuple(map(Range, starts, ends)), False)


def _of_signs(notice: Notice, line: Range) -> Iterator[NameRow]:
    """Yield the rows that signs within a line part which stand in no sentence (甲／乙／丙, ▲甲▲乙▲丙)."""
    for sign in {notice.text[at] for at in range(*line)} & {*SIGNS}:
        yield from (NameRow(sign, run, True) for run in _runs(_filled(notice, line, sign), MOST))


def _below(notice: Notice) -> Iterator[list[Range]]:
    """Yield the lines below one that opens a list: as long as all end with one sign, the last perhaps with a stop."""
    for at, line in enumerate(notice.lines):
        if notice.text[line.end - 1] not in OPENING:
            continue
        below = notice.lines[at + 1 : at + 1 + MOST]
        signs = [_sign(notice, each) for each in below]
        alike = next((n for n, sign in enumerate(signs) if sign != signs[0]), len(signs))
        more = alike + (alike < len(signs) and signs[0] != "。" and signs[alike] == "。")
        yield from ([*below[:end]] for end in sorted({alike, more}) if end > 1)


def _boxed(notice: Notice) -> Iterator[tuple[Range, ...]]:
    """Yield what neighbouring lines have between brackets at their beginning (【信念】读了几本书)."""
    run: list[Range] = []
    for line in notice.lines:
        found = compiled(BOXED).match(notice.text, *line)
        if found:
            run.append(Range(*found.span(1)))
            continue
        yield from [tuple(run)] if len(run) > 2 else []
        run = []
    yield from [tuple(run)] if len(run) > 2 else []


def _opened(notice: Notice) -> Iterator[list[Range]]:
    """Yield the neighbouring lines that each begin with a short sentence and go on behind it (廉洁上的明白人。查…)."""
    run: list[Range] = []
    for line in notice.lines:
        if compiled(OPENED).match(notice.text, *line):
            run.append(line)
            continue
        yield from [run] if len(run) > 2 else []
        run = []
    yield from [run] if len(run) > 2 else []


def _sign(notice: Notice, line: Range) -> str:
    """Return the sign at the end of a line, empty if it ends without one."""
    last = notice.text[line.end - 1]
    return "" if last.isalnum() or last in "”）" else last


def _of_questions(notice: Notice, line: Range) -> Iterator[NameRow]:
    pieces = _filled(notice, line, "？")
    yield from (NameRow("？", run, True) for run in _runs(pieces, MOST) if len(pieces) > 2)


def _of_marks(notice: Notice, line: Range) -> Iterator[NameRow]:
    for marks in mark_runs(notice, line):
        ends = [*(mark.start for mark in marks[1:]), line.end]
        pieces = (_to_stop(notice, mark.end, end) for mark, end in zip(marks, ends, strict=True))
        yield NameRow("mark", tuple(pieces), False)


def _to_stop(notice: Notice, start: int, end: int) -> Range:
    return Range(start, min((at for at in range(start, end) if notice.text[at] in STOPS), default=end))


def _of_quotes(notice: Notice) -> Iterable[NameRow]:
    joints = "".join(notice.grammar["notice-joints"])
    for run in compiled(f"(?:{_QUOTED.replace('(', '(?:')}[、，{joints}]?){{2,}}").finditer(notice.text):
        yield NameRow("quotes", _quoted(notice, Range(*run.span())), False)
    for line in notice.lines:
        for sentence in _filled(notice, line, "。！？"):
            found = _quoted(notice, sentence)
            yield from (NameRow("quotes", found[at:], False) for at in range(2) if len(found) > at + 2)


def _quoted(notice: Notice, range_: Range) -> tuple[Range, ...]:
    return tuple(Range(*each.span(1)) for each in compiled(_QUOTED).finditer(notice.text, *range_))
