"""What docklint wrote about a draft is no draft, in a folder or named; what `docklint text` prints is one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli_door import docklint_here
from tests.docx_builder import typed
from tests.reporting import AS_TEXT
from tests.running import FAULTY, READY

NO_DRAFT = "这是 docklint 写出的检查结果，不是文稿"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "甲.docx").write_bytes(typed(READY))
    (tmp_path / "乙.txt").write_text(FAULTY, "utf-8")
    return tmp_path


def checked(*arguments: str | Path) -> list[str]:
    report = json.loads(docklint_here("check", *arguments, "-f", "json").out)
    return [Path(file["path"]).name for file in report["files"] if file["status"] == "checked"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_report_is_a_draft_whatever_it_is_called(folder: Path, lang: str) -> None:
    written = {}
    for format in AS_TEXT:
        for suffix in (".txt", ".md"):
            name = folder / f"检查结果-{format}{suffix}"
            ran = docklint_here("check", folder / "乙.txt", folder / "甲.docx", "-f", format, "--lang", lang)
            name.write_bytes(ran.out)
            written[name] = format
    assert all(name.stat().st_size for name in written)
    assert checked(folder) == ["乙.txt", "甲.docx"]
    named = docklint_here("check", *written, "-f", "concise")
    assert (named.status, named.said.count(NO_DRAFT)) == (2, len(written)), named.said


def test_a_report_is_refused_by_every_command_and_in_its_own_suffix(folder: Path) -> None:
    for name in ("结果.html", "结果.json", "结果.txt"):
        format = name.rpartition(".")[2].replace("txt", "text")
        docklint_here("check", folder / "乙.txt", "-f", format, "-o", folder / name)
        ran = docklint_here("check", folder / name)
        assert (ran.status, NO_DRAFT in ran.said) == (2, True), ran.said
    for command in ("outline", "matrix", "text", "fix"):
        ran = docklint_here(command, folder / "结果.txt")
        assert (ran.status, ran.text, NO_DRAFT in ran.said) == (2, "", True), ran.said


def test_a_word_report_is_no_draft(folder: Path) -> None:
    report = "文稿检查报告\n稿.docx\n一、存在的问题\n（一）理论学习方面。\n由 docklint 生成。"
    (folder / "检查报告.docx").write_bytes(typed(report))
    for lang in ("zh", "en"):
        docklint_here("check", folder / "乙.txt", "-o", folder / f"{lang}.docx", "--lang", lang)
    assert checked(folder) == ["乙.txt", "甲.docx"]
    for name in ("检查报告.docx", "zh.docx", "en.docx"):
        assert NO_DRAFT in docklint_here("check", folder / name).said


def test_what_docklint_text_prints_is_a_draft(folder: Path) -> None:
    docklint_here("text", folder / "甲.docx", "-o", folder / "丙.txt")
    assert checked(folder) == ["丙.txt", "乙.txt", "甲.docx"]
    (folder / "丁.txt").write_bytes((folder / "丙.txt").read_bytes())
    assert checked(folder / "丁.txt") == ["丁.txt"]


def test_a_hook_passes_over_reports(folder: Path) -> None:
    docklint_here("check", folder / "乙.txt", "-o", folder / "结果.txt")
    ran = docklint_here("check", "--drafts-only", folder / "结果.txt")
    assert ran.status == 0, ran.said
