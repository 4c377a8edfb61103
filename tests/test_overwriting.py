"""`--output` replaces reports of docklint's own and nothing else, and such a report is never taken for a draft."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docklint.linter import Linter
from docklint.own_reports import is_own_report, is_report
from docklint.reports import STATISTICS, matrix, matrix_html, matrix_markdown, matrix_text, outline
from docklint.settings import Settings
from docklint.texts import load
from tests.installing import ROOT
from tests.reporting import AS_TEXT, reported
from tests.running import CLEAN, FAULTY, docklint, surroundings
from tests.test_ceiling import HALTED

GENERIC = ("--profile", "generic")
DRAFTS = [
    *sorted((ROOT / "tests" / "drafts").glob("*.txt")),
    *sorted((ROOT / "tests" / "papers").rglob("*.md")),
    *sorted((ROOT / "examples").glob("*.txt")),
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "faulty.txt").write_text(FAULTY, "utf-8")
    return tmp_path


def reports(lang: str) -> Iterator[tuple[str, str]]:
    """Yield a report in every format, of a clean draft, of one with faults and of both; then the other commands'."""
    linter = Linter(Settings(profile="generic", lang=lang))
    clean, faulty = (
        linter.check_bytes(f"甲 {name}.txt", text.encode())
        for name, text in (("好", CLEAN), ("坏", FAULTY * 3))
    )
    for format in (*AS_TEXT, STATISTICS):
        for results in ([clean], [faulty], [clean, faulty], [faulty, clean]):
            for width in (40, 80, 100):
                yield format, reported(format, results, lang=lang, width=width)
    yield "quiet", reported("text", [faulty], lang=lang, quiet=True)
    assert faulty.document
    texts = load(lang)
    drafts = linter.understand(faulty.document).drafts
    yield "outline", "".join(outline.tree(drafts, "auto", texts))
    yield "outline json", "".join(outline.json(drafts, "auto", texts))
    yield "matrix json", "".join(matrix.json(drafts, texts))
    yield "matrix html", "".join(matrix_html.render(drafts, texts))
    yield "matrix markdown", "".join(matrix_markdown.render(drafts, texts))
    yield "matrix text", "".join(matrix_text.render(drafts, texts, 100))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_report_is_known_in_every_encoding_a_shell_writes(
    tmp_path: Path, lang: str, encoding: str
) -> None:
    for kind, text in reports(lang):
        if not text:
            continue
        path = tmp_path / "report"
        path.write_bytes(text.replace("\n", "\r\n" if encoding == "utf-16" else "\n").encode(encoding))
        assert is_own_report(str(path)), (kind, text[:300])


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_no_draft_and_no_page_of_ours_is_taken_for_a_report(path: Path) -> None:
    assert not is_own_report(str(path))


@given(st.text(max_size=300))
def test_no_text_raises_and_hardly_any_is_a_report(text: str) -> None:
    assert is_report(text, text) is (text == "[]\n")


@pytest.mark.parametrize("name", ["old.docx", "旧.doc", "旧.WPS", "旧.odt", "模板.dotx", "旧.rtf"])
def test_a_word_file_is_replaced_by_force_alone(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"PK\x03\x04 somebody's work")
    for command in ("check", "outline", "matrix", "text"):
        ran = docklint(command, "clean.txt", "-o", name, cwd=folder)
        assert ran.status == 2
        word = command != "check" or name.endswith(".docx")
        assert f"--output 指向了已有的 Word 文件 {name}" in ran.said or not word
        assert "--force" in ran.said or not word
    assert (folder / name).read_bytes() == b"PK\x03\x04 somebody's work"
    assert docklint("text", "clean.txt", "-o", name, "--force", cwd=folder).status == 0
    assert (folder / name).read_text("utf-8") == CLEAN


def test_a_draft_is_never_replaced(folder: Path) -> None:
    before = (folder / "faulty.txt").read_bytes()
    for command in ("check", "outline", "matrix", "text"):
        ran = docklint(command, "faulty.txt", "-o", "faulty.txt", "--force", cwd=folder)
        assert (ran.status, "指向了要检查的文稿" in ran.said) == (2, True), ran.said
    assert (folder / "faulty.txt").read_bytes() == before


def test_what_is_no_report_stays_unless_forced(folder: Path) -> None:
    target = folder / "notes.txt"
    target.write_text("随手记的。\n", "utf-8")
    for command in ("check", "outline", "matrix", "text"):
        ran = docklint(command, "clean.txt", "-o", target, cwd=folder)
        assert (ran.status, "不是 docklint 写的报告" in ran.said) == (2, True), ran.said
    assert target.read_text("utf-8") == "随手记的。\n"
    assert docklint("check", "clean.txt", *GENERIC, "-o", target, "--force", cwd=folder).status == 0
    assert is_own_report(str(target))


def test_a_report_and_an_empty_file_are_replaced(folder: Path) -> None:
    target = folder / "report.out"
    target.touch()
    for format in ("json", "text", "html"):
        assert docklint("check", "faulty.txt", *GENERIC, "-f", format, "-o", target, cwd=folder).status == 1
    assert "<!DOCTYPE html>" in target.read_text("utf-8")


@pytest.mark.parametrize("name", ["docklint.toml", "known.json", "ours/pack.toml", "own.toml"])
def test_what_is_in_use_is_never_replaced(folder: Path, name: str) -> None:
    (folder / "ours").mkdir()
    (folder / "ours" / "pack.toml").write_text("", "utf-8")
    (folder / "own.toml").write_text('id = "own"\ntitle = "甲"\nextends = "generic"\n', "utf-8")
    (folder / "docklint.toml").write_text(
        'baseline = "known.json"\nrules-path = "ours"\nprofile = "own.toml"\n', "utf-8"
    )
    assert docklint("baseline", "update", "faulty.txt", cwd=folder).status == 0
    before = (folder / name).read_bytes()
    format = ("-f", "json" if name.endswith("json") else "text")
    refused = docklint("check", "faulty.txt", *format, "-o", name, "--force", cwd=folder)
    if name == "ours/pack.toml":
        # An empty file may go, but not one that is in use.
        assert docklint("check", "faulty.txt", *format, "-o", name, cwd=folder).status == 2
    assert (refused.status, "正在使用的" in refused.said) == (2, True), refused.said
    assert (folder / name).read_bytes() == before


def test_reports_in_a_folder_are_no_drafts(folder: Path) -> None:
    for name, format in (("report.txt", "text"), ("report.md", "markdown"), ("list.txt", "concise")):
        ran = docklint("check", "faulty.txt", *GENERIC, "-f", format, "-o", folder / name, cwd=folder)
        assert ran.status == 1
    docklint("outline", "faulty.txt", "-o", folder / "outline.md", cwd=folder)
    told = docklint("check", ".", *GENERIC, "-f", "json", cwd=folder)
    assert [file["path"] for file in json.loads(told.out)["files"]] == ["clean.txt", "faulty.txt"]
    assert told.said == ""


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_what_a_killed_run_left_is_cleared_away_by_the_next(folder: Path) -> None:
    (folder / "endless.txt").write_text(CLEAN, "utf-8")
    command = [
        sys.executable,
        "-c",
        HALTED,
        "check",
        "clean.txt",
        "endless.txt",
        *GENERIC,
        "-o",
        "report.txt",
    ]
    with subprocess.Popen(command, cwd=folder, env=surroundings(), stderr=subprocess.PIPE) as run:
        while not (folder / "started").exists() and run.poll() is None:
            time.sleep(0.01)
        (busy,) = folder.glob(".docklint-*")
        # Another run at the same time leaves the file alone that is still written to.
        assert docklint("check", "clean.txt", *GENERIC, "-o", "other.txt", cwd=folder).status == 0
        assert busy.exists()
        run.send_signal(signal.SIGKILL)
    assert busy.exists()
    assert docklint("check", "clean.txt", *GENERIC, "-o", "other.txt", cwd=folder).status == 0
    assert {path.name for path in folder.iterdir()} == {
        "clean.txt", "faulty.txt", "endless.txt", "started", "other.txt"
    }  # fmt: skip
