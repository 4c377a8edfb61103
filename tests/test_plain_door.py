"""Both ways to `docklint check`, past typer and through it: the same output, the same streams, the same status."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docklint.cli import door
from docklint.cli.plain import COMPLETION, plain
from docklint.reports import REPORTS

from .cli_door import docklint_here
from .running import CLEAN, FAULTY, Ran, docklint

NAMES = ("稿.txt", "faulty.txt", "folder", "none.txt", "空.txt", "a b.md", "x.doc", "", "-h.txt", "ba/d.docx")
WORDS = (
    *NAMES,
    "--format",
    "-f",
    "--quiet",
    "--lang",
    "en",
    "--",
    "--formt",
    "--format=json",
    "-fjson",
    "-q",
)
ASKED = (*REPORTS, "jsno", "", "TEXT", "-")


@pytest.fixture(scope="module", autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Make a folder of drafts, good, faulty and unreadable, and go there."""
    place = tmp_path_factory.mktemp("drafts")
    (place / "folder").mkdir()
    (place / "ba").mkdir()
    for name, text in {
        "稿.txt": CLEAN,
        "faulty.txt": FAULTY,
        "folder/1.txt": FAULTY,
        "空.txt": "",
        "a b.md": CLEAN,
    }.items():
        (place / name).write_text(text, "utf-8")
    for name in ("x.doc", "ba/d.docx"):
        (place / name).write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(place)
        yield place


def through_typer(words: Sequence[str]) -> Ran:
    """Run as if nothing were plain."""
    with patch.object(door, "plain", lambda words: None):
        return docklint_here(*words)


def command_lines() -> Iterator[tuple[str, ...]]:
    """Yield command lines that a person may type, most of them plain, and some that only nearly are."""
    for paths in product(NAMES, repeat=2):
        yield "check", *paths
    for name, option, format in product(NAMES[:3], ("--format", "-f"), ASKED):
        yield ("check", name, option, format) if option == "-f" else ("check", option, format, name)
    for more in product(WORDS, repeat=2):
        yield "check", "faulty.txt", *more
        yield "check", *more


def test_both_doors_agree_on_hundreds_of_command_lines() -> None:
    lines = sorted(set(command_lines()))
    assert len(lines) > 400
    assert sum(plain(list(words)) is not None for words in lines) > 150
    differing = [words for words in lines if docklint_here(*words) != through_typer(words)]
    assert differing == []


@given(
    words=st.lists(
        st.sampled_from((*WORDS, *ASKED)) | st.text(max_size=4).filter(lambda word: "\0" not in word),
        max_size=4,
    )
)
@settings(max_examples=60, deadline=None)
def test_both_doors_agree_on_whatever_is_typed(words: list[str]) -> None:
    assert docklint_here("check", *words) == through_typer(("check", *words))


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["check"],
        ["outline", "a.txt"],
        ["check", "a.txt", "--help"],
        ["check", "--", "a.txt"],
        ["--lang", "en"],
    ],
    ids=" ".join,
)
def test_what_is_not_plain_goes_through_typer(words: list[str]) -> None:
    assert plain(words) is None


def test_completion_goes_through_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COMPLETION, "complete_bash")
    assert plain(["check", "a.txt"]) is None


@pytest.mark.parametrize("name", ["*.txt", "~/a.txt", "%USERPROFILE%/a.txt", "[a].txt"])
def test_on_windows_typer_expands_patterns(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert plain(["check", name]) == ([name], None)
    monkeypatch.setattr(sys, "platform", "win32")
    assert plain(["check", name]) is None


def test_a_plain_check_does_without_typer(folder: Path) -> None:
    tell = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))"
    ran = docklint("check", "faulty.txt", cwd=folder, before=tell)
    assert "docklint.cli.check" in ran.said
    assert "typer" not in ran.said
