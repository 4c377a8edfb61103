"""The judgement keeps what it promises on the development half, and its weights are the ones that half asks for."""

from __future__ import annotations

import pytest

from docklint.checks.repeated_example import RepeatedExample
from docklint.packs import load
from docklint.spans import Range
from docklint.structure.meaning import sameness
from docklint.structure.meaning.judgement import WEIGHTS, particular
from docklint.structure.meaning.sameness import same, told

from . import sets
from .fitting import fitted, fitted_to_pairs

GRAMMAR = load().grammar
SET_BY_HAND = {"undertaking"}
LEAST_PRECISION, LEAST_RECALL, LEAST_SAME = 0.98, 0.95, 0.95


def tells(text: str) -> bool:
    return particular(text, Range(0, len(text)), GRAMMAR) is not None


def are_same(one: str, other: str) -> bool:
    return same(told(one, GRAMMAR), told(other, GRAMMAR)) >= RepeatedExample.reworded


def test_the_same_fact_in_other_words_on_the_development_half() -> None:
    items = sets.repeats("dev")
    alike = [item for item in items if are_same(*(sets.MARKER.sub("", text, count=1) for text in item.texts))]
    right = [item for item in alike if item.label == "same"]
    assert len(right) / len(alike) >= LEAST_PRECISION
    assert len(right) / sum(item.label == "same" for item in items) >= LEAST_SAME


def test_numerals_and_order_make_no_other_fact() -> None:
    assert are_same("库房的灭火器过期三个月，保管员没有报", "保管员没报告：库房灭火器已过期3个月")
    assert not are_same("库房的灭火器过期三个月，保管员没有报", "库房的登记簿缺了三个月，保管员没有补")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("食堂的炊事员没有健康证，一直干了半年", "灶上那位厨师上岗六个月都没办健康证明，食堂也不问"),
        (
            "水闸钥匙丢了，汛期里没人去配，值班的人只好翻墙",
            "值班人员要翻墙进去，因为闸门钥匙弄丢后汛期一直没配",
        ),
        ("保管员夜里脱岗去打牌，仓库的门敞着，到天亮才有人发现", "仓库的门夜里敞着"),
    ],
)
def test_one_fact_in_other_words_or_by_half(one: str, other: str) -> None:
    assert are_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("落实安全责任不严，二号窑的风机没有护罩", "落实安全责任不严，二号窑的皮带没有拉绳"),
        ("2024年5月到枣林村调研，只听了汇报", "2024年5月到枣林村调研，收了两箱枣"),
        ("渔政船的柴油少了两桶，没有人查", "门诊的叫号屏黑了，没有人修"),
        ("", "渔政船的柴油少了两桶"),
    ],
)
def test_two_facts_in_one_frame_or_of_one_day_are_two(one: str, other: str) -> None:
    assert not are_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3月12日夜间巡查缺2人，没有补上", "3月14日夜间巡查缺4人，没有补上"),
        ("库房的灭火器过期三个月，保管员没有报", "库房的灭火器过期5个月，保管员没有报"),
        ("党员大会应到9人，实到6人，没有人过问", "党员大会应到9人，实到4人，没有人过问"),
        ("2023年5月到枣林村调研，只听了汇报", "2024年5月到枣林村调研，只听了汇报"),
        ("5月到枣林村调研，只听了汇报", "只听了汇报，那是5月到柳沟村调研"),
        ("老张的报销单压了半年，我没有过问", "老李的报销单我没有过问，压了半年"),
        ("数字化项目推进慢，2024年只完成三成", "2024年谈心谈话只有3次"),
    ],
)
def test_another_number_or_name_is_another_fact(one: str, other: str) -> None:
    assert not are_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("食堂剩饭三成倒掉", "食堂剩饭30%被倒掉，没人管"),
        ("采购的2.8万元办公桌没有入账", "没有入账的是两万八千元的办公桌"),
        ("下午3点的会议开到15点半才到3个人", "会议开到下午三点半才到三人"),
        ("2024年6月食堂的账亏了3万元，没有人查", "食堂的账亏了3万元，没有人查"),
    ],
)
def test_a_number_in_another_notation_or_left_out_is_no_other_fact(one: str, other: str) -> None:
    assert are_same(one, other)


def test_precision_and_recall_on_the_development_half() -> None:
    items = sets.hollow("dev")
    told = [item for item in items if not tells(item.told)]
    right = [item for item in told if item.label == "hollow"]
    assert len(right) / len(told) >= LEAST_PRECISION
    assert len(right) / sum(item.label == "hollow" for item in items) >= LEAST_RECALL


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。",
        "*",
        "【待补充】",
        "XX",
        "百分之百",
        "近年来",
        "对《条例》学得不深不透",
        "2024年以来",
        "有的事项该报未报",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert not tells(text)


@pytest.mark.parametrize(
    "text",
    [
        "值班电话没人接",
        "有人反映食堂饭菜凉，只在群里回了一句就再没过问",
        "标准不高，司机代签了巡查日志",
        "在编制本馆2025年工作要点方面，眼光不远，前瞻性不够",
    ],
)
def test_a_fact_needs_no_digits(text: str) -> None:
    assert tells(text)


def test_talk_around_a_fact_does_not_unmake_it() -> None:
    talk = "思想认识不到位，工作标准不高，有的同志走马观花，" * 20
    assert tells(f"{talk}仓库的灭火器压在旧桌椅下面。{talk}")


def test_a_long_text_of_nothing_stays_nothing() -> None:
    assert not tells("学习不够深入，服务意识不强；" * 2000)


@pytest.mark.parametrize(
    "text",
    [
        "汽车队加油超支的情况是上级通报后才知道的",
        "批评意见写的是“请多喝水”",
        "年初说好的谈话一次也没有谈",
        "在开展库房专项清查工作中，后续没有跟踪督促，有的只是走马观花",
    ],
)
def test_what_somebody_found_said_or_counted_is_a_fact(text: str) -> None:
    assert tells(text)


@pytest.mark.parametrize(
    "text",
    [
        "遇到难办的事就打退堂鼓，话到嘴边又咽了回去",
        "布置得多、检查得少，方法偏粗",
        "在一次重要活动的筹备中，统筹不够",
    ],
)
def test_figures_and_habits_are_none(text: str) -> None:
    assert not tells(text)


@pytest.mark.thorough
def test_the_weights_are_those_of_the_sets_they_were_fitted_on() -> None:
    found = fitted(sets.fitted_on())
    for name in found.weights.keys() - SET_BY_HAND:
        assert found.weights[name] == pytest.approx(WEIGHTS[name], abs=0.06), name
    assert tuple(found.lines()) == GRAMMAR["meaning-signs"]


@pytest.mark.thorough
def test_the_weights_of_pairs_are_those_of_the_pairs_they_were_fitted_on() -> None:
    found = fitted_to_pairs(sets.pairs_fitted_on())
    assert found.weights == pytest.approx(sameness.WEIGHTS, abs=0.06)
    assert found.even == pytest.approx(sameness.EVEN, abs=0.06)
