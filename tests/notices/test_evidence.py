"""The fitted reading of lists: how it reads rounds that had no part in the fit, and texts that nobody meant for it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from time import perf_counter

import pytest

from docklint import packs, readers
from docklint.derive.evidence.ranking import ranked
from docklint.derive.evidence.weights import MODELS, stored
from docklint.derive.reading import Notice
from docklint.grammar import Grammar

from . import compact, fitting, sample
from .cases import cases
from .score import Scored, score

UNSEEN_RIGHT = 0.75
"""Of the notices of another hand so many lists are right without any of them in the fit."""
LONGEST = 20.0
"""Seconds for the worst text that is read whole."""


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
        "，一".join("要" * 9000),
        "、".join("查" * 14000),
        "；带头".join(["带头，"] * 3000),
        "“甲、乙”" * 5000,
        "一是甲、二是乙、" * 3000,
        "围绕" + "和".join("纪律" * 9000) + "查摆问题",
        "\n".join(f"{n}.甲乙" for n in range(1, 5000)),
    ],
    ids=["commas", "stops", "heads", "quotes", "marks", "joints", "lines"],
)
def test_no_text_takes_long(text: str, tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    file.write_text(text, "utf-8")
    notice = Notice(readers.read(str(file), "final", False), grammar())
    began = perf_counter()
    found = ranked(notice, grammar().once(stored))
    assert perf_counter() - began < LONGEST
    assert sum(each.chance for each in found) <= 1 + 1e-9


def grammar() -> Grammar:
    return library().grammar


@cache
def library() -> packs.Library:
    return packs.load()
