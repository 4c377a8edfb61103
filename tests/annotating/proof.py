"""Every Word file there is to try: the measured corpus, and written papers in every way a word processor stores them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests import docx_builder as b
from tests.annotating.drafts import TEXT
from tests.word.conftest import CORPUS

_HERE = Path(__file__).parents[1]


def generated() -> Iterator[tuple[str, bytes]]:
    """Yield written drafts as Word files, good ones and faulty ones."""
    papers = {path.stem: path.read_text("utf-8") for path in sorted((_HERE / "drafts").glob("*.txt"))}
    papers["faulty"] = (_HERE.parent / "examples" / "faulty.txt").read_text("utf-8")
    papers["many-faults"] = TEXT
    for name, text in papers.items():
        for shape, make in b.SHAPES.items():
            yield f"{name}-{shape}", make(text)


def readable() -> list[tuple[str, bytes]]:
    """Return all of them, by name; encrypted ones and those in which nothing stands are left out."""
    corpus = [(path.name, path.read_bytes()) for path in CORPUS if not path.name.endswith("_password.docx")]
    return [*corpus, *generated()]
