"""The examples the README shows: one clean, one full of different faults, the same in text and in Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from docklint import readers
from docklint.linter import Linter
from docklint.settings import Settings

EXAMPLES = Path(__file__).parents[1] / "examples"
FAULTS = [
    ("EXA101", "二是学用脱节的问题没有根本解决。"),
    ("DIM105", "（二）在认真对照“政治素养”方面"),
    ("RED101", "*"),
    ("NUM101", "三是"),
    ("RED101", "X月X日"),
    ("EXA102", "比如：还存在一定差距和不足。"),
    ("NUM107", "（四）、"),
    ("RED102", "【待补充】"),
    ("DIM101", "（五）在认真对照“廉洁自律”方面"),
    ("NUM104", "第二，"),
    ("RED103", "某局"),
    ("NUM108", "四"),
    ("COR101", "（二）宗旨意识有所淡化，群众感情不够深厚"),
    ("TXT101", "“"),
]


def _found(name: str) -> list[tuple[str, str]]:
    result = Linter(Settings()).check_file(str(EXAMPLES / name))
    return [(each.code, each.quote) for each in result.findings if each.severity != "info"]


@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_clean_example_is_clean(suffix: str) -> None:
    assert _found(f"clean.{suffix}") == []


@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_faulty_example_shows_each_fault_once(suffix: str) -> None:
    assert _found(f"faulty.{suffix}") == FAULTS


@pytest.mark.parametrize("name", ["clean", "faulty"])
def test_word_files_hold_the_same_text(name: str) -> None:
    text, word = (
        readers.read(str(EXAMPLES / f"{name}.{suffix}"), "final").text for suffix in ("txt", "docx")
    )
    assert word.rstrip("\n") == text.rstrip("\n")
