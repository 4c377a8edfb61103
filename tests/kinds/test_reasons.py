"""`matrix` tells a true reason when it cannot do its work (issue 14, 9)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.asking import ask
from tests.kinds.not_yet import REASONS

CAUSES = "二、原因分析\n（一）学习抓得不紧，制度执行不严。\n（二）服务意识淡化，走访群众少。\n"
MEASURES = "三、整改措施\n（一）抓紧学习，严格执行制度。\n（二）强化服务意识，每月走访群众。\n"
PROBLEMS = "一、存在的问题\n（一）学习少。2025年3月只学了1次。\n（二）走访少。全年只走访4户。\n"
OVERVIEW = "一、基本情况\n全站现有职工11人，承担两个乡的农技推广。\n"
OTHER = "全站现有职工11人，承担两个乡的农技推广。\n今年春耕服务有序开展。\n"
BOTH = "没有可以比较的原因和措施"

WITHOUT = {
    "measures": (PROBLEMS + CAUSES, "措施", BOTH),
    "causes, where one line stands": (PROBLEMS + "二、原因分析\n学习抓得不紧。\n" + MEASURES, "原因", BOTH),
    "structure": (OTHER, "没有", BOTH),
}
"""What a paper has not: the paper, a word of the true reason, and words that would not be true."""


def told(command: str, text: str, folder: Path) -> tuple[int, str]:
    """Return the status and what a command prints about a draft."""
    path = folder / "draft.txt"
    path.write_text(text, "utf-8")
    return ask([[command, "--isolated", path]])[0]


def _cases() -> list[object]:
    failing = pytest.mark.xfail(reason="issue 14", strict=True)
    return [pytest.param(name, id=name, marks=[failing] if name in REASONS else []) for name in WITHOUT]


@pytest.mark.parametrize("name", _cases())
def test_the_matrix_tells_what_is_missing(name: str, tmp_path: Path) -> None:
    text, reason, untrue = WITHOUT[name]
    _, words = told("matrix", text, tmp_path)
    assert reason in words
    assert untrue not in words


def test_without_a_problems_section_causes_and_measures_are_compared(tmp_path: Path) -> None:
    _, words = told("matrix", OVERVIEW + CAUSES + MEASURES, tmp_path)
    assert "强化服务意识" in words or "问题" in words
