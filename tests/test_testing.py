"""The rule tester must fail where an author of rules went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from docklint import testing
from docklint.errors import SetupError
from docklint.testing import RuleTester, rule_failures

RULE = """
[[rule]]
code = "OUR101"
name = "no-etcetera"
check = "text-pattern"
severity = "warning"
options = { patterns = ["等等"], unless = ["等等等"] }
[rule.zh]
summary = "用了“等等”"
why = "事项应当列全。"
message = "“{text}”含糊，应列全。"
help = "请列全。"
[rule.en]
summary = "etcetera"
why = "List all."
message = "“{text}” is vague."
help = "List all."
"""
BAD = '[[rule.bad]]\ntext = "学习、调研⟦等等⟧。"\n'
GOOD = '[[rule.good]]\ntext = "学习、调研。"\n'


def test_a_good_pack_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert testing.main([_pack(tmp_path, RULE + BAD + GOOD)]) == 0
    assert capsys.readouterr().out == "1 rules, 2 examples, 0 failures\n"


def test_one_rule_is_tested_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = (RULE + BAD).replace("OUR101", "OUR102").replace("no-etcetera", "without-a-good-example")
    pack = _pack(tmp_path, RULE + BAD + GOOD + wrong)
    assert [testing.main([pack, "--rule", code]) for code in ("OUR101", "OUR102", "OUR9", "OUR")] == [
        0,
        1,
        2,
        1,
    ]
    told = capsys.readouterr()
    assert told.out.startswith("1 rules, 2 examples, 0 failures\nOUR102: there is no good example\n")
    assert told.err == "no rule has a code that begins with OUR9\n"


@pytest.mark.parametrize(
    ("examples", "failure"),
    [
        ('[[rule.bad]]\ntext = "⟦学习⟧等等。"\n' + GOOD, "does not point at “学习” (line 1, offset 0)"),
        ('[[rule.bad]]\ntext = "⟦学习⟧等等。"\n' + GOOD, "points at “等等” (line 1, offset 2)"),
        ('[[rule.bad]]\ntext = "\\n⟦等等⟧、等等"\n' + GOOD, "points at “等等” (line 2, offset 4)"),
        (BAD + '[[rule.good]]\ntext = "等等"\n', "points at “等等”"),
        (BAD.replace('"\n', '"\nfixed = "学习等等"\n') + GOOD, "the fixed text: points at “等等”"),
    ],
)
def test_an_example_that_does_not_hold(tmp_path: Path, examples: str, failure: str) -> None:
    tester = RuleTester([_pack(tmp_path, RULE + examples)])
    assert any(failure in found for case in tester.cases() for found in tester.failures(case))


@pytest.mark.parametrize(
    ("examples", "failure"),
    [
        (BAD, "there is no good example"),
        (GOOD, "there is no bad example"),
        (BAD + BAD + GOOD, "the same example 2 times"),
        (BAD.replace("⟦", "").replace("⟧", "") + GOOD, "bad example 1 marks nothing"),
        (BAD + GOOD.replace("学习", "⟦学习⟧"), "good example 1 marks something"),
    ],
)
def test_a_set_of_examples_that_is_not_whole(tmp_path: Path, examples: str, failure: str) -> None:
    [rule] = RuleTester([_pack(tmp_path, RULE + examples)]).rules
    assert failure in rule_failures(rule)


def test_a_message_that_is_not_filled_in(tmp_path: Path) -> None:
    pack = (RULE + BAD + GOOD).replace("“{text}”含糊", "“{{text}}”含糊")
    tester = RuleTester([_pack(tmp_path, pack)])
    [bad, _] = tester.cases()
    assert tester.failures(bad) == ["a message (zh) is not filled in: “{text}”含糊，应列全。"]


def test_a_pattern_that_does_not_compile_is_a_fault_of_the_pack(tmp_path: Path) -> None:
    tester = RuleTester([_pack(tmp_path, (RULE + BAD + GOOD).replace('"等等等"', '"("'))])
    with pytest.raises(SetupError, match="rule\\[1\\]"):
        tester.cases()


def test_a_pattern_that_runs_away_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docklint.patterns.TIMEOUT_SECONDS", 0.05)
    pack = RULE.replace('"等等等"', '"(a|aa)+$"') + BAD.replace("学习", "a" * 60 + "b") + GOOD
    tester = RuleTester([_pack(tmp_path, pack)])
    assert any("PatternTimeout" in fault for fault in tester.failures(tester.cases()[0]))


def test_other_rules_may_not_speak_in_a_structural_example(tmp_path: Path) -> None:
    pack = """
[[rule]]
code = "OUR102"
name = "gap"
check = "numbering-fault"
severity = "warning"
options = { fault = "gap" }
[rule.zh]
summary = "跳号"
why = "跳号。"
message = "{ordinal}"
help = "请改。"
[rule.en]
summary = "gap"
why = "Gap."
message = "{ordinal}"
help = "Mend it."
[[rule.bad]]
text = "一、存在的问题\\n甲*乙。\\n⟦三、⟧整改措施\\n丙。"
"""
    tester = RuleTester([_pack(tmp_path, pack)])
    faults = tester.failures(tester.cases()[0])
    assert any(fault.startswith("RED101 points at “*”") for fault in faults)


YIELDING = """
[[rule]]
code = "OUR103"
name = "star"
check = "text-pattern"
severity = "warning"
options = { patterns = ['\\*[甲乙]?'] }
yields-to = ["RED101"]
[rule.zh]
summary = "星号"
why = "星号。"
message = "{text}"
help = "请改。"
[rule.en]
summary = "star"
why = "Star."
message = "{text}"
help = "Mend it."
[[rule.bad]]
text = "5⟦*⟧3亩。"
"""
BITTEN = '[[rule.good]]\ntext = "走访*乡的农户。"\n'
IDLE = '[[rule.good]]\ntext = "走访农户。"\n'


@pytest.mark.parametrize(("example", "faults"), [(BITTEN, []), (IDLE, ["no example yields to RED101"])])
def test_an_example_shows_each_rule_that_is_yielded_to(
    tmp_path: Path, example: str, faults: list[str]
) -> None:
    tester = RuleTester([_pack(tmp_path, YIELDING + example)])
    [rule] = tester.rules
    assert tester.idle_failures(rule) == faults


def test_idle_yields_are_failures_of_the_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert testing.main([_pack(tmp_path, YIELDING + IDLE)]) == 1
    assert "OUR103: no example yields to RED101\n" in capsys.readouterr().out


def test_a_broken_pack_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert testing.main([_pack(tmp_path, RULE.replace("severity", "sevrity"))]) == 2
    assert "did you mean “severity”?" in capsys.readouterr().err


def _pack(folder: Path, text: str) -> str:
    (folder / "ours.toml").write_text(text, encoding="utf-8")
    return str(folder)
