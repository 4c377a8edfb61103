"""An overview as a workbook: frozen head, filters, widths, colours that print; every word of a paper is text."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from docklint.errors import SetupError
from docklint.neutral import safe_lines
from docklint.own_reports import WORD_MARK
from docklint.reports.desk.columns import KEYS, NARROW, WIDTHS, OverviewCell, cells, head, notes
from docklint.reports.desk.overview import OverviewEntry
from docklint.reports.plain import width
from docklint.texts import Texts
from docklint.version import __version__

FILLS = {"return": "#F4C7C3", "revise": "#FCE8B2", "unchecked": "#E3E3E3", "ready": "#CFE8D5"}
"""Light, so that they print and black stays legible on them."""
MOST_LINES = 25
"""A row is no higher; Excel takes 409 points."""
LONGEST = 32_000
"""Code points of a cell; Excel takes 32,767."""
LINE = 16
"""Points of a line."""
MADE = datetime(2000, 1, 1)
"""No file tells when it was made: the same papers give the same bytes."""
PARTS_OF_A_WHOLE = ("share", "likeness")
WRAPPED = ("path", "who", "meeting", "families", "reasons", "worst")


def render(report: OverviewEntry, texts: Texts) -> bytes:
    """Return the workbook. Raises `SetupError` where XlsxWriter is not installed."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise SetupError("setup.no-xlsxwriter") from error
    data = BytesIO()
    with xlsxwriter.Workbook(data, _OPTIONS) as book:
        # By this docklint knows a workbook of its own that nobody has saved since.
        maker = f"docklint {__version__}"
        title = texts("overview.title")
        book.set_properties({"title": title, "comments": WORD_MARK, "author": maker, "created": MADE})
        _Sheet(book, texts).fill(report)
    return data.getvalue()


_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class _Sheet:
    """The one sheet of the workbook."""

    def __init__(self, book: Any, texts: Texts) -> None:
        self._texts = texts
        self._sheet = book.add_worksheet(texts("overview.title"))
        look = {"valign": "top", "border": 1, "border_color": "#BFBFBF"}
        self._head = book.add_format({**look, "bold": True, "bg_color": "#E8EEF5", "text_wrap": True})
        self._plain = book.add_format(look)
        self._wrapped = book.add_format({**look, "text_wrap": True, "align": "left", "indent": 1})
        self._percent = book.add_format({**look, "num_format": "0%"})
        self._verdicts = {
            word: book.add_format({**look, "bold": True, "bg_color": fill}) for word, fill in FILLS.items()
        }
        self._note = book.add_format({"font_color": "#555555"})

    def fill(self, report: OverviewEntry) -> None:
        """Write head, rows and notes."""
        sheet, last = self._sheet, len(report["papers"])
        for at, key in enumerate(KEYS):
            sheet.set_column(at, at, WIDTHS.get(key, NARROW))
            sheet.write_string(0, at, head(key, self._texts), self._head)
        # Heads of narrow columns break in two.
        sheet.set_row(0, 2 * LINE)
        for row, paper in enumerate(report["papers"], 1):
            self._row(row, paper)
        for below, sentence in enumerate(notes(report, self._texts), 2):
            sheet.write_string(last + below, 0, sentence, self._note)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(last, 1), len(KEYS) - 1)
        self._for_paper(last)

    def _for_paper(self, last: int) -> None:
        """Make it print: across, all columns on one page's width, the head on every page."""
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(8)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        # What a paper consists of is for the screen: with it nobody could read the print.
        sheet.print_area(0, 0, last + 4, KEYS.index("worst"))
        sheet.set_footer(f"&C{self._texts('overview.page-row')}")

    def _row(self, row: int, paper: OverviewEntry) -> None:
        found = cells(paper, self._texts)
        # Not every program fits the height of a row to what is broken in it.
        self._sheet.set_row(row, LINE * max(_lines(found[key].shown, key) for key in WRAPPED))
        for at, key in enumerate(KEYS):
            if key == "verdict":
                self._sheet.write_string(row, at, found[key].shown, self._verdicts[paper["verdict"]])
            else:
                self._cell(row, at, key, found[key])

    def _cell(self, row: int, at: int, key: str, cell: OverviewCell) -> None:
        if cell.value is not None:
            look = self._percent if key in PARTS_OF_A_WHOLE else self._plain
            self._sheet.write_number(row, at, cell.value, look)
        elif cell.shown:
            look = self._wrapped if key in WRAPPED else self._plain
            self._sheet.write_string(row, at, safe_lines(cell.shown)[:LONGEST], look)
        else:
            self._sheet.write_blank(row, at, None, self._plain)


def _lines(words: str, key: str) -> int:
    """Return how many lines a cell takes in its column."""
    # Chinese is a little wider than two digits, by which columns are measured.
    room = int(0.85 * WIDTHS.get(key, NARROW))
    return min(sum(-(-width(line) // room) or 1 for line in words.split("\n")), MOST_LINES)
