"""Places a person finds in Word: paragraphs that are not empty, the page, the words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.docx_builder import package, para, run
from tests.docx_xml import cell, table
from tests.running import CLEAN, docklint

LINES = CLEAN.replace("三年没有改过", "*年没有改过").rstrip("\n").split("\n")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return a draft whose title stands in a table and which has an empty paragraph behind every other."""
    title = table([cell(para(run("对照检查材料")))])
    body = (block for line in LINES for block in (para(run(line)), para()))
    path = tmp_path / "稿.docx"
    path.write_bytes(package(title, para(), *body))
    return path


def test_the_report_counts_paragraphs_as_word_shows_them(draft: Path) -> None:
    counted = LINES.index(next(line for line in LINES if "*" in line)) + 2
    assert f"  第 {counted} 段  " in docklint("check", "--select=RED", draft).text
    assert f"  paragraph {counted}  " in docklint("check", "--select=RED", "--lang=en", draft).text
    for format in ("markdown", "html"):
        assert f"第 {counted} 段" in docklint("check", "--select=RED", f"--format={format}", draft).text
    [file] = json.loads(docklint("check", "--select=RED", "--format=json", draft).out)["files"]
    [found] = file["findings"]
    assert found["location"]["paragraph_shown"] == counted
    line, column = found["location"]["line"], found["location"]["column"]
    assert line > counted
    assert f":{line}:{column}: " in docklint("check", "--select=RED", "--format=concise", draft).text


def test_a_text_file_keeps_lines(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    ran = docklint("check", "--select=RED", "--format=json", path)
    [found] = json.loads(ran.out)["files"][0]["findings"]
    assert found["location"]["paragraph_shown"] is None
    place = f"  {found['location']['line']}:{found['location']['column']}  "
    assert place in docklint("check", "--select=RED", path).text


def test_text_is_numbered(draft: Path, tmp_path: Path) -> None:
    printed = docklint("text", "--numbers", draft).text.splitlines()
    plain = docklint("text", draft).text.splitlines()
    assert [line.split()[0] for line in printed] == [str(n + 1) for n in range(len(plain))]
    counted = [int(found[1]) for line in printed if (found := re.match(r" *\d+  第 (\d+) 段 ", line))]
    assert counted == [n + 1 for n in range(len(LINES) + 1)]
    path = tmp_path / "稿.txt"
    path.write_text("甲\n\n乙\n", encoding="utf-8")
    assert docklint("text", "--numbers", path).text.startswith("1  甲\n2  \n3  乙\n")


def test_a_report_by_paragraphs_is_no_draft(draft: Path) -> None:
    report = draft.with_name("检查结果.txt")
    report.write_bytes(docklint("check", "--quiet", "--select=RED", draft).out)
    assert "段  " in report.read_text(encoding="utf-8")
    listed = json.loads(docklint("check", "--format=json", draft.parent).out)["files"]
    assert [Path(each["path"]).name for each in listed] == ["稿.docx"]


def test_fixes_are_told_by_the_paragraph_a_person_counts(draft: Path) -> None:
    """Every other paragraph is empty and a title stands in a table: ordinals in the file mislead."""
    lines = [line.replace("（二）", "（二）、", 1) for line in LINES]
    draft.write_bytes(package(para(), *(block for line in lines for block in (para(run(line)), para()))))
    first = next(number for number, line in enumerate(lines, 1) if "（二）、" in line)
    told = docklint("fix", draft, "--profile", "generic").text
    assert f"第 {first} 段：删去“、”" in told
    assert "行" not in told.partition("\n")[2].partition("：")[0]
