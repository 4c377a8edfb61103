"""The parity matrix: one draft in every guise a word processor gives it, with the same findings."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest

from docklint.linter import Linter
from docklint.settings import Settings
from tests import docx_builder as build

SENTENCE = "这句话已经删去。"
DRAFT = """临溪市水务局党组2023年度主题教育专题民主生活会对照检查材料
按照通知要求，局党组对照理论学习、政治素质、能力本领、担当作为、工作作风、廉洁自律等六个方面查摆问题。现将有关情况报告如下：
一、查摆出的突出问题
（一）在认真对照“理论学习”方面。一是学得不深。比如：2023年5月的研讨发言由*科代拟。二是用得不够。习惯于凭经验办事。
（二）在认真对照“政治素质”方面。一是敏锐性不强。比如：等等。三是执行力不够。比如：防汛部署传达晚了两天。
（三）在认真对照“能力本领”方面。一是办法不多。比如：XX项目至今没有方案。二是统筹不够。比如：三个泵站同时停机检修。
（四）在认真对照“工作作风”方面。一是调研不深。比如：【待补充】全年只去过两个村。二是服务不优。比如：缴费窗口中午不开门。
（六）在认真对照“廉洁自律”方面。一是教育不够。比如：今年只上过一次廉政党课。二是监督不严。比如：三份合同没有会签。
二、存在问题原因分析
（一）理论武装抓得不紧。学用脱节，满足于以会代学，学习制度没有坚持。
（二）宗旨意识有所淡化。深入群众不够，对用水困难体会不深。
（三）从严管理不够有力。监督执纪失之于宽，廉政教育走形式。
三、下一步努力方向和整改措施
（一）强化理论武装。每月组织一次集中学习，学用结合，坚持学习制度。
（二）践行宗旨意识。每季度深入群众走访两个村，解决用水困难。
（三）坚持从严管理。每半年开展一次监督执纪检查，抓实廉政教育。
以上是局党组的对照检查，请批评指正。
"""

GUISES: dict[str, Callable[[str], bytes]] = {
    "typed": build.typed,
    "split runs": lambda text: build.split_runs(text, Random(7)),
    "inserted": build.all_inserted,
    "with a deleted sentence": lambda text: build.with_deleted(text, SENTENCE),
    "in cells": build.in_cells,
    "in controls": build.in_controls,
    "strict": build.strict,
    "numbered": build.numbered,
    "numbered by heading styles": build.heading_numbered,
}
TRACKING = {"DOC101", "DOC102", "DOC103"}

Told = list[tuple[str, str, tuple[str, ...], int, int]]


@cache
def linter() -> Linter:
    return Linter(Settings())


def told(name: str, data: bytes) -> Told:
    """Tell the findings by code, quote, heading path, line and column; what only Word files have is left out."""
    result = linter().check_bytes(name, data)
    assert result.error is None
    assert result.document is not None
    text = result.document.text
    return [
        (finding.code, finding.quote, finding.heading_path, *_position(text, finding.span.start))
        for finding in result.findings
        if finding.code not in TRACKING
    ]


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def plain() -> Told:
    return told("draft.txt", DRAFT.encode())


def test_the_draft_has_faults_of_every_family() -> None:
    assert {code[:3] for code, *_ in plain()} >= {"DIM", "NUM", "EXA", "RED"}


@pytest.mark.parametrize("guise", GUISES)
def test_every_guise_has_the_findings_of_the_text(guise: str) -> None:
    assert told("draft.docx", GUISES[guise](DRAFT)) == plain()


def test_line_breaks_instead_of_paragraphs_keep_the_lines() -> None:
    found = told("draft.docx", build.with_line_breaks(DRAFT))
    assert [entry[:4] for entry in found] == [entry[:4] for entry in plain()]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("guise", ["typed", "numbered", "in cells"])
def test_as_saved_by_libreoffice(guise: str, tmp_path: Path) -> None:
    source, out = tmp_path / "draft.docx", tmp_path / "out"
    source.write_bytes(GUISES[guise](DRAFT))
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert told("draft.docx", (out / "draft.docx").read_bytes()) == plain()
