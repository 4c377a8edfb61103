"""The least that has to be done: what figures are held against."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

PATTERNS = Path(__file__).parents[1] / "patterns.txt"
"""Thirty patterns of the kind a linter of such texts runs, none of them slow by itself."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def passes() -> list[re.Pattern[str]]:
    """Compile the thirty patterns."""
    return [re.compile(line, re.MULTILINE) for line in PATTERNS.read_text("utf-8").splitlines()]


def search(patterns: list[re.Pattern[str]], text: str) -> None:
    """Go over the text once with each."""
    for pattern in patterns:
        for _ in pattern.finditer(text):
            pass


def parse(data: bytes) -> str:
    """Unzip a DOCX, parse its main part and collect the text, a paragraph a line."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in root.iter(f"{_W}p"))


def strings(texts: Iterable[str]) -> int:
    """Make the strings of five characters of every text, and count the different ones of each."""
    return sum(len({text[at : at + 5] for at in range(len(text) - 4)}) for text in texts)
