"""Names that are announced behind a list and not read with it: no list is better than one that lacks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from docklint import packs, readers
from docklint.derive import derive
from docklint.derive.proposal import Proposal

NOTICE = "关于开好2026年度组织生活会的通知\n各支部：\n现将有关事项通知如下。\n重点从理想信念、宗旨意识、纪律规矩三个方面查摆问题{}。材料写问题、原因、措施三部分。\n"
THREE = ["理想信念", "宗旨意识", "纪律规矩"]


@pytest.mark.parametrize(
    "said",
    ["，另外两个方面由各支部告知", "。支部书记再加党建责任落实得怎么样这一条", "；其余两个，待上级定了再说"],
)
def test_no_list_that_lacks_names(said: str, tmp_path: Path) -> None:
    found = _read(NOTICE.format(said), tmp_path)
    assert [each.value for each in found.dimensions] == []
    assert found.undecided


@pytest.mark.parametrize(
    "said", ["", "。另外两件事一并说明", "。材料再加重大事项说明一项", "，另外两个问题请注意"]
)
def test_what_adds_no_name_leaves_the_list(said: str, tmp_path: Path) -> None:
    assert [each.value for each in _read(NOTICE.format(said), tmp_path).dimensions] == THREE


def _read(text: str, folder: Path) -> Proposal:
    file = folder / "通知.txt"
    file.write_text(text, "utf-8")
    return derive(readers.read(str(file), "final", False), packs.load())[0]
