"""What a folder or a hook holds beside drafts is named, and is never called ready."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.docx_builder import typed
from tests.reporting import AS_TEXT
from tests.running import READY, docklint

PASSED_OVER = ("旧.doc", "扫描.pdf", "记录.txt")

BY_DIMENSIONS = """苇塘镇卫生院领导班子对照检查材料
一、关于诊疗规范方面
（一）存在问题
病历书写拖延。例如，5月有七份出院病历过了期限才补齐。
（二）原因分析
把写病历看成看病之外的负担。
（三）整改措施
每周三抽十份当年病历，过期的当面说明。
"""

DUTIES = """苇塘镇卫生院工作安排
一、诊疗规范方面
（一）整改措施
每周三抽十份病历。
（二）责任科室
医务科。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "甲.txt").write_text(READY, encoding="utf-8")
    (tmp_path / "通报.docx").write_bytes(typed("青禾县档案馆今年接收档案三千卷。"))
    for name in PASSED_OVER:
        (tmp_path / name).write_text("今天开会。", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("format", AS_TEXT)
def test_every_format_names_what_was_not_checked(format: str, folder: Path) -> None:
    ran = docklint("check", ".", "-f", format, "-o", folder / "out", cwd=folder)
    told = (folder / "out").read_text("utf-8")
    if format == "sarif":
        from urllib.parse import unquote

        told = unquote(told)
    assert ran.status == 0
    assert "通报.docx: 没有认出结构，未检查" in ran.said
    assert "没有认出结构，未检查" in told
    for name in PASSED_OVER:
        assert name.replace(".", "\\.") in told or name in told


def test_unchecked_fails_a_run_only_if_asked(folder: Path) -> None:
    assert docklint("check", ".", cwd=folder).status == 0
    assert docklint("check", ".", "--fail-on-unchecked", cwd=folder).status == 1
    report = json.loads(docklint("check", ".", "-f", "json", cwd=folder).out)
    assert {file["path"]: file["verdict"] for file in report["files"]} == {
        "甲.txt": "ready",
        "通报.docx": "unchecked",
    }
    assert [each["path"] for each in report["skipped"]] == ["扫描.pdf", "旧.doc", "记录.txt"]


def test_a_hook_stops_no_commit_for_a_word_file_without_structure(folder: Path) -> None:
    assert docklint("check", "--drafts-only", "通报.docx", cwd=folder).status == 0
    assert docklint("check", "通报.docx", cwd=folder).status == 1


def test_codes_may_be_parted_by_chinese_commas(folder: Path) -> None:
    ran = docklint("check", "甲.txt", "--select", "EXA101，RED、TXT101", "-f", "json", cwd=folder)
    rules = json.loads(ran.out)["files"][0]["rules"]
    assert rules["EXA101"] == rules["RED101"] == rules["TXT101"] == "passed"
    assert rules["SEC101"] == "disabled"


def test_a_paper_of_nothing_but_whole_dimensions_is_one_of_a_folder(tmp_path: Path) -> None:
    """Problems, causes and measures under each dimension make a paper without any section."""
    (tmp_path / "卫生院.txt").write_text(BY_DIMENSIONS, encoding="utf-8")
    (tmp_path / "安排.txt").write_text(DUTIES, encoding="utf-8")
    report = json.loads(docklint("check", ".", "-f", "json", cwd=tmp_path).out)
    assert [each["path"] for each in report["files"]] == ["卫生院.txt"]
    assert [each["path"] for each in report["skipped"]] == ["安排.txt"]
