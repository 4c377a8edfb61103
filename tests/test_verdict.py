"""The verdict: a table of findings and coverage, and the same through the command line."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from docklint.errors import Empty
from docklint.rules import Finding, Severity, Suppression
from docklint.spans import Span
from docklint.verdict import Coverage, Paper, Tally, decide, tally
from tests.docx_builder import package, typed
from tests.running import CLEAN, READY, Ran, docklint

ERROR, WARNING, INFO = Severity
PAPER = Paper(dimensions=6, returns=("SEC101", "SEC106", "DL901"), share=(1, 3))
AGREED = Suppression("config", "通知如此")


def finding(code: str, severity: Severity = ERROR, at: int = 0, **other: Any) -> Finding:
    return Finding(code, "a-name", severity, f"{code} 不好。", "", Span(at, at), "", (), (code,), **other)


FOUND: dict[str, tuple[list[Finding], str]] = {
    "nothing": ([], "ready"),
    "an info": ([finding("NUM109", INFO)], "ready"),
    "a notice": ([finding("DL902", WARNING), finding("DL903"), finding("DL904", INFO)], "ready"),
    "a warning": ([finding("EXA101", WARNING)], "revise"),
    "an error": ([finding("RED101")], "revise"),
    "a warning and a notice": ([finding("EXA101", WARNING), finding("DL902", WARNING)], "revise"),
    "a section missing": ([finding("SEC101")], "return"),
    "a section missing, made an info": ([finding("SEC101", INFO)], "return"),
    "a required section empty": ([finding("SEC106", data={"required": True})], "return"),
    "another section empty": ([finding("SEC106", data={"required": False})], "revise"),
    "no structure in a named file": ([finding("DL901")], "return"),
    "a third of the dimensions missing": ([finding("DIM101")] * 2, "revise"),
    "more than a third missing": ([finding("DIM101")] * 3, "return"),
    "an error accepted": ([finding("RED101", suppressed=AGREED)], "unchecked"),
    "a missing section accepted": ([finding("SEC101", suppressed=AGREED)], "unchecked"),
    "missing dimensions accepted": ([finding("DIM101", suppressed=AGREED)] * 3, "unchecked"),
    "one accepted, one not": ([finding("RED101", suppressed=AGREED), finding("RED101")], "revise"),
}
COVERED: dict[str, tuple[Coverage, str]] = {
    "everything": (Coverage((PAPER,), 30), "ready"),
    "two papers": (Coverage((PAPER, Paper(50, dimensions=4)), 30), "ready"),
    "rules switched off": (Coverage((PAPER,), 6, ("EXA101",)), "unchecked"),
    "a rule crashed": (Coverage((PAPER,), 30, (), ("EXA101",)), "unchecked"),
    "a picture": (Coverage((PAPER,), 30, unread=("picture",)), "unchecked"),
    "no structure": (
        Coverage((Paper(has_structure=False, returns=PAPER.returns, dimensions=6, share=(1, 3)),), 30),
        "unchecked",
    ),
    "a profile without dimensions": (
        Coverage((Paper(returns=PAPER.returns, share=(0, 1)),), 30),
        "unchecked",
    ),
    "the meeting not recognised": (
        Coverage((Paper(recognised=False, returns=PAPER.returns, dimensions=6, share=(1, 3)),), 30),
        "unchecked",
    ),
    "open demands": (
        Coverage((Paper(dimensions=6, undecided=1, returns=PAPER.returns, share=(1, 3)),), 30),
        "unchecked",
    ),
    "one of two papers not recognised": (
        Coverage((PAPER, Paper(50, recognised=False)), 30),
        "unchecked",
    ),
}
WORST = ("return", "revise", "unchecked", "ready")


POSSIBLE = [
    (found, covered)
    for found, covered in product(FOUND, COVERED)
    if not (covered == "a profile without dimensions" and FOUND[found][0][:1] == [finding("DIM101")])
]
"""Where no dimension is demanded none is found missing."""


@pytest.mark.parametrize(("found", "covered"), POSSIBLE)
def test_the_weightier_of_findings_and_coverage_decides(found: str, covered: str) -> None:
    (findings, first), (coverage, second) = FOUND[found], COVERED[covered]
    verdict = decide(tally(findings, coverage.papers), coverage)
    assert verdict.word == min(first, second, key=WORST.index)
    assert bool(verdict.reasons) is (verdict.word != "ready")


def test_what_could_not_be_read_is_unchecked_whatever_else_is_known() -> None:
    verdict = decide(Tally(error=3), Coverage(), Empty().text)
    assert (verdict.word, verdict.reasons) == ("unchecked", (Empty().text,))


def test_the_worst_paper_of_a_file_counts_and_each_has_its_own_profile() -> None:
    strict, mild = Paper(0, dimensions=6, returns=("RED101",)), Paper(100, dimensions=3, share=(1, 3))
    both = Coverage((strict, mild), 30)
    assert decide(tally([finding("RED101", at=100)], both.papers), both).word == "revise"
    assert decide(tally([finding("RED101", at=99)], both.papers), both).word == "return"
    assert decide(tally([finding("DIM101", at=0)] * 2, both.papers), both).word == "revise"
    assert decide(tally([finding("DIM101", at=100)] * 2, both.papers), both).word == "return"


# --- through the command line ---------------------------------------------------------------------------------

NO_STRUCTURE = "青禾县档案馆今年接收档案三千卷，库房温度保持稳定，阅览室全年开放。"


def checked(*arguments: str | Path, cwd: Path) -> tuple[Ran, dict[str, Any]]:
    ran = docklint("check", *arguments, "-f", "json", cwd=cwd)
    return ran, json.loads(ran.out)


def verdict_of(text: str, folder: Path, *options: str) -> tuple[str, list[str]]:
    (folder / "稿.txt").write_text(text, encoding="utf-8")
    _, report = checked("稿.txt", *options, cwd=folder)
    (file,) = report["files"]
    assert report["summary"]["verdicts"][file["verdict"]] == 1
    return file["verdict"], file["verdict_reasons"]


def without(text: str, start: str, end: str = "") -> str:
    """Return the text without the lines from the one that begins with `start` to before the one with `end`."""
    before, _, rest = text.partition(f"\n{start}")
    return before + "\n" + (end + rest.partition(f"\n{end}")[2] if end else "")


@pytest.mark.parametrize(
    ("text", "options", "word", "reason"),
    [
        (READY, (), "ready", ""),
        (READY, ("--fail-on", "never"), "ready", ""),
        (
            READY.replace("折扣。", "*折扣。", 1),
            ("--fail-on", "never"),
            "revise",
            "有 1 处需要修改（错误 1）",
        ),
        (
            READY.replace("折扣。", "“折扣。", 1),
            ("--fail-on", "error"),
            "revise",
            "有 1 处需要修改（警告 1）",
        ),
        (without(READY, "三、"), (), "return", "缺少“下一步努力方向和整改措施”部分"),
        (without(READY, "（二）带头", "（四）带头"), (), "return", "应有 4 个方面，缺少 2 个"),
        (without(READY, "（三）带头", "（四）带头"), (), "revise", "有 1 处需要修改（错误 1）"),
        (NO_STRUCTURE, (), "return", "没有找到“存在的问题”"),
        (NO_STRUCTURE, ("--ignore", "DL901"), "unchecked", "没有认出结构，未检查"),
        (READY, ("--select", "RED"), "unchecked", "只查了 3 条规则"),
        (READY, ("--ignore", "EXA101"), "unchecked", "有 1 条没有查"),
        (READY, ("--ignore", "DOC"), "ready", ""),
        (READY, ("--profile", "generic"), "unchecked", "没有规定要写哪些方面"),
        (CLEAN, ("--ignore", "DL902"), "unchecked", "没有认出是哪一次会议的材料"),
        (CLEAN, (), "unchecked", "没有认出是哪一次会议的材料"),
    ],
)
def test_the_verdict_of_a_draft(
    text: str, options: tuple[str, ...], word: str, reason: str, tmp_path: Path
) -> None:
    told, reasons = verdict_of(text, tmp_path, *options)
    assert told == word, reasons
    assert reason in "；".join(reasons)
    assert bool(reasons) is (word != "ready")


def test_what_was_agreed_to_be_ignored_leaves_a_paper_unchecked(tmp_path: Path) -> None:
    (tmp_path / "docklint.toml").write_text(
        '[[suppress]]\nrule = "RED101"\nquote = "*县"\nreason = "按要求隐去"\n', encoding="utf-8"
    )
    text = READY.replace("青禾县", "*县")
    assert verdict_of(text, tmp_path) == ("unchecked", ["已约定忽略 1 处"])
    assert verdict_of(text, tmp_path, "--isolated")[0] == "revise"


def test_a_picture_leaves_a_paper_unchecked_and_a_header_nobody_sees_does_not(tmp_path: Path) -> None:
    lines = READY.splitlines()
    (tmp_path / "图.docx").write_bytes(package(*lines, "<w:p><w:r><w:object/></w:r></w:p>"))
    (tmp_path / "文.docx").write_bytes(typed(READY))
    _, report = checked("图.docx", "文.docx", cwd=tmp_path)
    with_object, plain = report["files"]
    assert (with_object["verdict"], plain["verdict"]) == ("unchecked", "ready")
    assert with_object["verdict_reasons"] == ["嵌入的对象（如表格文件、公式）读不到，没有检查"]


def test_the_ceiling_does_not_change_the_verdict(tmp_path: Path) -> None:
    text = without(READY, "（二）带头", "（四）带头")
    whole = verdict_of(text, tmp_path)
    assert verdict_of(text, tmp_path, "--max-findings", "1") == whole


def test_a_profile_says_what_a_paper_is_returned_for(tmp_path: Path) -> None:
    profile = tmp_path / "own.toml"
    head = 'id = "own"\ntitle = "自定"\nextends = "2024"\n'
    profile.write_text(head + '[return]\nrules = ["RED101"]\ndimensions-missing = "1/1"\n', encoding="utf-8")
    marked = READY.replace("青禾县", "*县")
    assert verdict_of(marked, tmp_path, "--profile", "own.toml")[0] == "return"
    assert verdict_of(without(READY, "三、"), tmp_path, "--profile", "own.toml")[0] == "revise"
    three_missing = without(READY, "（二）带头", "二、")
    assert verdict_of(three_missing, tmp_path, "--profile", "own.toml")[0] == "revise"
    profile.write_text(head + '[return]\nrules = ["RED999"]\ndimensions-missing = "3"\n', encoding="utf-8")
    ran = docklint("check", "稿.txt", "--profile", "own.toml", cwd=tmp_path)
    assert ran.status == 2
    assert "return.rules" in ran.said
    assert "return.dimensions-missing" in ran.said


def test_a_profile_with_open_demands_is_never_ready(tmp_path: Path) -> None:
    head = 'id = "own"\ntitle = "自定"\nextends = "2024"\nundecided = ["是否要写案例剖析"]\n'
    (tmp_path / "own.toml").write_text(head, encoding="utf-8")
    assert verdict_of(READY, tmp_path, "--profile", "own.toml") == (
        "unchecked",
        ["“自定”有 1 处要求没有定下来"],
    )


def test_an_empty_section_returns_a_paper_only_where_it_is_required(tmp_path: Path) -> None:
    empty = without(READY, "（一）政治学习不深入", "三、")
    assert verdict_of(empty, tmp_path)[0] == "return"
    optional = READY.replace("二、存在问题", "二、反面典型案例剖析情况\n三、存在问题").replace(
        "\n三、下", "\n四、下"
    )
    assert verdict_of(optional, tmp_path)[0] == "revise"


def test_what_docklint_says_of_itself_is_counted_apart(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(CLEAN, encoding="utf-8")
    ran, report = checked("稿.txt", cwd=tmp_path)
    (file,) = report["files"]
    assert [(each["code"], each["severity"]) for each in file["findings"]] == [("DL902", "warning")]
    assert (file["notices"], report["summary"]["notices"]) == (1, 1)
    assert file["summary"] == {"error": 0, "warning": 0, "info": 0, "suppressed": 0}
    assert (ran.status, report["exit_code"]) == (1, 1)
    assert docklint("check", "稿.txt", "--fail-on", "error", cwd=tmp_path).status == 0
    text = docklint("check", "稿.txt", cwd=tmp_path).text
    assert "警告 0 处" in text
    assert "另有 1 条说明" in text
