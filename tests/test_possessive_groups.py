"""No pattern repeats a group possessively.

Until 3.11.4 Python's `re` goes on from where the last attempt at the group failed, not from where it began
(https://github.com/python/cpython/issues/106052): titles then end a comma late, and a document type is not seen.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "docklint"
RULES = Path(__file__).parents[1] / "rules"
POSSESSIVE = re.compile(r"(?<![\\(])\)(?:[*+?]|\{+[0-9,]+\}+)\+")


def test_the_search_finds_what_it_is_for() -> None:
    assert all(map(POSSESSIVE.search, (r"(?:a|b)*+", r"(a)++", r"(a)?+", r"(a){3,}+", r"(a){{3,}}+")))
    assert not any(map(POSSESSIVE.search, (r"[^a]++", r"(?:a|b)*", r"\)*+", r"(a)+")))


@pytest.mark.parametrize("folder", [SOURCE, RULES], ids=["source", "rules"])
def test_no_group_is_repeated_possessively(folder: Path) -> None:
    files = [*folder.rglob("*.py"), *folder.rglob("*.toml")]
    assert files
    assert [
        f"{path}: {found[0]}" for path in files for found in POSSESSIVE.finditer(path.read_text("utf-8"))
    ] == []
