"""`docklint alike`: its formats, its sentences, and what it does with folders that are not as they should be."""

from __future__ import annotations

import json
import os
import re
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.desk.folder import made
from tests.running import CLEAN, READY, Ran, docklint

FOLDER = made(11)
SCHEMA = json.loads(files("docklint").joinpath("schemas", "alike.json").read_bytes())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("desk")
    FOLDER.write(place)
    return place


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A folder with a paper, a copy of it, and another one."""
    text, other = list(FOLDER.papers.values())[:2]
    (tmp_path / "甲.txt").write_text(text, "utf-8")
    (tmp_path / "乙.txt").write_text(text.replace("学习", "读书"), "utf-8")
    (tmp_path / "丙.txt").write_text(other, "utf-8")
    return tmp_path


def told(*words: str | Path, cwd: Path) -> dict[str, Any]:
    ran = docklint("alike", *words, "-f", "json", cwd=cwd)
    assert ran.status == 0, ran.said
    report: dict[str, Any] = json.loads(ran.out)
    Draft202012Validator(SCHEMA).validate(report)
    return report


def test_the_json_has_every_pair_with_its_passages(desk: Path) -> None:
    report = told("今年", "--past", "去年", cwd=desk)
    truth = {frozenset((each.paper, each.source)) for each in FOLDER.pairs}
    pairs = [frozenset(Path(file["path"]).name for file in pair["files"]) for pair in report["pairs"]]
    assert set(pairs) == truth
    assert report["threshold"] == 0.12
    assert [pair["score"] for pair in report["pairs"]] == sorted(
        (each["score"] for each in report["pairs"]), reverse=True
    )
    for pair in report["pairs"]:
        for passage in pair["passages"]:
            for file, location, same in zip(
                pair["files"], passage["locations"], passage["same"], strict=True
            ):
                text = (desk / file["path"]).read_text("utf-8")
                assert text[location["offset"] : location["end_offset"]] == location["quote"]
                assert all(location["offset"] <= start < end <= location["end_offset"] for start, end in same)
    assert {pair["past"] for pair in report["pairs"]} == {True, False}
    for each in report["examples"]:
        assert len(each["files"]) > 1


def test_the_threshold_is_an_option_and_stated_everywhere(two: Path) -> None:
    high = told(".", "--threshold", "1", cwd=two)
    assert (high["threshold"], high["pairs"]) == (1.0, [])
    assert len(told(".", cwd=two)["pairs"]) == 1
    for format in ("text", "html"):
        assert (
            "相似度在 30% 以上的有 1 对"
            in docklint("alike", ".", "--threshold", "0.3", "-f", format, cwd=two).text
        )
    for value in ("0", "2", "nan", "15%"):
        ran = docklint("alike", ".", "--threshold", value, cwd=two)
        assert (ran.status, len(ran.said.splitlines())) == (2, 1)


def test_people_read_evidence_and_no_accusation(two: Path) -> None:
    for lang, words in (("zh", "不说明谁用了谁的"), ("en", "not who took them from whom")):
        for format in ("text", "html"):
            ran = docklint("alike", ".", "-f", format, "--lang", lang, cwd=two)
            assert words in ran.text.replace("\n", "") or words in " ".join(ran.text.split())
            assert re.search("抄|剽窃|雷同|plagiar|cop(?:y|ied)", ran.text) is None


def test_the_page_is_one_file_that_may_run_its_own_script_alone(two: Path) -> None:
    target = two / "相似.html"
    assert docklint("alike", ".", "-f", "html", "-o", target, cwd=two).status == 0
    page = target.read_text("utf-8")
    assert page.count("<script>") == 1
    assert "default-src &#x27;none&#x27;; style-src &#x27;sha256-" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert 'class="twin"' in page
    # It may be written again, and is no paper of the folder.
    assert docklint("alike", ".", "-f", "html", "-o", target, cwd=two).status == 0
    assert target.read_text("utf-8") == page


@pytest.mark.parametrize("format", ["text", "json", "html"])
def test_a_report_is_replaced_and_a_paper_is_not(format: str, two: Path) -> None:
    target = two / "out"
    for _ in range(2):
        assert docklint("alike", ".", "-f", format, "-o", target, cwd=two).status == 0
    before = (two / "甲.txt").read_bytes()
    for flags in ((), ("--force",)):
        assert docklint("alike", ".", "-o", "甲.txt", *flags, cwd=two).status == 2
    assert (two / "甲.txt").read_bytes() == before


def test_names_and_words_cannot_break_a_report(two: Path) -> None:
    evil = two / "<b>x\x1b[31m&.txt"
    evil.write_text((two / "甲.txt").read_text("utf-8").replace("问题", "<script>问题</script>"), "utf-8")
    for format in ("text", "html", "json"):
        out = docklint("alike", ".", "-f", format, cwd=two).text
        assert "\x1b" not in out
        assert format == "json" or "<b>x" not in out or format == "text"
    assert "<script>问题" not in docklint("alike", ".", "-f", "html", cwd=two).text


def _says(ran: Ran, status: int, *words: str) -> None:
    assert ran.status == status, ran.said
    assert "Traceback" not in ran.said
    assert len(ran.said.splitlines()) == 1, ran.said
    assert all(word in ran.said for word in words), ran.said


def test_the_same_file_named_twice_is_one(two: Path) -> None:
    report = told("甲.txt", "./甲.txt", "丙.txt", cwd=two)
    assert [paper["path"] for paper in report["papers"]] == ["甲.txt", "丙.txt"]


def test_a_copy_under_another_name_is_told(two: Path) -> None:
    shutil.copy(two / "甲.txt", two / "丁.txt")
    ran = docklint("alike", ".", cwd=two)
    _says(ran, 0, "有 1 对材料完全相同", "丁.txt")
    assert "两份完全相同" in ran.text


def test_last_years_folder_inside_this_years(two: Path) -> None:
    (two / "去年").mkdir()
    shutil.copy(two / "丙.txt", two / "去年" / "丙.txt")
    # Named as past it is past, though the walk meets it, too.
    ran = docklint("alike", ".", "--past", "去年", cwd=two)
    assert ran.status == 0
    assert "1 份只当作往年的材料" in ran.said
    assert "有 1 份材料与往年的完全相同" in ran.said
    assert docklint("alike", ".", "--past", ".", cwd=two).status == 2


def test_one_that_cannot_be_read_costs_the_others_nothing(two: Path) -> None:
    (two / "坏.docx").write_bytes(b"PK\x03\x04 no archive")
    (two / "空.txt").write_bytes(b"")
    ran = docklint("alike", ".", "-f", "json", cwd=two)
    _says(ran, 0, "坏.docx")
    report = json.loads(ran.out)
    Draft202012Validator(SCHEMA).validate(report)
    assert len(report["pairs"]) == 1
    assert [each["path"] for each in report["failed"]] == ["坏.docx"]
    assert [each["path"] for each in report["skipped"]] == ["空.txt"]
    for format in ("text", "html"):
        assert "坏.docx" in docklint("alike", ".", "-f", format, cwd=two).text


def test_nothing_to_compare_is_said(tmp_path: Path, two: Path) -> None:
    (tmp_path / "没有").mkdir()
    _says(docklint("alike", "没有", cwd=tmp_path), 2, "没有可检查的文稿")
    _says(docklint("alike", "甲.txt", cwd=two), 2, "只有一份材料")
    _says(docklint("alike", ".", "--past", "不在", cwd=two), 2, "--past 指定的“不在”不存在")


def test_earlier_papers_of_another_kind_of_meeting_are_told(tmp_path: Path) -> None:
    for folder, text in (("今年", READY), ("去年", READY), ("支部", CLEAN)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "甲.txt").write_text(text + folder, "utf-8")
    other = docklint("alike", "今年", "--past", "支部", cwd=tmp_path)
    _says(other, 0, "不是同一类会议", "仍然作了比较")
    assert docklint("alike", "今年", "--past", "去年", cwd=tmp_path).said == ""


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that may not be written to")
def test_a_folder_that_may_not_be_written_to(two: Path) -> None:
    locked = two / "锁"
    locked.mkdir(mode=0o500)
    _says(docklint("alike", ".", "-o", locked / "a.html", "-f", "html", cwd=two), 2, "无法写入")


def test_a_folder_that_is_not_there_to_write_to(two: Path) -> None:
    _says(docklint("alike", ".", "-o", "没有/a.html", "-f", "html", cwd=two), 2, "无法写入")


@pytest.mark.thorough
def test_two_thousand_papers_come_to_an_end(tmp_path: Path) -> None:
    texts = list(FOLDER.papers.values())
    for at in range(2_000):
        cut = texts[at % len(texts)].split("\n")
        (tmp_path / f"{at:04}.txt").write_text("\n".join((*cut[:2], f"编号{at}。", *cut[2:])), "utf-8")
    report = told(".", cwd=tmp_path)
    assert len(report["papers"]) == 2_000
    assert len(report["pairs"]) == 1_000
    assert report["truncated"]["pairs"] > 10_000
