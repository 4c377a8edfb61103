"""COR101 and COR102 on the development half of the labelled pairs and cases."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import pytest

import docklint
from docklint.rules_place import place
from docklint.structure.correspondence import answering, senses

from . import fit_cures, score
from .evaluate_cures import FRAMES, Frame, Part, ask, cases, of_cases, pairs, paper, shares

ROUNDS = Path(__file__).parent / "rounds"
CAUSE = {"title": "夜里值班室常没人接电话"}
CURE = {"title": "排定双人轮值，带班的每晚查岗一次"}
OTHER = (
    {"title": "采购把关不严", "text": "三家报价出自一人之手。"},
    {"title": "采购一律公开比价", "text": "评委当场抽签。"},
)


FOLDER = """
[[item]]
label = "good"
text = "比如，值班电话没人接。"
[[pair]]
label = "answered"
cause = { title = "夜里值班室常没人接电话" }
measure = { title = "排定双人轮值，带班的每晚查岗一次" }
"""


@pytest.mark.parametrize("frame", FRAMES)
def test_pairs(frame: Frame) -> None:
    found = shares(pairs("dev"), frame)
    number, unanswered, idle = found["answered"]
    assert max(unanswered, idle) / number <= 0.02
    number, unanswered, _ = found["unanswered"]
    assert unanswered / number >= 0.53
    number, unanswered, _ = found["unanswered manner"]
    assert unanswered / number >= 0.75


@pytest.mark.parametrize(("hand", "warned"), [("spent", 0.02), ("third", 0.02)])
def test_pairs_of_other_hands(hand: str, warned: float) -> None:
    found = shares([pair for pair in score.rows(ROUNDS, "pair", "") if pair["round"] == hand], "last")
    number, unanswered, idle = found["answered"]
    assert max(unanswered, idle) / number <= warned
    number, unanswered, _ = found["unanswered"]
    assert unanswered / number >= 0.44


def test_senses_tell_what_no_list_foresaw() -> None:
    one, other, far = (
        senses.sense(text, "") for text in ("井水烧开锅底一层白碱", "改引山泉水库作水源", "党费按月交到支部")
    )
    assert senses.likeness(senses.turned(one), other) > senses.likeness(senses.turned(one), far)
    assert senses.likeness(one, one) == pytest.approx(1)
    assert senses.sense("", "").words == 0
    assert senses.likeness(senses.sense("", ""), one) == 0


def test_every_word_has_its_digits() -> None:
    turn, *lines = (Path(place()) / senses.FILE).read_text("utf-8").splitlines()
    assert len(turn.split()) == senses.NUMBERS**2
    middle = lines.index("")
    known, signs = lines[:middle], lines[middle + 1 :]
    assert all(re.fullmatch(r"[^\W\d]+( [^\W\d]+)* ?", line) for line in known)
    last = chr(senses.FIRST + senses.DIGITS**2 - 1)
    assert all("!" <= sign <= last for line in signs for sign in line)
    sizes = [(1 + line.count(" ")) * senses.NUMBERS // 2 for line in known]
    assert list(map(len, signs)) == sizes
    assert len({line[0] for line in known}) == len(known)


def test_every_pair_has_its_left_out_likeness() -> None:
    told = Counter(pair.origin for pair in fit_cures.labelled())
    said = tomllib.loads(fit_cures.LEFT_OUT.read_text("utf-8"))
    assert {name: len(numbers) for name, numbers in said.items()} == told


@pytest.mark.thorough
def test_the_weights_are_those_that_are_fitted() -> None:
    weights, even = fit_cures.weights()
    # Every new word in the lexicon moves them a little.
    assert weights == pytest.approx(answering.WEIGHTS, abs=0.2)
    assert even == pytest.approx(answering.EVEN, abs=0.2)


def test_cases() -> None:
    found = of_cases(cases("dev"))
    _, _, wrong, clean = found["COR101"]
    assert wrong / clean <= 0.04
    _, _, wrong, clean = found["COR102"]
    assert wrong / clean <= 0.05


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


def test_mere_show_is_none() -> None:
    cause = {"title": "食堂饭菜凉，职工常倒掉"}
    measure = {"title": "粉刷食堂外墙", "text": "请美术老师画墙绘，入口铺彩砖。"}
    said = ask([OTHER[0], cause], [OTHER[1], measure])
    assert said.unanswered == {1}
    assert not ask([OTHER[0], {"title": "食堂外墙斑驳"}], [OTHER[1], measure]).unanswered
    (finding,) = told([OTHER[0], cause], [OTHER[1], measure])
    assert "“墙绘”" in finding.message


def test_unknown_words_are_heard_by_their_characters() -> None:
    cause = {"title": "自习室被占座，书本占着人不来"}
    measure = {"title": "座位扫码签到", "text": "离座半小时自动放出来，违约三次停一周。"}
    assert not ask([OTHER[0], cause], [OTHER[1], measure]).unanswered


def test_a_folder_is_scored_by_one_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.toml").write_text(FOLDER, "utf-8")
    with patch.object(sys, "argv", ["score", str(tmp_path)]):
        assert score.main() == 0
    said = capsys.readouterr().out
    assert "EXA102" in said
    assert "EXA101" not in said
    assert "answered" in said
    with patch.object(sys, "argv", ["score", str(tmp_path / "none")]):
        assert score.main() == 2


def test_a_second_measure_for_a_cause_is_not_idle() -> None:
    second = {"title": "值班电话装来电提醒", "text": "漏接的当班回拨，交接班时对一遍。"}
    assert not ask([OTHER[0], CAUSE], [OTHER[1], CURE, second]).idle


def test_what_is_not_understood_is_not_reported() -> None:
    strange = ({"title": "甲乙丙丁戊己庚辛"}, {"title": "子丑寅卯辰巳午未"})
    said = ask([OTHER[0], strange[0]], [OTHER[1], strange[1]])
    assert not said.unanswered
    assert not said.idle


def test_the_message_tells_what_each_is_about() -> None:
    measure = {"title": "主动报名参加义务植树", "text": "到北山栽苗四百株，人人挂牌管护。"}
    (finding,) = told([OTHER[0], CAUSE], [OTHER[1], measure])
    assert "“值班室”" in finding.message
    assert "“义务植树”" in finding.message


def told(causes: Sequence[Part], measures: Sequence[Part]) -> Sequence[docklint.Finding]:
    return docklint.check(paper(causes, measures), profile="generic", select=["COR101"]).findings
