"""A folder of drafts, and beside it the folder in which their results are kept."""

from __future__ import annotations

from pathlib import Path

from docklint.cache.store import VARIABLE
from tests.docx_builder import typed
from tests.running import FAULTY, WARNED, Ran, docklint

BLIND = """from docklint.linter import Linter
def blind(*_): raise LookupError
Linter.understand = blind"""
"""Makes every check fail, so that what succeeds was replayed."""


class Folder:
    """Drafts, and beside them the folder in which results are kept."""

    def __init__(self, place: Path) -> None:
        self.drafts, self.cache = place / "drafts", place / "cache"
        self.drafts.mkdir()

    def run(self, *words: str | Path, before: str = "", cache: Path | None = None, **more: str) -> Ran:
        """Check the folder, or what else the words name."""
        words = words if "check" in words or "clean" in words else ("check", ".", *words)
        told = {VARIABLE: str(cache or self.cache), **more}
        return docklint(*words, cwd=self.drafts, environment=told, before=before)

    def records(self) -> list[Path]:
        """Return the records that are kept."""
        return sorted(self.cache.glob("*.result"))

    def write(self, name: str, content: str | bytes) -> None:
        (self.drafts / name).write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, name: str) -> str:
        return (self.drafts / name).read_text("utf-8")


def two_drafts(place: Path) -> Folder:
    """Make a folder of two drafts that nobody has checked."""
    folder = Folder(place)
    folder.write("a.txt", FAULTY)
    folder.write("b.docx", typed(WARNED))
    return folder
