"""Many `[[suppress]]` tables cost in proportion to their number; counted in comparisons, since time depends on the machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docklint.values import Value
from tests.cli_door import docklint_here
from tests.running import FAULTY

TABLES = 1500
QUOTES: dict[str, Callable[[int], str]] = {
    "distinct": lambda number: f"第{number}项",
    "the same": lambda _: "改进",
    "absent": lambda number: f"没有{number}",
}


@pytest.mark.parametrize("kind", QUOTES)
def test_tables_are_not_compared_with_one_another(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = FAULTY + "".join(f"关于第{number}项*年，“应当改进{number}。\n" for number in range(60))
    (tmp_path / "a.txt").write_text(text, "utf-8")
    tables = (
        f'[[suppress]]\nrule = "RED"\nquote = "{QUOTES[kind](n)}"\nreason = "已商定"\n' for n in range(TABLES)
    )
    (tmp_path / "docklint.toml").write_text("".join(tables), "utf-8")
    compared = 0
    plain = Value.__eq__

    def counted(self: Value, other: object) -> bool:
        nonlocal compared
        compared += 1
        return plain(self, other)

    monkeypatch.setattr(Value, "__eq__", counted)
    assert docklint_here("check", tmp_path / "a.txt", "-f", "concise").status == 1
    assert compared < 30 * TABLES
