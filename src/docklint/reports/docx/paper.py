"""A4 as offices print it: page, fonts, headings, tables and page numbers, made with python-docx.

Sizes are those of GB/T 9704 where there is one: margins 37, 35, 28 and 26 mm, 黑体 for headings, 仿宋 for text. The text
is set smaller than a document's own, for it is a list to work through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from docklint.neutral import safe
from docklint.own_reports import WORD_MARK
from docklint.patterns import compiled
from docklint.texts import Texts
from docklint.values import Value
from docklint.version import RULES_DAY, __version__

LATIN = "Times New Roman"
_SIZES = {"Title": 22, "Heading 1": 16, "Heading 2": 14, "Heading 3": 12}
"""In points."""
_BODY, _SMALL = 12, 10
_ALARM, _SOFT = RGBColor(0xA3, 0x17, 0x1D), RGBColor(0x57, 0x60, 0x6A)
_HERE = "\u2460"
"""Where a field goes within a sentence."""
_NO_XML = compiled("[\ufffe\uffff]")


class Phrase(Value):
    """Words that look alike; `\\n` starts a new line."""

    words: str
    strong: bool = False
    alarm: bool = False
    small: bool = False
    quote: bool = False


class PrintedPaper:
    """A document that is being written, from top to bottom."""

    def __init__(self, texts: Texts) -> None:
        self.document = docx.Document()
        _set_page(self.document.sections[0])
        _set_styles(self.document.styles, texts)
        _set_properties(self.document.core_properties, texts)
        _number_pages(self.document.sections[0], texts)

    def title(self, words: str) -> None:
        """Write the title of the whole."""
        self._paragraph([Phrase(words)], "Title").alignment = WD_ALIGN_PARAGRAPH.CENTER

    def heading(self, words: str, level: int, new_page: bool = False) -> None:
        """Write a heading of level 1 to 3."""
        paragraph = self._paragraph([Phrase(words)], f"Heading {level}")
        paragraph.paragraph_format.page_break_before = new_page

    def centred(self, words: str) -> None:
        """Write a line in the middle."""
        self._paragraph([Phrase(words)]).alignment = WD_ALIGN_PARAGRAPH.CENTER

    def text(self, words: str, small: bool = False) -> None:
        """Write a paragraph."""
        self._paragraph([Phrase(words, small=small)])

    def runs(self, runs: Iterable[Phrase]) -> None:
        """Write a paragraph whose words do not all look alike."""
        self._paragraph(runs)

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[Iterable[Phrase]]], widths: Sequence[int]
    ) -> None:
        """Write a table; its first row is repeated on every page. `widths`: of the columns, in mm."""
        table = self.document.add_table(rows=0, cols=len(heads), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        top = _row(table, [[Phrase(head, strong=True)] for head in heads], widths)
        top.append(OxmlElement("w:tblHeader"))
        for row in rows:
            _row(table, row, widths)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def signatures(self, labels: Iterable[str]) -> None:
        """Write the line to sign on."""
        paragraph = self._paragraph([Phrase("　　".join(f"{label}＿＿＿＿＿＿" for label in labels))])
        paragraph.paragraph_format.space_before = Pt(24)

    def _paragraph(self, runs: Iterable[Phrase], style: str = "Normal") -> Any:
        paragraph = self.document.add_paragraph(style=style)
        _fill(paragraph, runs)
        return paragraph


def _row(table: Any, cells: Sequence[Iterable[Phrase]], widths: Sequence[int]) -> Any:
    """Add a row that no page break cuts; return its properties."""
    row = table.add_row()
    for cell, runs, width in zip(row.cells, cells, widths, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].paragraph_format.space_before = Pt(2)
        cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        _fill(cell.paragraphs[0], runs)
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    return properties


def _fill(paragraph: Any, runs: Iterable[Phrase]) -> None:
    for run in runs:
        made = paragraph.add_run("\n".join(_sound(line) for line in run.words.split("\n")))
        made.bold = True if run.strong else None
        # Quotation marks belong to Chinese text here, not to Latin.
        made._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
        if run.small:
            made.font.size = Pt(_SMALL)
        if run.alarm or run.quote:
            made.font.color.rgb = _ALARM if run.alarm else _SOFT


def _sound(words: str) -> str:
    """Return words that XML can hold."""
    return _NO_XML.sub("\ufffd", safe(words))


def _set_page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _set_styles(styles: Any, texts: Texts) -> None:
    # Without it punctuation is set as in Taiwan.
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    _set_font(styles["Normal"], texts("paper.font-text"), _BODY)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Normal"].paragraph_format.line_spacing = 1.25
    for name, size in _SIZES.items():
        _set_font(styles[name], texts("paper.font-heading"), size)
        styles[name].font.color.rgb = RGBColor(0, 0, 0)
        styles[name].font.bold = False
        styles[name].paragraph_format.space_before = Pt(12)
        styles[name].paragraph_format.space_after = Pt(6)
        for border in styles[name].element.findall(".//" + qn("w:pBdr")):
            border.getparent().remove(border)


def _set_font(style: Any, name: str, size: int) -> None:
    """Set a font for Chinese and one for Latin letters; the theme has no say."""
    style.font.name, style.font.size = LATIN, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(qn(f"w:{kind}Theme"), None)
    fonts.attrib.pop(qn("w:cstheme"), None)
    fonts.set(qn("w:eastAsia"), name)


def _set_properties(properties: Any, texts: Texts) -> None:
    """Say who made it; nobody's name and no moment of the run stand there, so that the same report is the same file."""
    properties.title = texts("verdict.title")
    properties.author = properties.last_modified_by = f"docklint {__version__}"
    properties.identifier = WORD_MARK
    properties.comments = properties.keywords = ""
    properties.language = "en-US" if texts.lang == "en" else "zh-CN"
    properties.created = properties.modified = datetime.fromisoformat(RULES_DAY)
    properties.revision = 1


def _number_pages(section: Any, texts: Texts) -> None:
    """Write the number of the page and of all pages into the footer."""
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, between, after = texts("paper.page", page=_HERE, pages=_HERE).split(_HERE)
    paragraph.add_run(before)
    _field(paragraph, "PAGE")
    paragraph.add_run(between)
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


def _field(paragraph: Any, code: str) -> None:
    for element in _field_parts(code):
        paragraph.add_run()._r.append(element)


def _field_parts(code: str) -> Iterator[Any]:
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        yield mark
        if kind == "begin":
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {code} "
            yield instruction
        if kind == "separate":
            shown = OxmlElement("w:t")
            shown.text = "1"
            yield shown
