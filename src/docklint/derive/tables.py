"""Lists in tables: a column whose head speaks of dimensions, or the cell beside a label that does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docklint.derive import names
from docklint.derive.candidate import Candidate
from docklint.derive.context import weight_of_announcement
from docklint.derive.reading import Notice
from docklint.derive.roles import audience_of
from docklint.spans import Range

Row = Sequence[Range]
HEADED, BESIDE = 6, 4
"""What the head of a column and a label beside a list add to their weight."""
LONGEST_HEAD = 16
INTRODUCED = 80
"""So near before a table stands the sentence that speaks of it (code points)."""


def table_lists(notice: Notice) -> Iterator[Candidate]:
    """Yield the lists of all tables."""
    for table in notice.tables:
        first = table[0][0].start
        introduced = _is_introduced(notice, first)
        rows = [row for row in table if len(row) > 1 and any(_is_filled(notice, cell) for cell in row)]
        # What a form asks of the writer himself stands above the head of its list.
        head = next((at for at, row in enumerate(rows) if any(_is_head(notice, cell) for cell in row)), 0)
        if len(rows) > head + 1:
            yield from _columns(notice, rows[head], rows[head + 1 :], introduced)
        for row in rows:
            yield from _beside(notice, row)


def _is_filled(notice: Notice, cell: Range) -> bool:
    """Return whether a cell holds words, and not only the strokes below the head of a table in plain text."""
    return bool(notice.words(cell).strip("-:—─ "))


def _is_introduced(notice: Notice, at: int) -> bool:
    """Return whether a sentence shortly before a table says that one examines oneself by its rows."""
    before = notice.text[max(at - INTRODUCED, 0) : at]
    return notice.says("notice-table-below", before) and notice.says("notice-examine", before)


def _columns(notice: Notice, head: Row, rows: Sequence[Row], introduced: bool) -> Iterator[Candidate]:
    for column, cell in enumerate(head):
        if not _is_head(notice, cell) and not (
            introduced and notice.says("notice-row-heads", notice.words(cell).strip())
        ):
            continue
        filled = [row for row in rows if column < len(row) and row[column].end > row[column].start]
        total = weight_of_announcement(notice, cell, "") + HEADED
        lists = [(row, _listed(notice, row[column])) for row in filled]
        whose = {audience_of(notice, notice.words(row[0])) for row, _ in lists}
        if len(lists) == len(whose) and None not in whose and all(found for _, found in lists):
            yield from (
                Candidate(found, Range(row[0].start, row[column].end), None, total) for row, found in lists
            )
            continue
        below = {notice.words(name): name for row in filled if (name := names.clean(notice, row[column]))}
        if len(below) > 1 and all(names.is_name(notice, name) for name in below.values()):
            found = tuple(below.values())
            yield Candidate(found, Range(cell.start, found[-1].end), None, total - column)


def _is_head(notice: Notice, cell: Range) -> bool:
    words = notice.words(cell)
    return (
        len(words) <= LONGEST_HEAD
        and notice.says("notice-headings", words)
        and not notice.says("notice-other", words)
    )


def _is_task(notice: Notice, cell: Range) -> bool:
    """Return whether a cell says that one examines himself (查摆问题)."""
    words = notice.words(cell)
    examines = notice.says("notice-examine", words) and not notice.says("notice-other", words)
    return len(words) <= LONGEST_HEAD and examines


def _beside(notice: Notice, row: Row) -> Iterator[Candidate]:
    for label, cell in pairwise(row):
        found = _listed(notice, cell) if _is_head(notice, label) or _is_task(notice, label) else ()
        if found:
            total = weight_of_announcement(notice, label, "") + BESIDE
            yield Candidate(found, Range(label.start, cell.end), None, total)


def _listed(notice: Notice, cell: Range) -> tuple[Range, ...]:
    """Return the names that one cell lists, at its signs or on its lines."""
    lines = list(names.cut(notice, cell, "\n"))
    pieces = lines if len(lines) > 1 else names.split(notice, cell, None)
    return names.bare(notice, pieces) if len(pieces) > 1 else ()
