"""The fitted reading of lists: how it reads rounds that had no part in the fit, and texts that nobody meant for it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from docklint import packs, readers
from docklint.derive.evidence.ranking import Likely, ranked
from docklint.derive.evidence.weights import MODELS, stored
from docklint.derive.reading import Notice
from docklint.grammar import Grammar
from tests.counting import calls

from . import compact, fitting, sample
from .cases import cases
from .score import Scored, score

UNSEEN_RIGHT = 0.75
"""Of the notices of another hand so many lists are right without any of them in the fit."""
SHORT = 2_000
"""A fraction of the longest text that is read whole: marks, lines or names."""


@cache
def others() -> tuple[Scored, ...]:
    return tuple(score(sample.OTHERS, drafts=False))


def test_notices_of_another_hand() -> None:
    read = others()
    assert sum(each.dimensions for each in read) >= 0.85 * len(read)
    assert [each.id for each in read if each.is_false] == []
    assert [each.id for each in read if each.is_silent] == []


def test_second_notices_of_another_hand() -> None:
    read = tuple(score(sample.OTHERS_SECOND, drafts=False))
    assert sum(each.dimensions for each in read) >= 0.9 * len(read)
    assert sum(each.parts for each in read) >= 0.9 * len(read)
    assert [each.id for each in read if each.is_false or each.is_silent] == []


def test_third_notices_of_another_hand() -> None:
    read = tuple(score(sample.OTHERS_THIRD, drafts=False))
    assert sum(each.dimensions for each in read) >= 0.9 * len(read)
    assert sum(each.parts for each in read) >= 0.9 * len(read)
    assert [each.id for each in read if each.is_false or each.is_silent] == []


def test_fourth_notices_of_another_hand() -> None:
    read = tuple(score(sample.OTHERS_FOURTH, drafts=False))
    assert sum(each.dimensions for each in read) >= 0.9 * len(read)
    assert [each.id for each in read if each.is_false or each.is_silent] == []


def test_weights_are_what_was_written() -> None:
    told = stored(grammar())
    text = fitting.written(told)
    read = tomllib.loads(text)
    assert text == fitting.RULES.read_text("utf-8")
    assert {*read} == {f"evidence-{model}" for model in MODELS}


@pytest.mark.thorough
def test_rounds_left_out_are_read() -> None:
    all_ = list(cases([sample.DATA, sample.OTHERS, compact.LATER]))
    seen = [case for case in all_ if case.round != "others"]
    weights = fitting.fitted(seen)
    listed = [case for case in all_ if case.round == "others" and case.exact]
    right = [fitting.Left(case, ranked(case.notice, weights)).is_right() is True for case in listed]
    assert sum(right) >= UNSEEN_RIGHT * len(listed)


@pytest.mark.parametrize(
    "text",
    [
        lambda size: "，一".join("要" * 2 * size),
        lambda size: "、".join("查" * 3 * size),
        lambda size: "；带头".join(["带头，"] * (size // 2)),
        lambda size: "“甲、乙”" * size,
        lambda size: "一是甲、二是乙、" * (size // 2),
        lambda size: "围绕" + "和".join("纪律" * 2 * size) + "查摆问题",
        lambda size: "\n".join(f"{n}.甲乙" for n in range(1, size)),
    ],
    ids=["commas", "stops", "heads", "quotes", "marks", "joints", "lines"],
)
def test_work_grows_with_the_length_of_a_text(text: Callable[[int], str], tmp_path: Path) -> None:
    assert _work(text(2 * SHORT), tmp_path) < 2.5 * _work(text(SHORT), tmp_path)


def _work(text: str, folder: Path) -> int:
    """Count the calls that it takes to rank the lists of a text, whose chances are those of one choice."""
    file = folder / "notice.txt"
    file.write_text(text, "utf-8")
    notice = Notice(readers.read(str(file), "final", False), grammar())
    found: list[Likely] = []
    weights = grammar().once(stored)
    work = calls(lambda: found.extend(ranked(notice, weights)))
    assert sum(each.chance for each in found) <= 1 + 1e-9
    return work


def grammar() -> Grammar:
    return library().grammar


@cache
def library() -> packs.Library:
    return packs.load()
