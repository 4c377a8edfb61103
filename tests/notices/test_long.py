"""A long notice costs its multiple up to a bound, and nothing beyond: what is not read is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from docklint import packs, readers
from docklint.derive import derive
from docklint.derive.proposal import Proposal
from tests.counting import calls

HEAD = "关于开好民主生活会的通知\n各单位：\n"
LIST = "围绕理论武装、宗旨意识、担当精神三个方面查摆问题，写明问题、原因、措施。"
SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: f"{LIST}\n" * size,
    "one paragraph": lambda size: LIST.replace("。", "，") * size,
    "names": lambda size: "查摆甲乙" + "、学习" * (4 * size),
    "commas": lambda size: "查摆" + "带头学习，" * (4 * size),
    "numbered lines": lambda size: (
        "查摆以下几个方面：\n" + "".join(f"{n}.加强学习\n" for n in range(3 * size))
    ),
    "marks": lambda size: "查摆：" + "一是学习；二是工作；" * (2 * size),
    "questions": lambda size: "学习实不实？" * (3 * size),
    "quotations": lambda size: "对照" + "“四个带头”" * (4 * size),
    "tables": lambda size: "查摆问题\t学习、工作、作风\n" * size,
    "labels": lambda size: "学习：看是否查摆问题\n" * (2 * size),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_notice_four_times_as_long_costs_four_times_as_much(shape: str, tmp_path: Path) -> None:
    _read(SHAPES[shape](2), tmp_path)
    few, many = (calls(partial(_read, SHAPES[shape](size), tmp_path)) for size in (25, 100))
    assert many < 6 * few


def test_what_stands_at_the_beginning_of_a_long_notice_is_read(tmp_path: Path) -> None:
    few, many = ("请各单位按时报送。\n" * size for size in (4_000, 16_000))
    found = _read(f"{LIST}\n{many}", tmp_path)
    assert "derive.too-long" in [text.key for text in found[0].undecided]
    assert [each.value for each in found[0].dimensions] == ["理论武装", "宗旨意识", "担当精神"]
    # Reading the file itself costs its multiple; what is made of it does not grow.
    assert calls(partial(_read, many, tmp_path)) < 5 * calls(partial(_read, few, tmp_path))


def _read(text: str, folder: Path) -> tuple[Proposal, ...]:
    file = folder / "notice.txt"
    file.write_text(HEAD + text, "utf-8")
    return derive(readers.read(str(file), "final", False), packs.load())
