"""The matrix for a terminal: the same tables as plain text and, in colour, through rich."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TextIO

from docklint.neutral import safe
from docklint.reports.matrix import Cell, MatrixTable, tables
from docklint.reports.matrix_words import note
from docklint.reports.plain import width, wrap
from docklint.structure.draft import Draft
from docklint.texts import Texts

STYLES = {"missing": "bold red", "weak": "yellow"}
_GAP = 3
_NARROWEST, _WIDEST = 60, 140


def render(drafts: Sequence[Draft], texts: Texts, columns: int) -> Iterator[str]:
    """Yield the matrix as plain text, at most `columns` terminal columns wide (60 to 140)."""
    room = max(_NARROWEST, min(columns, _WIDEST))
    yield f"{safe(drafts[0].document.path)}\n"
    for draft in drafts:
        found = list(tables(draft, texts))
        for table in found:
            yield f"\n{table.title}\n"
            yield from _laid_out(table, room)
        yield f"\n{note(draft, texts)}\n"


def paint(drafts: Sequence[Draft], texts: Texts, stream: TextIO) -> None:
    """Write the matrix to a terminal, in colour."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, emoji=False, markup=False)
    console.print(Text(safe(drafts[0].document.path), style="bold underline"))
    for draft in drafts:
        found = list(tables(draft, texts))
        for table in found:
            console.print()
            console.print(_rich(table))
        console.print(Text(note(draft, texts), style="dim"))


def _rich(table: MatrixTable) -> object:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(title=Text(table.title), title_justify="left", box=box.SIMPLE_HEAD, show_lines=True)
    for column in table.columns:
        shown.add_column(Text(column), overflow="fold", ratio=1)
    for row in table.rows:
        shown.add_row(*(Text("\n".join(cell.lines), style=STYLES.get(cell.state, "")) for cell in row))
    return shown


def _laid_out(table: MatrixTable, room: int) -> Iterator[str]:
    share = (room - _GAP * (len(table.columns) - 1)) // len(table.columns)
    yield _line(table.columns, share)
    yield _line(["-" * share] * len(table.columns), share)
    for row in table.rows:
        yield from (_line(pieces, share) for pieces in zip_longest(*_wrapped(row, share), fillvalue=""))
        yield "\n"


def _wrapped(row: Sequence[Cell], share: int) -> Iterator[list[str]]:
    return ([piece for line in cell.lines for piece in wrap(line, share)] for cell in row)


def _line(pieces: Sequence[str], share: int) -> str:
    padded = (piece + " " * max(share + _GAP - width(piece), 0) for piece in pieces)
    return "".join(padded).rstrip() + "\n"
