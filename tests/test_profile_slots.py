"""What a profile of a user's own says of its parts: their order, their source, what is open, how long a paper may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from docklint import check, packs
from docklint.errors import SetupError
from docklint.profile import Profile

CASE_FIRST = """id = "ours"
title = "本年"
extends = "base"
[[section]]
role = "case-analysis"
title = "典型案例剖析"
required = true
[[section]]
role = "problems"
title = "存在的问题"
[[section]]
role = "causes"
title = "原因"
[[section]]
role = "measures"
title = "措施"
"""
BODY = {
    "典型案例剖析": "某地防汛值班无人在岗，教训在于责任不实。",
    "存在的问题": "（一）学习方面。一是学得浅。比如，3月只学过一次。二是用得少。比如，5月的方案照抄上级。",
    "原因": "（一）认识不足。没有想深。\n（二）要求不严。没有抓紧。",
    "措施": "（一）提高认识。每月一次学习。\n（二）从严要求。每季一查。",
}


def loaded(folder: Path, toml: str) -> Profile:
    path = folder / "ours.toml"
    path.write_text(toml, "utf-8")
    library = packs.load((), (path,))
    return library.profiles[library.given[-1]]


def paper(*titles: str) -> str:
    parts = (f"{'一二三四'[at]}、{title}\n{BODY[title]}\n" for at, title in enumerate(titles))
    return "2026年度民主生活会对照检查材料\n" + "".join(parts)


def codes(draft: str, folder: Path) -> list[str]:
    findings = check(draft, profile=str(folder / "ours.toml")).as_dict()["findings"]
    return [each["code"] for each in findings if each["code"].startswith("SEC")]


def test_parts_stand_in_the_order_in_which_the_profile_names_them(tmp_path: Path) -> None:
    profile = loaded(tmp_path, CASE_FIRST)
    required = [slot.role for slot in profile.sections if slot.required]
    assert required == ["case-analysis", "problems", "causes", "measures"]
    assert codes(paper(*BODY), tmp_path) == []
    assert codes(paper("存在的问题", "典型案例剖析", "原因", "措施"), tmp_path) == ["SEC102"]


def test_an_optional_part_keeps_its_freedom(tmp_path: Path) -> None:
    loaded(tmp_path, CASE_FIRST.replace("required = true", "required = false"))
    assert codes(paper("存在的问题", "典型案例剖析", "原因", "措施"), tmp_path) == []


def test_the_order_in_which_other_parts_are_changed_means_nothing(tmp_path: Path) -> None:
    base = [slot.role for slot in loaded(tmp_path, 'id = "o"\ntitle = "o"\nextends = "base"\n').sections]
    toml = CASE_FIRST.replace("required = true", "required = false").replace("causes", "measures", 1)
    toml = toml.replace('role = "measures"\ntitle = "措施"', 'role = "causes"\ntitle = "措施"')
    assert [slot.role for slot in loaded(tmp_path, toml).sections] == base


def test_source_limits_and_what_is_undecided(tmp_path: Path) -> None:
    toml = (
        CASE_FIRST.replace('extends = "base"', 'extends = "base"\nundecided = ["哪几个方面"]', 1)
        + 'source = "最后写措施。"\n[limits]\nmax-characters = 3000\n'
    )
    profile = loaded(tmp_path, toml)
    assert profile.undecided == ("哪几个方面",)
    assert profile.limits == {"max-characters": 3000}
    assert [slot.source for slot in profile.sections if slot.source] == ["最后写措施。"]


@pytest.mark.parametrize("limits", ["max-characters = 0", 'max-characters = "3000"', "most = 3000"])
def test_wrong_limits_are_named(tmp_path: Path, limits: str) -> None:
    with pytest.raises(SetupError, match="limits"):
        loaded(tmp_path, CASE_FIRST + f"[limits]\n{limits}\n")
