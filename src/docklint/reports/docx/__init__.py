"""A report in Word's own format, which a clerk forwards and files.

`paper.py` is the page and its styles, `content.py` what is written on it, `package.py` the same bytes for the same report.
python-docx, which makes it, takes a quarter of a second to import: nothing else of docklint does.
"""

from __future__ import annotations

from typing import ClassVar

from docklint import packs
from docklint.reports import Format, ReportOptions
from docklint.reports.docx.entry import FileEntry, entry
from docklint.results import FileResult, Summary


class DocxReport(Format):
    """The report; it is a file of its own kind, so there is no text of it."""

    binary: ClassVar[bool] = True

    def __init__(self, options: ReportOptions) -> None:
        super().__init__(options)
        self._library = options.library or packs.load()
        self._files: list[FileEntry] = []

    def file(self, result: FileResult) -> tuple[str, ...]:
        """Keep what the report says of one file, so that no document outlives its turn."""
        self._files.append(entry(result, self._library, self.options))
        return ()

    def data(self, summary: Summary) -> bytes:
        """Return the file."""
        # Late: python-docx is heavy, and only this needs it.
        from docklint.reports.docx.content import write
        from docklint.reports.docx.package import packed
        from docklint.reports.docx.paper import PrintedPaper

        paper = PrintedPaper(self.options.texts)
        write(paper, self._files, summary, self.options.texts)
        return packed(paper.document)
