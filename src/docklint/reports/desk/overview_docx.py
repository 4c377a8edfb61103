"""An overview as a Word file: one table across the page, its head repeated, for print and for the meeting."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docklint.neutral import safe
from docklint.reports.desk.columns import cells, head, notes, worst
from docklint.reports.desk.overview import OverviewEntry
from docklint.reports.desk.overview_xlsx import FILLS
from docklint.reports.verdicts import overall
from docklint.texts import Texts

COLUMNS = {
    "verdict": 2.4,
    "path": 4.6,
    "who": 4.6,
    "error": 1.3,
    "warning": 1.3,
    "likeness": 1.9,
    "worst": 9.6,
}
"""The columns and how many centimetres wide they are: A4 across, two centimetres of margin."""
FONT = "FangSong"


def render(report: OverviewEntry, texts: Texts) -> bytes:
    """Return the file; the same papers give the same bytes."""
    # Late: nobody else writes Word.
    from docx import Document

    document = Document()
    _across(document, texts)
    document.core_properties.comments = "docklint"
    document.add_heading(texts("overview.title"), level=1)
    told = texts("overview.total", count=len(report["papers"]))
    document.add_paragraph(told + overall((paper["verdict"] for paper in report["papers"]), texts))
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, key in zip(table.rows[0].cells, COLUMNS, strict=True):
        _write(cell, head(key, texts), bold=True, fill="#E8EEF5")
    _repeat(table.rows[0])
    for paper in report["papers"]:
        _row(table.add_row(), paper, texts)
    _widen(table)
    for sentence in notes(report, texts):
        document.add_paragraph(sentence)
    data = BytesIO()
    document.save(data)
    return _undated(data)


def _across(document: Any, texts: Texts) -> None:
    """Turn the page, and give Chinese its font."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(2))
    for name in ("Normal", "Heading 1"):
        font = document.styles[name].font
        font.name = FONT
        document.styles[name].element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    document.styles["Normal"].font.size = Pt(10.5)


def _row(row: Any, paper: OverviewEntry, texts: Texts) -> None:
    found = cells(paper, texts)
    said = [texts("general.semicolon").join(paper["verdict_reasons"]), *worst(paper, texts)]
    shown = {key: found[key].shown for key in COLUMNS} | {"worst": "\n".join(filter(None, said))}
    for cell, key in zip(row.cells, COLUMNS, strict=True):
        fill = FILLS[paper["verdict"]] if key == "verdict" else ""
        _write(cell, shown[key], bold=key == "verdict", fill=fill)


def _write(cell: Any, words: str, bold: bool = False, fill: str = "") -> None:
    lines = [safe(line) for line in words.split("\n")]
    for at, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = 0
        paragraph.add_run(line).bold = bold
    if fill:
        _shade(cell, fill)


def _shade(cell: Any, fill: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill.lstrip("#"))):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat(row: Any) -> None:
    """Repeat a row on every page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _widen(table: Any) -> None:
    from docx.shared import Cm

    for column, wide in zip(table.columns, COLUMNS.values(), strict=True):
        column.width = Cm(wide)
    for row in table.rows:
        for cell, wide in zip(row.cells, COLUMNS.values(), strict=True):
            cell.width = Cm(wide)


def _undated(data: BytesIO) -> bytes:
    """Return a package without the time at which it was made."""
    made = BytesIO()
    with ZipFile(data) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = ZipInfo(name)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return made.getvalue()
