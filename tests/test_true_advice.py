"""What docklint says it does not know leads on: to the notice, and never to another year's requirements."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli_door import docklint_here
from tests.running import CLEAN, READY


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text(READY, "utf-8")
    return path


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("2023", "2023-theme-education"),
        ("2023-theme", "2023-theme-education"),
        ("2025年度", "2025"),
        ("branch", "branch-member"),
        ("genric", "generic"),
    ],
)
def test_a_profile_is_suggested_by_how_it_begins(given: str, near: str, draft: Path) -> None:
    ran = docklint_here("check", draft, "--profile", given)
    assert (ran.status, near in ran.said) == (2, True), ran.said
    assert near in docklint_here("profiles", "show", given).said
    (draft.parent / "docklint.toml").write_text(f'profile = "{given}"\n', "utf-8")
    assert near in docklint_here("check", draft).said


def test_no_year_stands_for_another(draft: Path) -> None:
    for arguments in (("check", draft, "--profile", "2026"), ("profiles", "show", "2026")):
        said = docklint_here(*arguments).said
        assert "docklint profiles derive 通知.docx" in said
        assert "2026 年的要求没有收录" in said
        assert not any(year in said for year in ("2025", "2024", "2023"))
    (draft.parent / "docklint.toml").write_text('profile = "2026"\n', "utf-8")
    said = docklint_here("check", draft).said
    assert "2026 年的要求没有收录" in said
    assert "2025" not in said


def test_a_notice_is_no_profile(draft: Path) -> None:
    assert "--notice" in docklint_here("check", draft, "--profile", "通知.docx").said


def test_a_paper_of_a_year_that_is_not_shipped_is_led_to_its_notice(draft: Path) -> None:
    other = CLEAN.replace("按照通知要求，", "按照2026年度民主生活会的通知要求，")
    draft.write_text(other, "utf-8")
    [file] = json.loads(docklint_here("check", draft, "-f", "json").out)["files"]
    [told] = [each for each in file["findings"] if each["code"] == "DL902"]
    assert "没有收录2026年度的会议要求" in told["message"]
    assert "--notice 通知.docx" in told["help"]
    assert "2025" not in told["message"] + told["help"]


_OF_2023 = ("理论学习", "政治素质", "能力本领", "担当作为", "工作作风", "廉洁自律")


def _with_dimensions(names: Sequence[str]) -> str:
    """Return a paper whose problems stand under these dimensions."""
    problems = "".join(
        f"（{'一二三四五六七'[at]}）{name}方面。有差距。比如，三月的会议室灯坏了，我没有报修。\n"
        for at, name in enumerate(names)
    )
    return (
        f"领导班子对照检查材料\n现报告如下。\n一、存在的问题\n{problems}"
        "二、原因分析\n1.作风不实。遇事等人催。\n2.学习不够。不求甚解。\n"
        "三、整改措施\n1.改进作风。当天的事当天办。\n2.加强学习。每周学半天。\n"
    )


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (_OF_2023[:3], True),
        (_OF_2023[1:], True),
        ((*_OF_2023[:4], "群众工作", "法治观念"), True),
        ([f"{name}抓得不紧" for name in _OF_2023[:5]], True),
        (("理论学习", "宗旨意识", "担当作为", "工作作风", "从严治党"), False),
        (("理论学习", "群众工作", "能力本领", "法治观念", "工作作风", "安全发展"), False),
    ],
)
def test_a_list_of_its_own_is_held_against_no_meeting(
    names: Sequence[str], chosen: bool, draft: Path
) -> None:
    draft.write_text(_with_dimensions(names), "utf-8")
    [file] = json.loads(docklint_here("check", draft, "-f", "json").out)["files"]
    codes = {each["code"] for each in file["findings"]}
    assert ("DL902" not in codes, bool(codes & {"DIM101", "DIM104"})) == (chosen, chosen)


def test_what_docklint_says_of_itself_is_no_fault_of_the_author(draft: Path) -> None:
    draft.write_text(CLEAN, "utf-8")
    report = json.loads(docklint_here("check", draft, "-f", "json").out)
    [file] = report["files"]
    assert [each["code"] for each in file["findings"]] == ["DL902"]
    assert (file["notices"], file["summary"]["warning"], report["summary"]["notices"]) == (1, 0, 1)
    assert report["summary"]["warning"] == 0
    text = docklint_here("check", draft).text
    assert "说明  没有认出" in text
    assert "错误 0 处，警告 0 处" in text
    assert "不算文稿的问题" in text


def test_each_sentence_says_what_comes_next(draft: Path) -> None:
    """Read as by somebody who knows no linter: what would they do?"""
    draft.write_text(CLEAN, "utf-8")
    told = docklint_here("check", draft).text
    # Not “recognised” of what nobody recognised.
    assert "没有认出是哪一次会议的材料，只按“通用" in told
    assert "自动识别" not in told
    draft.write_text(READY.replace("（二）带头增强", "（二）、带头增强"), "utf-8")
    assert "请在命令后面加上 --output 和新的文件名" in docklint_here("fix", draft).said
    # Findings were accepted: how they are left out from now on.
    ran = docklint_here("baseline", "update", draft, "--baseline", draft.with_name("已 知.json"))
    assert f'--baseline "{draft.with_name("已 知.json")}"' in ran.said
    (draft.parent / "docklint.toml").write_text('baseline = "known.json"\n', "utf-8")
    assert docklint_here("baseline", "update", draft).said == ""


def test_one_dimension_of_common_words_is_no_sign_of_a_profile(tmp_path: Path) -> None:
    """工作作风 stands in every paper; a dimension that only one notice words so tells it."""
    path = tmp_path / "稿.txt"
    text = "一、存在的问题\n（一）{}方面。学得不够，5月只学了1次。\n（二）联系实际方面。走访不够，6月只去了1户。\n"
    path.write_text(text.format("工作作风"), "utf-8")
    assert "最接近的是" not in docklint_here("check", path, "--format", "concise").text
    path.write_text(text.format("带头强化政治忠诚、提高政治能力"), "utf-8")
    assert "最接近的是" in docklint_here("check", path, "--format", "concise").text
