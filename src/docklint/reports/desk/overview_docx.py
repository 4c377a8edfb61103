"""An overview as a Word file: one table across the page, for print and for the meeting; made as Word reports are."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.reports.desk.columns import cells, counted, head, notes, worst
from docklint.reports.desk.overview import OverviewEntry
from docklint.texts import Texts

COLUMNS = {"verdict": 24, "path": 40, "who": 40, "error": 14, "warning": 14, "likeness": 20, "worst": 91}
"""The columns and how many millimetres wide they are: A4 across."""
MARGIN = 20
"""Millimetres on every side."""
TO_MEND = ("return", "revise")


def render(report: OverviewEntry, texts: Texts) -> bytes:
    """Return the file; the same papers give the same bytes."""
    # Late: python-docx is heavy, and only this needs it.
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    from docklint.reports.docx.package import packed
    from docklint.reports.docx.paper import Phrase, PrintedPaper

    def row(paper: OverviewEntry) -> Iterator[list[Phrase]]:
        found = cells(paper, texts)
        for key in COLUMNS:
            if key == "worst":
                said = [texts("general.semicolon").join(paper["verdict_reasons"]), *worst(paper, texts)]
                yield [Phrase("\n".join(filter(None, said)), small=True)]
            else:
                is_due = key == "verdict" and paper["verdict"] in TO_MEND
                yield [Phrase(found[key].shown, strong=key == "verdict", alarm=is_due, small=True)]

    written = PrintedPaper(texts)
    section = written.document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(MARGIN))
    title = texts("overview.title")
    written.document.core_properties.title = title
    written.title(title)
    written.centred(counted(report, texts))
    heads = [head(key, texts) for key in COLUMNS]
    written.table(heads, [list(row(paper)) for paper in report["papers"]], tuple(COLUMNS.values()))
    for sentence in notes(report, texts):
        written.text(sentence, small=True)
    return packed(written.document)
