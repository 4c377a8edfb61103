"""The fitted reading of parts: its file, texts that nobody meant for it, and what is said where words read others."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from docklint import packs, readers
from docklint.derive import derive
from docklint.derive.evidence.part_ranking import LikelyParts, stored_tables
from docklint.derive.further_parts import further_parts
from docklint.derive.part_agreement import likely_parts
from docklint.derive.parts import parts_lists
from docklint.derive.proposal import Proposal
from docklint.derive.reading import Notice
from tests.counting import calls

from . import part_fitting, sample
from .compact import Compact
from .score import score

SHORT = 1_000
"""About a quarter of the clauses of the longest text that is read whole."""
HEAD = "关于开好2026年度组织生活会的通知\n各支部：\n现将有关事项通知如下。\n"


@cache
def library() -> packs.Library:
    return packs.load()


def read(text: str, folder: Path) -> Proposal:
    file = folder / "通知.txt"
    file.write_text(text, "utf-8")
    return derive(readers.read(str(file), "final", False), library())[0]


def test_weights_are_what_was_written() -> None:
    told = part_fitting.written(stored_tables(library().grammar))
    assert told == part_fitting.RULES.read_text("utf-8")


def test_fourth_notices_of_another_hand() -> None:
    found = tuple(score(sample.OTHERS_FOURTH, drafts=False))
    assert sum(each.parts for each in found) >= 0.85 * len(found)


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        (
            "检视材料三步走，第一步摆一摆毛病，第二步追到病因，第三步开出药方。",
            ["problems", "causes", "measures"],
        ),
        ("材料里要有的就三样：问题写完写原因，原因写完写明年怎么做。", ["problems", "causes", "measures"]),
        ("会后形成整改报告，报告包括存在问题、整改措施、责任人三项，报上级备案。", []),
    ],
)
def test_wordings_that_no_list_of_words_foresaw(said: str, roles: list[str], tmp_path: Path) -> None:
    found = read(f"{HEAD}一、时间另行通知。\n二、{said}\n", tmp_path)
    assert [part.role for part in found.sections] == roles


@pytest.mark.parametrize(
    "text",
    [
        lambda size: "、".join(["问题", "原因", "措施"] * size),
        lambda size: "问题；" * 3 * size,
        lambda size: "一、问题\n（一）原因\n" * (size // 2),
        lambda size: "问题和" * 3 * size,
    ],
    ids=["stops", "clauses", "lines", "joints"],
)
def test_evidence_takes_work_by_the_length_of_a_text(text: Callable[[int], str], tmp_path: Path) -> None:
    def work(size: int) -> int:
        notice = noted(text(size), tmp_path)
        found: list[LikelyParts] = []
        taken = calls(lambda: found.extend(likely_parts(notice, ())))
        assert sum(each.chance for each in found) <= 1 + 1e-9
        return taken

    assert work(2 * SHORT) < 2.5 * work(SHORT)


@pytest.mark.parametrize(
    "text",
    [
        lambda size: "材料写" + "、".join(["问题", "原因", "措施"] * size),
        lambda size: "材料写" + "问题，原因；" * size,
        lambda size: "再写问题。" * (size // 2),
        lambda size: "材料写问题？" * size,
        lambda size: "①问题②原因③措施" * size,
    ],
    ids=["pieces", "clauses", "going-on", "questions", "marks"],
)
def test_words_take_work_by_the_length_of_a_text(text: Callable[[int], str], tmp_path: Path) -> None:
    def work(size: int) -> int:
        notice = noted(text(size), tmp_path)
        return calls(lambda: (parts_lists(notice), further_parts(notice)))

    assert work(2 * SHORT) < 2.5 * work(SHORT)


def noted(text: str, folder: Path) -> Notice:
    file = folder / "通知.txt"
    file.write_text(HEAD + text, "utf-8")
    return Notice(readers.read(str(file), "final", False), library().grammar)


def test_compact_gold_may_have_other_parts() -> None:
    usual = (("problems", True), ("causes", True), ("measures", True))
    shorter = (("problems", True), ("measures", True))
    gold = Compact("a", "", (), usual, {}, "", also_parts=(shorter, ()))
    assert all(gold.accepts_parts(list(each)) for each in (usual, shorter, ()))
    assert not gold.accepts_parts([("causes", True), ("measures", True)])
    assert not Compact("a", "", (), usual, {}, "").accepts_parts([])


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("材料写问题、原因、措施三部分。有亲属经商情形的，最后作出说明；没有的不写。", [("personal", False)]),
        (
            "材料写问题、原因、措施三部分。个人有关事项，有变化的放在末尾，没变化的可不写。",
            [("personal", False)],
        ),
        ("材料写问题、原因、措施三部分，荣誉奖项可写可不写。", [("further-1", False)]),
        ("材料共四章。第一章写基本情况；第二章写问题；第三章写原因；第四章写措施。", [("extra-1", True)]),
        ("材料先对本厂仓库失窃案作剖析，反思仓库失窃案，再写问题、原因、措施。", [("case-analysis", True)]),
    ],
)
def test_parts_beside_the_usual(said: str, roles: list[tuple[str, bool]], tmp_path: Path) -> None:
    usual = ("problems", "causes", "measures")
    found = read(f"{HEAD}一、时间另行通知。\n二、{said}\n", tmp_path).sections
    assert [part.role for part in found if part.role in usual] == [*usual]
    assert [(part.role, part.required is not False) for part in found if part.role not in usual] == roles


@pytest.mark.parametrize(
    "said",
    [
        "材料有问题、有改进就行，这次省去原因。",
        "稿子甲部分讲不足，乙部分讲打算，去年那个原因部分取消。",
    ],
)
def test_what_is_left_out_is_no_part(said: str, tmp_path: Path) -> None:
    found = read(f"{HEAD}一、时间另行通知。\n二、{said}\n", tmp_path)
    assert [part.role for part in found.sections] == ["problems", "measures"]
