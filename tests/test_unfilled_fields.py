"""RED102 on fields of templates that nobody filled in, and on brackets that are none.

`⟦…⟧` marks what must be pointed at, no matter whether RED101 has more to say. `before.toml` was written before the
method was, `after.toml` when it stood.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from docklint.linter import Linter
from docklint.settings import Settings

FOLDER = Path(__file__).parent / "fields"
TABLES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
LEAST = 80
_LINTER = Linter(Settings(select=("RED102",)))


def cases(key: str) -> list[tuple[str, str]]:
    """Return each line of a list with the name of the file it is to stand in."""
    return [
        *((marked, "draft.txt") for table in TABLES.values() for marked in table[key]),
        *((marked, "draft.md") for table in TABLES.values() for marked in table["markdown"][key]),
    ]


@pytest.mark.parametrize(("marked", "name"), cases("fields"))
def test_a_field_is_pointed_at_whole(marked: str, name: str) -> None:
    assert _found(marked, name) == [piece.split("⟧")[0] for piece in marked.split("⟦")[1:]]


@pytest.mark.parametrize(("text", "name"), cases("none"))
def test_what_only_looks_like_a_field(text: str, name: str) -> None:
    assert _found(text, name) == []


@pytest.mark.parametrize(("key", "sign"), [("fields", "⟦"), ("none", "")])
def test_there_are_many_of_each_half_of_them_written_afterwards(key: str, sign: str) -> None:
    counts = {
        stem: sum(marked.count(sign) if sign else 1 for marked in (*table[key], *table["markdown"][key]))
        for stem, table in TABLES.items()
    }
    assert set(counts) == {"before", "after"}
    assert sum(counts.values()) >= LEAST
    assert min(counts.values()) >= LEAST // 2


def _found(marked: str, name: str) -> list[str]:
    text = marked.replace("⟦", "").replace("⟧", "")
    result = _LINTER.check_bytes(name, text.encode())
    return [each.quote for each in result.findings if each.code == "RED102"]
