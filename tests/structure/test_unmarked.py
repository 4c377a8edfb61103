"""Ordinals whose mark was forgotten are ordinals; numerals that only begin a line are not."""

from __future__ import annotations

import pytest

from docklint.rules import Finding
from tests.mutations import lint

PAPER = """青禾县档案馆领导班子2024年度民主生活会对照检查材料
按照上级通知要求，馆领导班子认真查摆问题，现将有关情况对照检查如下。
一、存在的主要问题
（一）带头严守政治纪律和政治规矩，维护党的团结统一方面
1.学习不够系统。比如，2024年5月的专题研讨准备不足。
2.督促落实不够。比如，6月部署的库房排查到9月才完成。
3.请示报告不够及时。比如，7月库房漏水3天后才报告。
（二）带头增强党性、严守纪律、砥砺作风方面
1.调研不深入。比如，2024年只去过2个乡镇档案室。
2.服务不主动。比如，2024年周末没有安排人值班。
（三）带头在遵规守纪、清正廉洁前提下勇于担责、敢于创新方面
1.担当不够。比如，数字化项目推进慢，2024年只完成三成。
2.创新不足。比如，查档流程从2021年起没有改过。
（四）带头履行全面从严治党政治责任方面
1.压力传导不够。比如，2024年谈心谈话只有3次。
2.监督不严。比如，9月两名同志考勤异常没有及时过问。
二、存在问题的原因分析
（一）理论学习抓得不紧，党性锻炼不够。
（二）担当精神不足，管党治党责任落实不严。
三、下一步努力方向和整改措施
（一）加强理论学习和党性锻炼，严守政治纪律，每月学习1次。
（二）强化担当作为，落实管党治党责任，每季度检查1次。
"""


def found(text: str) -> tuple[Finding, ...]:
    return lint.linter("2024").check_bytes("a.txt", text.encode()).findings


def test_the_paper_itself_is_clean() -> None:
    assert [(each.code, each.quote) for each in found(PAPER)] == []


@pytest.mark.parametrize(
    ("whole", "typed", "quote", "expected"),
    [
        ("2.督促", "2督促", "2", "2."),
        ("2.督促", "2 督促", "2", "2."),
        ("3.请示", "3请示", "3", "3."),
        ("1.学习", "1学习", "1", "1."),
        ("二、存在", "二存在", "二", "二、"),
        ("三、下一步", "三 下一步", "三", "三、"),
        ("（二）强化", "二）强化", "二）", "（二）"),
        ("（三）带头", "三）带头", "三）", "（三）"),
    ],
)
def test_a_forgotten_mark_is_one_finding(whole: str, typed: str, quote: str, expected: str) -> None:
    findings = found(PAPER.replace(whole, typed, 1))
    assert [(each.code, each.quote, each.data["expected"]) for each in findings] == [
        ("NUM107", quote, expected)
    ]
    assert findings[0].message == f"序号“{quote}”没有写全，应写作“{expected}”。"


@pytest.mark.parametrize("heading", ["宗旨意识", "班子带头", "排查整治", "首要责任", "步调一致", "道德修养"])
def test_a_heading_may_begin_like_a_count(heading: str) -> None:
    findings = found(PAPER.replace("2.督促落实", f"2{heading}", 1))
    assert [(each.code, each.quote) for each in findings] == [("NUM107", "2")]


def test_an_open_bracket_is_told_as_such() -> None:
    assert [each.code for each in found(PAPER.replace("（二）带头", "（二带头", 1))] == ["TXT101"]


COUNTS = [
    "3名同志没有完成学习任务。",
    "3月以来没有组织集中学习。",
    "3个库房没有按期排查。",
    "3笔资金没有按期拨付。",
    "3例违纪问题没有通报。",
    "3张清单没有更新。比如，6月的清单到9月才换。",
    "3宗信访件没有按期办结。",
    "3款系统没有对接。",
    "3两个库房没有按期排查。",
    "3板斧没有用好。比如，6月只用了一次。",
    "3方面工作没有落实。",
    "3只灭火器没有按期更换。比如，6月的两只到9月才换。",
    "3幢库房没有按期排查。比如，6月的两幢到9月才查。",
    "3封来信没有按期答复。比如，6月的两封到9月才回。",
    "3撮茶叶没有入账。",
    "3会一课落实不严。比如，6月没有上党课。",
    "3把尺子没有用好。比如，6月只用了一次。",
    "三年来没有组织过演练。",
    "三重一大事项有2项没有上会。",
    "（三会一课）制度落实不严。",
    "（五会一课）落实不严。",
    "（五小工程）建设滞后。",
    "（五重一大）事项有2项没有上会。",
    "（五四活动。见附件）没有组织。",
]


@pytest.mark.parametrize("line", COUNTS)
def test_a_count_at_a_line_start_is_text(line: str) -> None:
    ending = "比如，9月两名同志考勤异常没有及时过问。\n"
    assert [each.code for each in found(PAPER.replace(ending, f"{ending}{line}\n", 1))] == []


@pytest.mark.parametrize(
    "line",
    [
        "（三会一课）制度由办公室督办，每月1次。",
        "（三重一大）事项全部上会，由办公室负责，2025年3月底前完成。",
        "（三公经费）由办公室每月公开1次。",
        "（三会一课（含主题党日））由办公室督办，每月1次。",
    ],
)
def test_a_bracketed_phrase_is_text(line: str) -> None:
    assert [each.code for each in found(f"{PAPER}{line}\n")] == []


def test_the_own_brackets_of_a_title_do_not_hide_that_its_ordinal_is_open() -> None:
    typed = PAPER.replace("（二）带头增强党性、", "（二带头增强党性（含党纪）、", 1)
    assert [(each.code, each.quote) for each in found(typed)] == [("TXT101", "（")]
