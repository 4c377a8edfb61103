"""The judgement keeps what it promises on the development half, and its weights are the ones that half asks for."""

from __future__ import annotations

import pytest

from docklint.packs import load
from docklint.spans import Range
from docklint.structure.meaning.judgement import WEIGHTS, particular

from . import sets
from .fitting import fitted

GRAMMAR = load().grammar
SET_BY_HAND = {"occasion"}
LEAST_PRECISION, LEAST_RECALL = 0.97, 0.93


def tells(text: str) -> bool:
    return particular(text, Range(0, len(text)), GRAMMAR) is not None


def test_precision_and_recall_on_the_development_half() -> None:
    items = sets.hollow("dev")
    told = [item for item in items if not tells(item.told)]
    right = [item for item in told if item.label == "hollow"]
    assert len(right) / len(told) >= LEAST_PRECISION
    assert len(right) / sum(item.label == "hollow" for item in items) >= LEAST_RECALL


@pytest.mark.parametrize(
    "text", ["", "。", "*", "【待补充】", "XX", "百分之百", "近年来", "对《条例》学得不深不透", "2024年以来"]
)
def test_nothing_is_told(text: str) -> None:
    assert not tells(text)


@pytest.mark.parametrize(
    "text",
    ["值班电话没人接", "有人反映食堂饭菜凉，只在群里回了一句就再没过问", "标准不高，司机代签了巡查日志"],
)
def test_a_fact_needs_no_digits(text: str) -> None:
    assert tells(text)


def test_talk_around_a_fact_does_not_unmake_it() -> None:
    talk = "思想认识不到位，工作标准不高，有的同志走马观花，" * 20
    assert tells(f"{talk}仓库的灭火器压在旧桌椅下面。{talk}")


def test_a_long_text_of_nothing_stays_nothing() -> None:
    assert not tells("学习不够深入，服务意识不强；" * 2000)


@pytest.mark.thorough
def test_the_weights_are_those_of_the_development_half() -> None:
    weights, _ = fitted([*sets.hollow("dev"), *sets.evidence("dev"), *sets.plain()])
    for name in WEIGHTS.keys() - SET_BY_HAND:
        assert weights[name] == pytest.approx(WEIGHTS[name], abs=0.06), name
