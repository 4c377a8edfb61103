"""Small things around a list that once cost it, or made it wrong: what stresses a name, boxes, counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from docklint import packs, readers
from docklint.derive import derive
from docklint.derive.proposal import Proposal

NOTICE = "关于召开2026年度组织生活会的通知\n各支部：\n现将有关事项通知如下。\n{}\n材料写存在问题、原因分析、改进措施三部分。\n"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "对照检查的四个方面如下：\n【学习态度】今年读完了哪几本书；\n【服务群众】群众来办事有没有让人多跑；\n【工作作风】开会是不是又长又空；\n【廉洁自律】收没收过土特产。",
            ["学习态度", "服务群众", "工作作风", "廉洁自律"],
        ),
        ("围绕思想统一、服务群众、遵守纪律三个方面查摆问题。", ["思想统一", "服务群众", "遵守纪律"]),
        ("在学习态度、服务群众、遵守纪律诸方面逐一对照检查。", ["学习态度", "服务群众", "遵守纪律"]),
        (
            "今年还是学习态度、服务群众、遵守纪律三个方面，请大家对照查摆。",
            ["学习态度", "服务群众", "遵守纪律"],
        ),
    ],
    ids=["boxes", "a-word-with-one", "sundry", "again"],
)
def test_names_are_read(said: str, names: list[str], tmp_path: Path) -> None:
    assert [each.value for each in _read(NOTICE.format(said), tmp_path).dimensions] == names


@pytest.mark.parametrize(
    "said",
    [
        "围绕学习态度、服务群众、遵守纪律，特别是廉洁自律，查摆问题。",
        "围绕学习态度、服务群众、遵守纪律查摆问题，以上五条一条不能少。",
        "会上，班子从学习态度、服务群众、遵守纪律三个方面查摆问题36条。",
        "从学习态度、服务群众、遵守纪律，以及其他方面共五个方面查摆问题。",
    ],
)
def test_no_list_where_a_name_lacks(said: str, tmp_path: Path) -> None:
    found = _read(NOTICE.format(said), tmp_path)
    assert [each.value for each in found.dimensions] == []
    assert found.undecided


def _read(text: str, folder: Path) -> Proposal:
    file = folder / "通知.txt"
    file.write_text(text, "utf-8")
    return derive(readers.read(str(file), "final", False), packs.load())[0]
