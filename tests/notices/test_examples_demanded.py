"""Whether a notice asks for examples, in whatever words; and what else a heading may be called."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.running import docklint

NOTICE = """关于开好2026年度组织生活会的通知
各支部：
对照检查重点从信念牢不牢、学风够不够扎实、作风实不实三个方面查摆问题。材料写存在的问题、原因分析、整改措施三部分。{}
会前办好五件实事，会后通报。
"""


def derived(folder: Path, sentence: str) -> dict[str, Any]:
    (folder / "通知.txt").write_text(NOTICE.format(sentence), "utf-8")
    ran = docklint("profiles", "derive", "通知.txt", cwd=folder)
    assert ran.status == 0, ran.said
    return tomllib.loads(ran.text)


@pytest.mark.parametrize(
    "sentence",
    [
        "每个方面至少举一个看得见的例子。",
        "写一条毛病，配一个真例子。",
        "每个方面不少于一例。",
        "每条都要一事一例。",
        "一项至少说清一件亲历的事。",
        "要用真人真事说话。",
        "每个问题附一件事。",
        "问题要具体到一件事、一个人。",
        "提问环节不举例，材料里每条要有事例。",
    ],
)
def test_examples_are_demanded_in_many_words(tmp_path: Path, sentence: str) -> None:
    assert derived(tmp_path, sentence)["example"] == "evidence"


@pytest.mark.parametrize("sentence", ["篇幅从简，不要求举例。", "可不举例。", "事例不作硬性要求。"])
def test_examples_may_be_spared(tmp_path: Path, sentence: str) -> None:
    assert derived(tmp_path, sentence)["example"] == "off"


@pytest.mark.parametrize("sentence", ["", "每个方面都要举例子吗？会上再定。"])
def test_what_is_not_said_is_left_to_a_person(tmp_path: Path, sentence: str) -> None:
    assert "example" not in derived(tmp_path, sentence)


def test_a_question_gives_its_subject_as_another_name(tmp_path: Path) -> None:
    (problems,) = (each for each in derived(tmp_path, "")["section"] if each["role"] == "problems")
    assert [each["aliases"] for each in problems["dimension"]] == [["信念"], ["学风"], ["作风"]]
