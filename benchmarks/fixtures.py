"""What is checked: drafts made anew from `draft.txt` for every run, the same ones for the same seed.

The draft is ours and of an invented office. Copies differ in their figures, so that no two have the same bytes.
"""

from __future__ import annotations

import re
import shutil
from functools import cached_property
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from tests.docx_builder import package

HERE = Path(__file__).parent
DRAFT = (HERE / "draft.txt").read_text("utf-8")
PYTHON = HERE.parent / "src" / "docklint" / "structure" / "binding" / "alignment.py"
"""A source file of about a draft's size, for the linter of Python."""
_FIGURE = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_PIECE = re.compile(r".{1,30}")
_PARAGRAPH = '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200"/></w:pPr>'
_LOOK = (
    '<w:rPr><w:rFonts w:ascii="FangSong" w:eastAsia="FangSong" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>'
)


class Fixtures:
    """Drafts below `folder`. `many`: how many a folder of them holds."""

    def __init__(self, folder: Path, seed: int, many: int) -> None:
        self.folder, self.seed, self.many = folder, seed, many

    @cached_property
    def one(self) -> Path:
        """A folder with `draft.txt`, `draft.docx` and a configuration."""
        folder = self._made("one")
        (folder / "draft.txt").write_text(DRAFT, "utf-8")
        (folder / "draft.docx").write_bytes(word(DRAFT.splitlines()))
        (folder / "docklint.toml").write_text('fail-on = "warning"\n', "utf-8")
        return folder

    @cached_property
    def texts(self) -> Path:
        """A folder of many text drafts."""
        folder = self._made("texts")
        for at in range(self.many):
            (folder / f"{at:04}.txt").write_text(varied(self.seed + at), "utf-8")
        return folder

    @cached_property
    def few(self) -> Path:
        """A folder of forty of them, as an office sends in, or of fewer."""
        folder = self._made("few")
        for at in range(min(self.many, 40)):
            (folder / f"{at:04}.txt").write_text(varied(self.seed + at), "utf-8")
        return folder

    @cached_property
    def words(self) -> Path:
        """A folder of as many DOCX drafts."""
        folder = self._made("words")
        for at in range(self.many):
            (folder / f"{at:04}.docx").write_bytes(word(varied(self.seed + at).splitlines()))
        return folder

    @cached_property
    def sources(self) -> Path:
        """A folder of as many Python files."""
        folder = self._made("sources")
        for at in range(self.many):
            shutil.copy(PYTHON, folder / f"m{at:04}.py")
        return folder

    def paragraphs(self, count: int) -> Path:
        """Make a DOCX of so many paragraphs: drafts one behind the other."""
        lines = DRAFT.splitlines()
        path = self._made("paragraphs") / f"{count}.docx"
        path.write_bytes(word([lines[at % len(lines)] for at in range(count)]))
        return path

    def sized(self, name: str, size: int) -> Path:
        """Make a text of `size` bytes: drafts one behind the other, cut where it is full."""
        path = self._made("sized") / name
        data = DRAFT.encode()
        path.write_bytes((data * (size // len(data) + 1))[:size].decode("utf-8", "ignore").encode())
        return path

    def _made(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        return folder


def varied(seed: int) -> str:
    """Return the draft with other figures."""
    chance = Random(seed)
    return _FIGURE.sub(lambda _: str(chance.randint(2, 30)), DRAFT)


def word(lines: list[str]) -> bytes:
    """Return a DOCX of these paragraphs, in the pieces and with the looks that Word and WPS give to a draft."""
    return package(*(f"<w:p>{_PARAGRAPH}{_runs(line)}</w:p>" for line in lines))


def _runs(line: str) -> str:
    return "".join(f"<w:r>{_LOOK}<w:t>{escape(piece)}</w:t></w:r>" for piece in _PIECE.findall(line))
