"""What once took the square of a length takes its multiple: lines of contents lists and tables of `[[suppress]]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import docklint
from docklint.document import Line
from docklint.spans import Range
from docklint.structure.normalise import contents
from docklint.structure.units.wording import UnitWords
from tests.cli_door import docklint_here
from tests.counting import calls
from tests.running import FAULTY

SHORT, LONG = 2_000, 8_000
LINES: dict[str, Callable[[int], str]] = {
    "dots": lambda size: "." * size,
    "dots before a number": lambda size: "甲" + "." * size + "12",
    "dots before a word": lambda size: "甲" + "." * size + "乙",
    "blanks": lambda size: "甲" + " " * size + "3",
    "blanks before a word": lambda size: "甲" + "\u3000" * size + "乙",
    "tabs": lambda size: "甲" + "\t" * size,
    "ellipses with blanks": lambda size: "甲" + "… " * (size // 2) + "（7）",
    "hyphens and numbers": lambda size: "甲" + "---9" * (size // 4),
    "digits": lambda size: "甲……" + "1" * size,
    "brackets": lambda size: "甲..." + "（" * size + "1）",
    "leaders of all kinds": lambda size: "甲" + ".   …\t---__" * (size // 10) + "5",
}
UNBOUNDED = re.compile(r"(?<!\\)[*+]|\{\d+,\}")


@pytest.mark.parametrize("kind", LINES)
def test_a_line_is_read_from_its_end(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line four times as long takes no more calls, and patterns that repeat nothing see it once at most."""
    searched: list[tuple[str, int]] = []

    class Noting:
        """A pattern that notes how much it is to search."""

        def __init__(self, pattern: str) -> None:
            self.pattern = pattern

        def search(self, text: str) -> object:
            """Search, and note it."""
            searched.append((self.pattern, len(text)))
            return re.compile(self.pattern).search(text)

    monkeypatch.setattr(contents, "compiled", Noting)
    short, long = (_cost(LINES[kind](size)) for size in (SHORT, LONG))
    assert long < short + 20
    assert sum(length for _, length in searched) <= 2 * (SHORT + LONG)
    assert not any(UNBOUNDED.search(pattern) for pattern, _ in searched)


@pytest.mark.parametrize("kind", LINES)
def test_lines_in_a_row_cost_one_after_another(kind: str) -> None:
    few, many = (_cost("\n".join([LINES[kind](40)] * count)) for count in (50, 200))
    assert many / few < 5


def _cost(text: str) -> int:
    return calls(lambda: _found(text))


def _found(text: str) -> list[tuple[int, int]]:
    at, lines = 0, list[Line]()
    for line in text.split("\n"):
        lines.append(Line(at, at + len(line)))
        at += len(line) + 1
    return list(contents.contents(text, lines))


TABLES = {
    "distinct quotes": "rule = 'RED'\nquote = '第{n}项'",
    "one quote": "rule = 'RED'\nquote = '改进'",
    "quotes that are nowhere": "rule = 'RED'\nquote = '没有{n}'",
    "quotes in other marks": "rule = 'TXT'\nquote = '第 {n} 项'",
    "paths": "rule = 'RED'\nquote = '第{n}项'\npath = 'a{n}*.txt'",
    "all rules": "rule = 'ALL'\nquote = '第{n}项'",
}


@pytest.mark.parametrize("kind", TABLES)
def test_tables_cost_one_after_another(kind: str, tmp_path: Path) -> None:
    """Four times the tables take at most four times the calls, and a draft of four times the places likewise."""

    def work(tables: int, places: int) -> int:
        text = FAULTY + "".join(f"关于第{n}项*年，“应当改进{n}。\n" for n in range(places))
        (tmp_path / "a.txt").write_text(text, "utf-8")
        written = (
            f"[[suppress]]\n{TABLES[kind].replace('{n}', str(n))}\nreason = '已商定'\n" for n in range(tables)
        )
        (tmp_path / "docklint.toml").write_text("".join(written), "utf-8")
        return calls(lambda: docklint_here("check", tmp_path / "a.txt", "-f", "concise"))

    work(1, 1)
    few = work(150, 40)
    assert work(600, 40) < 5 * few
    assert work(600, 160) < 5 * few


def test_papers_of_a_file_are_asked_for_their_own_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of forty papers is not searched forty times for who says 我局 in it."""
    asked: list[int] = []
    itself = UnitWords.itself

    def noting(words: UnitWords, text: str, place: Range) -> Iterator[tuple[str, Range]]:
        asked.append(place.end - place.start)
        return itself(words, text, place)

    monkeypatch.setattr(UnitWords, "itself", noting)
    paper, count = FAULTY, 5
    docklint.check(paper * count)
    assert len(asked) == count
    assert sum(asked) <= count * len(paper)
