"""The matrix as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import sub

from docklint.neutral import safe
from docklint.reports.matrix import Cell, MatrixTable, tables
from docklint.reports.matrix_words import note
from docklint.structure.draft import Draft
from docklint.texts import Texts


def render(drafts: Sequence[Draft], texts: Texts) -> Iterator[str]:
    """Yield the tables; what stands in the draft stays text."""
    yield f"# {texts('matrix.title')}\n\n{_escaped(safe(drafts[0].document.path))}\n"
    for draft in drafts:
        found = list(tables(draft, texts))
        yield from map(_table, found)
        yield f"\n{note(draft, texts)}\n"


def _table(table: MatrixTable) -> str:
    head = f"\n## {table.title}\n\n{_row(table.columns)}{_row(['---'] * len(table.columns))}"
    return head + "".join(_row([_cell(cell) for cell in row]) for row in table.rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(cell: Cell) -> str:
    text = "<br>".join(map(_escaped, cell.lines))
    return f"**{text}**" if cell.state == "missing" else text


def _escaped(text: str) -> str:
    return sub(r"([\\`*_{}\[\]<>#|~!&$^:])", r"\\\1", text)
