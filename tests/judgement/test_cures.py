"""COR101 and COR102 on the development half of the labelled pairs and cases."""

from __future__ import annotations

import pytest

from .evaluate_cures import FRAMES, Frame, ask, of_cases, paper, shares

CAUSE = {"title": "夜里值班室常没人接电话"}
CURE = {"title": "排定双人轮值，带班的每晚查岗一次"}
OTHER = (
    {"title": "采购把关不严", "text": "三家报价出自一人之手。"},
    {"title": "采购一律公开比价", "text": "评委当场抽签。"},
)


@pytest.mark.parametrize("frame", FRAMES)
def test_pairs(frame: Frame) -> None:
    found = shares("dev", frame)
    number, unanswered, idle = found["answered"]
    assert max(unanswered, idle) / number <= 0.03
    number, unanswered, _ = found["unanswered"]
    assert unanswered / number >= 0.45
    number, unanswered, _ = found["unanswered manner"]
    assert unanswered / number >= 0.7


def test_cases() -> None:
    found = of_cases("dev")
    _, _, wrong, clean = found["COR101"]
    assert wrong / clean <= 0.06
    _, _, wrong, clean = found["COR102"]
    assert wrong / clean <= 0.1


def test_other_words_for_the_same_thing_are_an_answer() -> None:
    said = ask([OTHER[0], CAUSE], [OTHER[1], CURE])
    assert not said.unanswered
    assert not said.idle


def test_words_of_manner_are_none() -> None:
    cause = {"title": "为民办事不够主动", "text": "居民来问事，你不问我不说。"}
    measure = {"title": "主动报名参加义务植树", "text": "到北山栽苗四百株，人人挂牌管护。"}
    said = ask([OTHER[0], cause], [OTHER[1], measure])
    assert said.unanswered == {1}
    assert said.idle == {1}


def test_a_second_measure_for_a_cause_is_not_idle() -> None:
    second = {"title": "值班电话装来电提醒", "text": "漏接的当班回拨，交接班时对一遍。"}
    assert not ask([OTHER[0], CAUSE], [OTHER[1], CURE, second]).idle


def test_what_is_not_understood_is_not_reported() -> None:
    strange = ({"title": "甲乙丙丁戊己庚辛"}, {"title": "子丑寅卯辰巳午未"})
    said = ask([OTHER[0], strange[0]], [OTHER[1], strange[1]])
    assert not said.unanswered
    assert not said.idle


def test_the_message_tells_what_each_is_about() -> None:
    import docklint

    measure = {"title": "主动报名参加义务植树", "text": "到北山栽苗四百株，人人挂牌管护。"}
    result = docklint.check(
        paper([OTHER[0], CAUSE], [OTHER[1], measure]), profile="generic", select=["COR101"]
    )
    (finding,) = result.findings
    assert "“值班室”" in finding.message
    assert "“义务植树”" in finding.message
