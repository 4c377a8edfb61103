"""The profiles that ship with docklint: the wordings people use are known, and only faults are faults."""

from __future__ import annotations

import pytest

from docklint import packs
from docklint.linter import Linter
from docklint.profile import Profile
from docklint.settings import Settings

_PROFILES = packs.load().profiles
_DEMANDING = [profile for profile in _PROFILES.values() if profile.dimensions]

PROBLEMS = [
    "查摆出的突出问题",
    "查摆出的主要问题",
    "存在的突出问题",
    "存在的主要问题",
    "存在的问题",
    "存在问题",
    "主要问题",
    "突出问题",
    "存在的主要问题及表现",
    "存在的突出问题及表现",
    "存在的问题和不足",
    "对照检查剖析",
    "对照检查情况",
    "检视剖析情况",
    "对照“五个带头”查摆存在的主要问题",
    "对照“五个带头”查摆存在的突出问题",
    "对照六个方面查摆存在的问题",
    "查摆存在的突出问题",
    "班子存在的突出问题",
    "领导班子存在的主要问题",
    "个人存在的主要问题",
    "目前存在的突出问题",
    "自身存在的问题和不足",
    "存在的差距和不足",
    "问题查摆情况",
    "检视问题情况",
    "对照检查出的问题",
    "主要问题表现",
    "查摆的突出问题",
    "个人检视情况",
    "“五个带头”方面存在的突出问题",
]
CAUSES = [
    "存在问题原因分析",
    "存在问题的原因分析",
    "原因分析",
    "原因剖析",
    "产生问题的原因分析",
    "产生问题的原因",
    "存在问题的原因剖析",
    "主要原因分析",
    "存在问题的主要原因",
    "产生上述问题的原因分析",
    "存在上述问题的原因",
    "问题产生的原因剖析",
    "思想根源剖析",
    "产生问题的思想根源",
    "问题原因分析",
    "原因分析及剖析",
    "产生问题的主要原因",
    "存在问题的深层次原因分析",
    "深层原因剖析",
]
MEASURES = [
    "下一步努力方向和整改措施",
    "整改措施",
    "下一步整改措施",
    "整改措施和下一步努力方向",
    "努力方向和整改措施",
    "下一步努力方向",
    "今后努力方向",
    "今后的努力方向",
    "努力方向",
    "今后努力方向及整改措施",
    "下一步努力方向及整改措施",
    "下一步改进措施",
    "整改措施及努力方向",
    "今后整改措施",
    "改进措施",
    "改进方向和措施",
    "整改方向和措施",
    "下一步打算",
    "下一步整改打算",
    "下一步工作打算",
    "整改思路和措施",
    "今后的努力方向和改进措施",
    "下一步整改措施和努力方向",
    "今后整改方向",
]
OPTIONAL = [
    ("上年度民主生活会整改措施落实情况", "problems"),
    ("上年度民主生活会查摆问题整改落实情况", "problems"),
    ("2024年度民主生活会整改措施落实情况", "problems"),
    ("上年度组织生活会整改落实情况", "problems"),
    ("上一年度民主生活会整改情况", "problems"),
    ("反面典型案例剖析情况", "causes"),
    ("典型案例剖析", "causes"),
    ("反面典型案例剖析", "causes"),
    ("对照反面典型案例剖析", "causes"),
    ("个人有关事项说明", ""),
    ("需要说明的有关事项", ""),
    ("个人有关事项的说明", ""),
]


@pytest.mark.parametrize("profile", _DEMANDING, ids=lambda profile: profile.id)
def test_a_paper_in_the_profile_s_own_words_is_clean(profile: Profile) -> None:
    assert _codes(profile, _draft(profile)) == []


@pytest.mark.parametrize("role", ["problems", "causes", "measures"])
@pytest.mark.parametrize("profile", _DEMANDING, ids=lambda profile: profile.id)
def test_headings_seen_in_real_papers_are_known(profile: Profile, role: str) -> None:
    wordings = {"problems": PROBLEMS, "causes": CAUSES, "measures": MEASURES}[role]
    unknown = {
        title: codes for title in wordings if (codes := _codes(profile, _draft(profile, {role: title})))
    }
    assert unknown == {}


@pytest.mark.parametrize(("title", "before"), OPTIONAL)
@pytest.mark.parametrize("profile", _DEMANDING, ids=lambda profile: profile.id)
def test_optional_sections_are_welcome_where_they_belong(profile: Profile, title: str, before: str) -> None:
    assert _codes(profile, _draft(profile, {}, (title, before))) == []


@pytest.mark.parametrize("profile", _DEMANDING, ids=lambda profile: profile.id)
@pytest.mark.parametrize(
    "form", ["（{n}）在认真对照“{t}”方面。", "（{n}）关于{t}方面，主要是学习不够：", "（{n}）{t}\n"]
)
def test_dimension_headings_may_be_decorated(profile: Profile, form: str) -> None:
    assert _codes(profile, _draft(profile, form=form)) == []


@pytest.mark.parametrize("profile", _DEMANDING, ids=lambda profile: profile.id)
def test_every_dimension_alias_is_known(profile: Profile) -> None:
    for slot in profile.dimensions:
        for alias in slot.aliases:
            assert _codes(profile, _draft(profile).replace(f"）{slot.title}方面", f"）{alias}方面")) == [], (
                alias
            )


@pytest.mark.parametrize("profile", _DEMANDING, ids=lambda profile: profile.id)
def test_a_profile_is_chosen_by_its_dimensions(profile: Profile) -> None:
    result = Linter(Settings()).check_bytes("draft.txt", _draft(profile).encode())
    assert result.profile is not None
    assert result.profile.id == profile.id


@pytest.mark.parametrize("profile", _DEMANDING, ids=lambda profile: profile.id)
def test_keywords_of_sections_and_dimensions_speak_for_one_slot(profile: Profile) -> None:
    for slots in (profile.sections, profile.dimensions):
        for slot in slots:
            for title in slot.titles:
                speaking = [
                    other.title
                    for other in slots
                    if any(word in title for word in other.keywords)
                    and not any(word in title for word in other.unless)
                ]
                assert speaking in ([], [slot.title]), title


def test_generic_demands_nothing() -> None:
    generic = _PROFILES["generic"]
    assert not generic.dimensions
    assert not any(slot.required for slot in generic.sections)
    assert {slot.role for slot in generic.sections} >= {"problems", "causes", "measures"}


def test_only_the_2023_profile_demands_a_marker() -> None:
    assert [key for key, profile in _PROFILES.items() if profile.example == "marker"] == [
        "2023-theme-education"
    ]


def _codes(profile: Profile, text: str) -> list[str]:
    result = Linter(Settings(profile=profile.id, select=("SEC", "DIM", "NUM"))).check_bytes(
        "d.txt", text.encode()
    )
    return [f"{finding.code} {finding.quote}" for finding in result.findings]


def _draft(
    profile: Profile,
    titles: dict[str, str] | None = None,
    extra: tuple[str, str] | None = None,
    form: str = "（{n}）{t}方面。",
) -> str:
    """Write a paper by the profile. `extra`: one more section's title, and the role it stands before."""
    sections = [
        (slot.role, (titles or {}).get(slot.role, slot.title))
        for slot in profile.sections
        if slot.role in ("problems", "causes", "measures")
    ]
    if extra:
        roles = [role for role, _ in sections]
        sections.insert(roles.index(extra[1]) if extra[1] else len(roles), ("extra", extra[0]))
    lines: list[str] = []
    for number, (role, title) in zip("一二三四五", sections, strict=False):
        lines += [f"{number}、{title}", *_content(role, profile, form)]
    return "\n".join(lines) + "\n"


def _content(role: str, profile: Profile, form: str) -> list[str]:
    if role == "problems":
        return [
            form.format(n=n, t=slot.title)
            + "一是学得不深。比如，全年只集中学习2次。二是抓得不紧。比如，有1个项目拖了3个月。"
            for n, slot in zip("一二三四五六", profile.dimensions, strict=False)
        ]
    if role == "extra":
        return ["有关情况已经逐项写明，没有遗漏。"]
    return ["（一）在学习上下的功夫不够。重业务、轻学习。", "（二）在落实上抓得不紧。重部署、轻督办。"]
