"""`docklint text` as git's textconv: a diff of Word files is a diff of their text."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
from pathlib import Path

import pytest

from tests.installing import ROOT, done, run

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None or os.name == "nt", reason="needs git and a shell"
)
DRAFT = "班子 对照检查材料（第三稿）.docx"
IDENTITY = ("-c", "user.name=docklint", "-c", "user.email=docklint@example.org", "-c", "commit.gpgsign=false")


def _recipe() -> list[str]:
    """Return the two lines the README tells its reader to run."""
    page = (ROOT / "README.md").read_text("utf-8")
    found = re.search(r"```sh\n(echo [^\n]*\.gitattributes)\n(git config [^\n]*)\n```", page)
    assert found, "the README no longer tells how"
    return [found[1], found[2]]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository set up as the README says, with the clean example committed."""
    command = tmp_path / "bin" / "docklint"
    command.parent.mkdir()
    command.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m docklint \"$@\"\n", "utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    repository = tmp_path / "repository"
    repository.mkdir()
    _git(repository, "init", "--quiet")
    for line in _recipe():
        done("sh", "-c", line, cwd=repository)
    shutil.copy(ROOT / "examples" / "clean.docx", repository / DRAFT)
    _git(repository, "add", "--all")
    _git(repository, *IDENTITY, "commit", "--quiet", "--message", "first")
    return repository


def test_diff_shows_the_changed_paragraphs(repository: Path) -> None:
    shutil.copy(ROOT / "examples" / "faulty.docx", repository / DRAFT)
    shown = _git(repository, "diff")
    assert DRAFT.removesuffix(".docx") in shown
    assert "+（二）在认真对照“政治素养”方面。" in shown
    assert "-（二）在认真对照“政治素质”方面。" in shown
    assert "\n 一、查摆出的突出问题\n" in shown, "an automatic number is the same text as a typed one"
    assert "Binary files" not in shown


def test_log_and_show_do_the_same(repository: Path) -> None:
    assert "+二、存在问题原因分析" in _git(repository, "log", "--patch")
    assert "+二、存在问题原因分析" in _git(repository, "show")


def test_unchanged_text_is_no_difference(repository: Path) -> None:
    assert _git(repository, "diff") == ""


def test_an_unreadable_draft_is_named(repository: Path) -> None:
    (repository / DRAFT).write_bytes(b"no zip at all")
    ran = run("git", "diff", cwd=repository, **_surroundings(repository))
    assert ran.returncode != 0
    assert "docklint: " in ran.stderr


def _git(repository: Path, *arguments: str) -> str:
    return done("git", "-c", "core.quotepath=off", *arguments, cwd=repository, **_surroundings(repository))


def _surroundings(repository: Path) -> dict[str, str]:
    commands = repository.parent / "bin"
    return {
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONIOENCODING": "gbk",
    }
