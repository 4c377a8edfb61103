"""Every rule that ships with docklint, run on each of its examples."""

from __future__ import annotations

import sys

import pytest

from docklint import packs, testing
from docklint.linter import RULE_CRASHED, Linter
from docklint.rules import Rule
from docklint.settings import Settings
from docklint.testing import Case, RuleTester, rule_failures

_TESTER = RuleTester()


@pytest.mark.parametrize("case", _TESTER.cases(), ids=str)
def test_example(case: Case) -> None:
    assert _TESTER.failures(case) == []


@pytest.mark.parametrize("rule", _TESTER.rules, ids=lambda rule: rule.code)
def test_set_of_examples(rule: Rule) -> None:
    assert [*rule_failures(rule), *_TESTER.idle_failures(rule)] == []


@pytest.mark.parametrize("rule", _TESTER.rules, ids=lambda rule: rule.code)
def test_rule_is_whole(rule: Rule) -> None:
    """Each language has every word, names the same values, and the rule says where its demand comes from."""
    assert rule.source
    assert rule.source_en
    assert rule.zh.variants.keys() == rule.en.variants.keys() >= rule.zh.helps.keys() == rule.en.helps.keys()
    for text_in in (rule.zh, rule.en):
        assert all((text_in.summary, text_in.why, text_in.message, text_in.help, *text_in.variants.values()))
        # Values are filled into messages only: advice stands in catalogues too, where there is nothing to fill in.
        assert not set("{}") & set("".join((text_in.help, *text_in.helps.values())))
        assert not set("✓✗•") & set("".join((text_in.summary, text_in.why, text_in.message, text_in.help)))
    assert not any("\u4e00" <= character <= "\u9fff" for character in rule.en.summary.split("（")[0][:1])


@pytest.mark.usefixtures("no_extras")
def test_examples_hold_with_the_standard_library_alone() -> None:
    tester = RuleTester()
    assert {str(case): tester.failures(case) for case in tester.cases() if tester.failures(case)} == {}


@pytest.fixture
def no_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("regex", "lxml"):
        monkeypatch.setitem(sys.modules, name, None)
    testing._linter.cache_clear()


def test_every_code_of_the_contract_is_there() -> None:
    families = {
        "SEC": range(101, 107),
        "DIM": range(101, 107),
        "NUM": range(101, 110),
        "EXA": range(101, 105),
        "COR": range(101, 105),
        "RED": range(101, 104),
        "DOC": range(101, 104),
        "TXT": range(101, 102),
        "DL": range(901, 904),
    }
    codes = {f"{family}{number}" for family, numbers in families.items() for number in numbers}
    assert codes <= packs.load().rules.keys()


def test_a_crashing_rule_is_named_by_the_rule_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What DL903 says cannot be shown in a draft, so it has no examples."""
    linter = Linter(Settings(select=("RED101", RULE_CRASHED), lang="zh"))
    check = type(linter.library.rules["RED101"].check)

    def crash(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(check, "__call__", crash)
    result = linter.check_bytes("draft.txt", "一、存在的问题".encode())
    [finding] = [one for one in result.findings if one.code == RULE_CRASHED]
    assert "RED101" in finding.message
    assert "RecursionError" in finding.message
    assert result.statuses["RED101"] == "crashed"
