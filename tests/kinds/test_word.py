"""The kinds of issue 14 that Word makes by itself: a number of its own before a typed one, a contents list with tabs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.asking import ask
from tests.docx_builder import numbered, typed
from tests.kinds.not_yet import IN_WORD
from tests.wanted import BASES

DRAFTS = BASES / "drafts"
DOUBLED = [
    ("10-2025-individual", "三、整改措施", "三、三、整改措施", "三、"),
    ("10-2025-individual", "二、原因剖析", "一、二、原因剖析", "二、"),
    ("08-2024-group", "（三）担当精神有所", "（三）（三）担当精神有所", "（三）"),
    ("15-branch-committee", "（二）关于贯彻", "（一）（二）关于贯彻", "（二）"),
    ("16-2025-paragraphs", "四、整改措施", "一、四、整改措施", "四、"),
]
CONTENTS = [
    ("13-2024-first-next", "一、查摆出的突出问题\t1\n二、原因剖析\t5\n三、整改措施\t6"),
    (
        "14-branch-member",
        "一、存在的主要问题\t1\n（一）政治信仰方面\t1\n（二）党员意识方面\t1\n二、整改措施\t2",
    ),
]


def found(data: bytes, folder: Path) -> list[dict[str, Any]]:
    """Return the findings in a DOCX, notes on 1、 aside."""
    path = folder / "draft.docx"
    path.write_bytes(data)
    ((_, told),) = ask([["check", "--isolated", "--format", "json", path]])
    return [each for each in json.loads(told)["files"][0]["findings"] if each["code"] != "NUM109"]


def _cases(names: list[str]) -> list[Any]:
    failing = pytest.mark.xfail(reason="issue 14", strict=True)
    return [
        pytest.param(at, id=name, marks=[failing] if name in IN_WORD else []) for at, name in enumerate(names)
    ]


@pytest.mark.parametrize("at", _cases([f"{name} {new[:6]}" for name, _, new, _ in DOUBLED]))
def test_a_typed_ordinal_behind_an_automatic_one_is_one_finding(at: int, tmp_path: Path) -> None:
    name, old, new, mark = DOUBLED[at]
    text = (DRAFTS / f"{name}.txt").read_text("utf-8")
    assert old in text
    findings = found(numbered(text.replace(old, new, 1)), tmp_path)
    assert [(each["code"], each["location"]["quote"]) for each in findings] == [("NUM102", mark)]
    assert findings[0]["location"]["column"] == new.index(mark, 1) + 1


@pytest.mark.parametrize("at", _cases([f"{name} contents" for name, _ in CONTENTS]))
def test_a_contents_list_with_tabs_is_no_section(at: int, tmp_path: Path) -> None:
    name, listed = CONTENTS[at]
    title, rest = (DRAFTS / f"{name}.txt").read_text("utf-8").split("\n", 1)
    assert found(typed(f"{title}\n目录\n{listed}\n{rest}"), tmp_path) == []
