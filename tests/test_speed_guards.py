"""What keeps docklint fast, in counts and not in seconds: modules loaded, files opened, functions called."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import docklint
from benchmarks.fixtures import DRAFT, word
from benchmarks.shapes import SIZES, Shape, shapes
from docklint.checks import text_pattern
from docklint.linter import Linter
from docklint.patterns import compiled
from docklint.settings import Settings
from docklint.structure.correspondence import topics
from docklint.structure.correspondence.obstacles import MOST
from tests.counting import calls
from tests.installing import ROOT, run

WATCHED = """
import json, os, sys
opened = []

def note(event, arguments):
    if event == "open" and not isinstance(arguments[0], int):
        opened.append(os.path.abspath(os.fsdecode(arguments[0])))

sys.addaudithook(note)
import docklint.cli
status = docklint.cli.main()
sys.stderr.write("\\n" + json.dumps([status, sorted(sys.modules), opened]))
"""


class Watched(NamedTuple):
    """What a run of the command line left: its status, the modules loaded, and every file opened, in order."""

    status: int
    modules: set[str]
    opened: list[str]

    def times(self, path: Path) -> int:
        """Return how often a file was opened."""
        return sum(
            1 for each in self.opened if Path(each).name == path.name and path.suffix == Path(each).suffix
        )


def _watched(*words: str | Path, cwd: Path) -> Watched:
    ran = run(sys.executable, "-c", WATCHED, *words, cwd=cwd, PYTHONPATH=str(ROOT / "src"))
    status, modules, opened = json.loads(ran.stderr.splitlines()[-1])
    return Watched(status, set(modules), opened)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a text draft, the same as DOCX, and a configuration."""
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "draft.docx").write_bytes(word(DRAFT.splitlines()))
    (tmp_path / "docklint.toml").write_text('fail-on = "warning"\n', "utf-8")
    return tmp_path


ALWAYS = {
    "asyncio",
    "concurrent.futures",
    "docklint.derive",
    "docklint.readers.convert",
    "docklint.testing",
    "docx",
    "email",
    "http",
    "importlib.metadata",
    "multiprocessing",
    "pydantic",
    "rich",
    "socket",
    "ssl",
    "unittest",
}
"""What no check of one draft has a use for."""
PLAIN = {
    "difflib",
    "docklint.cli.draft_output",
    "docklint.cli.overwriting",
    "docklint.cli.replaced_file",
    "docklint.cli.report_folder",
}
"""What no check has a use for whose report goes to standard output."""
WORD = {"docklint.word", "docklint.readers.docx", "lxml", "zipfile"}


@pytest.mark.parametrize(
    ("words", "unused"),
    [
        (
            "check draft.txt",
            ALWAYS | WORD | PLAIN | {"regex", "hashlib", "docklint.reports.json", "docklint.reports.html"},
        ),
        ("check --format json draft.txt", ALWAYS | WORD | PLAIN | {"regex", "docklint.reports.sarif"}),
        ("check --jobs 8 draft.txt", ALWAYS | WORD | {"regex"}),
        ("check --format json draft.docx", ALWAYS | PLAIN | {"docklint.readers.text", "regex"}),
        # A configuration is held against the rules, whatever the command does with it.
        ("text draft.txt", ALWAYS | WORD | {"regex"}),
        ("text --isolated draft.txt", ALWAYS | WORD | {"regex"}),
        ("--version", ALWAYS | WORD | {"regex", "docklint.packs", "docklint.structure", "docklint.linter"}),
    ],
)
def test_a_way_loads_what_it_needs(words: str, unused: set[str], folder: Path) -> None:
    ran = _watched(*words.split(), cwd=folder)
    assert ran.status in (0, 1)
    assert ran.modules & unused == set()


@pytest.mark.parametrize("name", ["draft.txt", "draft.docx"])
def test_a_draft_and_its_configuration_are_opened_once(name: str, folder: Path) -> None:
    ran = _watched("check", name, cwd=folder)
    assert ran.status == 1
    assert [ran.opened.count(str(folder / each)) for each in (name, "docklint.toml")] == [1, 1]


def test_what_is_read_before_the_first_draft_is_read_for_all(folder: Path) -> None:
    """Nothing but the draft itself is opened for one draft more, and nothing is imported for it."""
    few = _watched("check", "draft.txt", cwd=folder)
    for at in range(20):
        (folder / f"more-{at}.txt").write_text(DRAFT, "utf-8")
    many = _watched("check", *sorted(folder.glob("*.txt")), cwd=folder)
    assert len(many.opened) - len(few.opened) == 20
    assert many.modules == few.modules


MOST_CALLS_A_CHARACTER = 50
"""About twice what a check of the draft takes (3.11); a bound on the work, whatever the machine."""


def test_a_check_takes_a_bounded_number_ofcalls() -> None:
    assert calls(_checking(DRAFT)) < MOST_CALLS_A_CHARACTER * len(DRAFT)


def test_calls_grow_with_the_length_of_the_draft() -> None:
    """Papers one behind the other in one file: four times as many, four times the calls."""
    few, many = (calls(_checking(DRAFT * papers)) for papers in (2, 8))
    assert many / few < 5


def test_the_words_of_themes_are_looked_for_without_a_step_for_every_character() -> None:
    grammar = Linter(Settings()).library.grammar
    assert len(list(topics.theme_words(DRAFT, grammar))) > 100
    assert calls(lambda: list(topics.theme_words(DRAFT, grammar))) < 0.6 * len(DRAFT)


def test_the_patterns_of_marks_and_placeholders_are_compiled_where_a_draft_has_their_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Compiling all of them takes ten milliseconds. Their comments say which words a text must hold."""
    asked = set()

    def note(pattern: str) -> re.Pattern[str]:
        asked.add(pattern)
        return compiled(pattern)

    monkeypatch.setattr(text_pattern, "compiled", note)
    assert not any(sign in DRAFT for sign in "【[［{×□○某")
    docklint.check(DRAFT)
    assert len(asked) < 5
    docklint.check(DRAFT.replace("每月", "【待补充】", 1) + "某×局")
    assert 0 < len(asked) < 40


SHARES = {"characters": 0.02, "runs": 0.02, "lines": 0.005, "papers": 0.04, "varied": 0.2}
"""How much of a hostile shape is counted: quadratic work shows in counts at any size.

Examples are compared with up to eight before them, so papers must be long enough for that to be what most do.
"""
COMPARED = ("causes and measures", "measures on one topic")
"""Of these every cause is held against every measure, up to `correspondence.MOST`; beyond that nothing may grow so."""


def _small() -> Iterator[Shape]:
    for kind, share in SHARES.items():
        yield from (
            shape for name, shape in shapes(share).items() if shape.kind == kind and name not in COMPARED
        )
    yield from (shapes(5 * MOST / SIZES["papers"])[name] for name in COMPARED)


@pytest.mark.parametrize("shape", [*_small()], ids=lambda shape: shape.name)
def test_calls_grow_with_the_length_of_a_hostile_text(shape: Shape) -> None:
    """Four times as much takes four times the calls; quadratic work would take sixteen.

    In the shorter text the explanations kept side by side may not be as many as may be kept: hence the room above five.
    """
    few, many = (calls(_checking(shape.text(size))) for size in (shape.size // 4, shape.size))
    assert many / few < 7


MOST_CALLS_A_VARIED_CHARACTER = 110
"""About twice what varied examples take; each held in full against eight others, they took 750."""


@pytest.mark.parametrize("name", ["varied examples of few words", "examples of someone"])
def test_varied_examples_take_a_bounded_number_ofcalls(name: str) -> None:
    text = shapes()[name].text(14_000)
    assert calls(_checking(text)) < MOST_CALLS_A_VARIED_CHARACTER * len(text)


@pytest.fixture(autouse=True, scope="module")
def _warm() -> None:
    """Load the rules before anything is counted."""
    docklint.check("a\n")


def _checking(text: str) -> Callable[[], object]:
    return lambda: docklint.check(text, name="draft.txt")
