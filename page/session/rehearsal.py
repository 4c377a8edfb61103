"""A first check nobody asked for: what it imports, compiles and warms up, the first real one need not wait for."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

from page.session.papers import SessionPapers
from page.session.settings import SessionSettings
from page.session.writing import annotated

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    ),
}


def rehearse(settings: SessionSettings) -> None:
    """Check a built-in, invented draft as a Word file, comment it, and forget it."""
    text = Path(__file__).with_name("sample.txt").read_text("utf-8")
    papers = SessionPapers(settings)
    papers.taken("", "sample.docx", word_file(text))
    annotated(papers, "", with_fixes=False, author="", unsafe=False)


def word_file(text: str) -> bytes:
    """Return a Word file with a paragraph for every line."""
    lines = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.splitlines())
    document = f'<w:document xmlns:w="{_MAIN}"><w:body>{lines}</w:body></w:document>'
    written = BytesIO()
    with ZipFile(written, "w") as package:
        for name, part in {**_PARTS, "word/document.xml": document}.items():
            package.writestr(name, part)
    return written.getvalue()
