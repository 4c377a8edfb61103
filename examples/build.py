"""Build the two .docx examples from the .txt ones: `python examples/build.py`.

`clean.docx` has its ordinals typed, as most drafts have; in `faulty.docx` Word counts the sections (一、二、三、) and
leaves the rest typed. Needs python-docx.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

HERE = Path(__file__).parent
SECTIONS = ("一、", "二、", "三、")
WRITTEN = datetime.datetime(2023, 11, 23, tzinfo=datetime.UTC)
NUMBERING = """
<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/>
</w:lvl></w:abstractNum>
"""
COUNTER = '<w:num {ns} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'


def build(name: str, counted: bool) -> None:
    """Write `name`.docx from `name`.txt; `counted`: Word counts the sections."""
    draft = Document()
    draft.core_properties.author = "docklint"
    draft.core_properties.created = draft.core_properties.modified = WRITTEN
    _lay_out(draft)
    if counted:
        _add_counter(draft)
    title, *lines = (HERE / f"{name}.txt").read_text("utf-8").splitlines()
    _add_title(draft, title)
    for line in lines:
        _add_line(draft, line, counted)
    draft.save(str(HERE / f"{name}.docx"))


def _lay_out(draft: Any) -> None:
    """Set the page and the body text of GB/T 9704-2012: margins 37, 35, 28 and 26 mm, 仿宋 16 pt."""
    page = draft.sections[0]
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    normal = draft.styles["Normal"]
    normal.font.size = Pt(16)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋")


def _add_counter(draft: Any) -> None:
    numbering = draft.part.numbering_part.element
    # The schema wants every w:abstractNum before the first w:num.
    numbering.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"))))
    numbering.append(parse_xml(COUNTER.format(ns=nsdecls("w"))))


def _add_title(draft: Any, title: str) -> None:
    paragraph = draft.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(title).font.size = Pt(22)


def _add_line(draft: Any, line: str, counted: bool) -> None:
    section = line.startswith(SECTIONS)
    paragraph = draft.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(32)
    paragraph.add_run(line[2:] if section and counted else line).bold = section
    if section and counted:
        counter = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        counter.get_or_add_ilvl().val, counter.get_or_add_numId().val = 0, 90


if __name__ == "__main__":
    build("clean", counted=False)
    build("faulty", counted=True)
