"""`docklint text` as git's textconv: a diff of Word files is a diff of their text."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
from pathlib import Path

import pytest

from tests.installing import ROOT, done

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None or os.name == "nt", reason="needs git and a shell"
)
DRAFT = "班子 对照检查材料（第三稿）.docx"
IDENTITY = ("-c", "user.name=docklint", "-c", "user.email=docklint@example.org", "-c", "commit.gpgsign=false")


def _recipe() -> list[str]:
    """Return the lines the README tells its reader to run."""
    page = (ROOT / "README.md").read_text("utf-8")
    found = re.search(
        r"```sh\n(echo [^\n]*\.gitattributes)\n(git config [^\n]*)\n(git config [^\n]*)\n```", page
    )
    assert found, "the README no longer tells how"
    return list(found.groups())


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


UNREADABLE = {
    "~$班子材料.docx": b"\x05owner" + b"\0" * 50,
    "空.docx": b"",
    "未取回.docx": b"version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 12345\n",
    "坏.docx": b"no zip at all",
}


def test_a_diff_goes_on_past_what_cannot_be_read(repository: Path) -> None:
    for name, data in UNREADABLE.items():
        (repository / name).write_bytes(data)
    _git(repository, "add", "--intent-to-add", "--all")
    (repository / DRAFT).write_bytes((ROOT / "examples" / "faulty.docx").read_bytes())
    shown = _git(repository, "diff")
    assert "+（二）在认真对照“政治素养”方面。" in shown
    assert len(re.findall(r"^\+\[docklint：读不出来：", shown, re.M)) == len(UNREADABLE)
    for name in (DRAFT, *UNREADABLE):
        assert f"+++ b/{name}" in shown, "quoted"
    _git(repository, "add", "--all")
    _git(repository, *IDENTITY, "commit", "--quiet", "--message", "second")
    assert "+[docklint：读不出来：" in _git(repository, "log", "--patch", "-1")
    (repository / "空.docx").write_bytes(b"still nothing to read")
    assert "Binary files" not in _git(repository, "diff")


def test_single_characters_are_shown(repository: Path) -> None:
    shutil.copy(ROOT / "examples" / "faulty.docx", repository / DRAFT)
    shown = _git(repository, "diff", "--word-diff=plain", "--color-words=.", "--color=never")
    assert re.search(r"政治素(\[-质-\]\{\+养\+\}|质养)", shown), shown[:400]


def _git(repository: Path, *arguments: str) -> str:
    return done("git", *arguments, cwd=repository, **_surroundings(repository))


def _surroundings(repository: Path) -> dict[str, str]:
    commands = repository.parent / "bin"
    return {
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONIOENCODING": "gbk",
    }
