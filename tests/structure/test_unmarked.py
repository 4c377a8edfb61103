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


def test_an_open_bracket_is_told_as_such() -> None:
    assert [each.code for each in found(PAPER.replace("（二）带头", "（二带头", 1))] == ["TXT101"]


@pytest.mark.parametrize(
    "line",
    [
        "3名同志没有完成学习任务。",
        "3月以来没有组织集中学习。",
        "3个库房没有按期排查。",
        "三年来没有组织过演练。",
        "三重一大事项有2项没有上会。",
    ],
)
def test_a_count_at_a_line_start_is_text(line: str) -> None:
    ending = "比如，9月两名同志考勤异常没有及时过问。\n"
    assert [each.code for each in found(PAPER.replace(ending, f"{ending}{line}\n", 1))] == []
