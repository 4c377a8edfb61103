"""Parts of other papers, parts that are put elsewhere or left out, and parts that some or all have to add."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from docklint import packs, readers
from docklint.derive import derive
from docklint.derive.proposal import Proposal

HEAD = "关于开好2026年度组织生活会的通知\n各支部：\n现将有关事项通知如下。\n一、时间另行通知。\n"
USUAL = ["problems", "causes", "measures"]


@cache
def library() -> packs.Library:
    return packs.load()


def read(said: str, folder: Path) -> Proposal:
    file = folder / "通知.txt"
    file.write_text(f"{HEAD}{said}\n", "utf-8")
    return derive(readers.read(str(file), "final", False), library())[0]


def roles(found: Proposal) -> list[str]:
    return [part.role for part in found.sections if part.required is not False]


@pytest.mark.parametrize(
    "said",
    [
        "二、每名党员写好检查材料。会后各支部上报总结，总结包括存在问题、原因分析、整改措施三部分。",
        "二、检查材料交支部审核，审核重点看问题真不真、原因透不透、措施行不行。",
        "二、会后建立整改台账，台账设问题表现、产生原因、整改措施、责任人四栏。",
        "二、学习《典型案例读本》，《典型案例读本》每章有问题剖析、原因反思、整改启示三部分。",
        "二、书记最后作总结讲话，讲话稿分指出问题、分析原因、部署整改三个部分。",
        "二、检查材料周五交齐，支部按问题是否具体、原因是否透彻、措施是否可行打分。",
        "二、督导时看材料是否把问题写具体、把原因剖析透、把措施定实。",
        "二、书记点评时，要点准问题、点透原因、点明改进方向。",
        "问：述职报告怎么写？\n答：写存在的问题、产生的原因、下一步措施三块。",
    ],
)
def test_parts_of_another_paper_are_none(said: str, tmp_path: Path) -> None:
    found = read(said, tmp_path)
    assert found.sections == ()
    assert "derive.no-sections" in [doubt.key for doubt in found.doubts]


def test_a_paper_that_is_named_after_another_has_the_parts(tmp_path: Path) -> None:
    said = "二、会后报送情况报告。检查材料包括存在问题、原因分析、整改措施三部分。"
    assert roles(read(said, tmp_path)) == USUAL


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "二、材料包括上年度整改情况、问题、原因、措施四块。上年度整改情况今年移到末尾写。",
            [*USUAL, "rectification"],
        ),
        (
            "二、材料分存在问题、案例剖析、原因分析、整改措施四部分，案例剖析调整到原因分析之后。",
            ["problems", "causes", "case-analysis", "measures"],
        ),
        (
            "二、材料分存在问题、原因分析、案例剖析、整改措施四部分，案例剖析调整到原因分析之前。",
            ["problems", "case-analysis", "causes", "measures"],
        ),
        ("二、材料要有措施、原因、问题三块。问题打头，原因居中，措施收尾。", USUAL),
    ],
)
def test_a_part_may_be_put_elsewhere(said: str, expected: list[str], tmp_path: Path) -> None:
    assert roles(read(said, tmp_path)) == expected


@pytest.mark.parametrize(
    "said",
    [
        "二、材料里“上年度整改情况”“案例剖析”这两部分不要，只写问题、原因、措施三部分。",
        "二、材料写问题、原因、措施三部分，“上年度整改情况”一节删去。",
        "二、往年的个人有关事项、案例剖析今年不再安排，材料写问题、原因、措施三部分。",
    ],
)
def test_parts_that_are_left_out_together_are_none(said: str, tmp_path: Path) -> None:
    assert roles(read(said, tmp_path)) == USUAL


@pytest.mark.parametrize(
    ("said", "required"),
    [
        ("个人有关事项人人都要写，没有的也要写明“无”。", True),
        ("个人有关事项，有变化的写在后面，没变化的可不写。", False),
    ],
)
def test_what_all_have_to_explain_is_required(said: str, required: bool, tmp_path: Path) -> None:
    found = read(f"二、材料由问题、原因、措施、个人有关事项四部分组成。{said}", tmp_path)
    own = [part for part in found.sections if part.role == "personal"]
    assert [part.required is not False for part in own] == [required]


@pytest.mark.parametrize(
    ("said", "optional"),
    [
        ("支部书记还要在整改措施之后写明个人有关事项。", "personal"),
        ("班子材料前面增加一部分上年度整改措施落实情况。", "rectification"),
        ("领导班子材料还应在开头写上年度整改落实情况，班子成员不写。", "rectification"),
        ("查摆时被点过名的同志，开头用几句话说明上年度整改落实情况。", "rectification"),
    ],
)
def test_what_some_add_is_optional(said: str, optional: str, tmp_path: Path) -> None:
    found = read(f"二、材料按存在问题、原因分析、整改措施来写。{said}", tmp_path)
    assert roles(found) == USUAL
    assert [part.role for part in found.sections if part.required is False] == [optional]


def test_formal_numerals_number_parts(tmp_path: Path) -> None:
    said = (
        "二、材料照此提纲：\n壹、去年的问题改得怎样\n贰、今年存在的问题\n叁、为什么有这些问题\n肆、打算怎么改"
    )
    assert roles(read(said, tmp_path)) == ["rectification", *USUAL]


def test_what_is_vowed_behind_the_measures_is_a_part_of_its_own(tmp_path: Path) -> None:
    said = "二、材料结构\n（一）存在的问题\n（二）产生的原因\n（三）整改措施\n（四）公开承诺事项"
    found = read(said, tmp_path)
    assert [part.title.value for part in found.sections if part.title][-1] == "公开承诺事项"
    assert roles(found)[:3] == USUAL
    assert len(found.sections) == 4
