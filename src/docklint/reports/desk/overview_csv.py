"""An overview as comma-separated values, as spreadsheets read them: UTF-8 with a mark in front, CRLF."""

from __future__ import annotations

import csv
from io import StringIO

from docklint.neutral import safe_lines
from docklint.reports.desk.columns import KEYS, OverviewCell, cells, head
from docklint.reports.desk.overview import OverviewEntry
from docklint.texts import Texts

MARK = "\ufeff"
"""By this Excel and WPS know the encoding."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What begins so may be taken for a formula, and run."""


def render(report: OverviewEntry, texts: Texts) -> str:
    """Return the file; a cell that could be a formula is text, by the quote in front of it."""
    told = StringIO(newline="")
    writer = csv.writer(told)
    writer.writerow([head(key, texts) for key in KEYS])
    for paper in report["papers"]:
        row = cells(paper, texts)
        writer.writerow([_plain(row[key]) for key in KEYS])
    return MARK + told.getvalue()


def _plain(cell: OverviewCell) -> str:
    words = safe_lines(cell.shown)
    return f"'{words}" if words.startswith(FORMULA) else words
