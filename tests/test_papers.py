"""Whole papers as offices write them, about invented units: what is found is true, and nothing else is found.

The first test is about the papers as they stand in `tests/papers`, the second about slips planted in them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from docklint.linter import Linter
from docklint.settings import Settings

PAPERS = Path(__file__).parent / "papers"
LINTER = Linter(Settings(ignore=("NUM109",)))

AS_THEY_STAND = {
    "2023-five-hospital.txt": ("2023-theme-education-five", []),
    "2024-individual-unnumbered.txt": ("2024", []),
    "2024-scanned.txt": ("2024", []),
    # “图书采购季没有专门开展廉政谈话” is no praise of evidence, but it tells an occasion and what was left undone.
    "2025-arabic-dimensions-first-next.txt": ("2025", []),
    # Every dimension has its causes and measures; only the number of the one section is too much.
    "2025-labelled-below-dimensions.txt": ("2025", [("NUM106", 3)]),
    # （一） stands below 一、 and 1. below 二、.
    "2025-markdown.md": ("2025", [("NUM105", 34)]),
    "2025-six-sections.txt": ("2025", []),
    "branch-committee-half-width.txt": ("branch-committee", []),
    "branch-member-pasted-from-a-chat.txt": ("branch-member", []),
    "inspection-four-sections.txt": ("generic", [("DL902", 1)]),
}

SLIPS = [
    ("2025-six-sections.txt", "（四）在带头", "（三）在带头", "NUM102"),
    ("2025-six-sections.txt", "（三）在带头", "三、在带头", "NUM104"),
    ("2025-six-sections.txt", "（五）在带头", "五、在带头", "NUM104"),
    ("2025-six-sections.txt", "五、下一步", "五下一步", "NUM107"),
    ("2025-six-sections.txt", "原因分析\n", "原因分折\n", "SEC105"),
    ("2025-six-sections.txt", "（三）担当劲头", "（四）担当劲头", "NUM101"),
    ("2025-six-sections.txt", "邻县某乡镇", "XX县某乡镇", "RED101"),
    ("2025-six-sections.txt", "“三资”", "“三资", "TXT101"),
    ("2024-individual-unnumbered.txt", "2、维护", "2维护", "NUM107"),
    ("2024-individual-unnumbered.txt", "带头增强党性", "带头增强觉悟", "DIM105"),
    ("2024-scanned.txt", "( 三 ) 带头", "三、带头", "NUM104"),
    ("2024-scanned.txt", "二是 执行请示", "执行请示", "NUM106"),
    ("2023-five-hospital.txt", "（一）带头旗帜", "一、带头旗帜", "NUM104"),
    ("2023-five-hospital.txt", "二是意识形态", "三是意识形态", "NUM101"),
    ("2023-five-hospital.txt", "三、努力方向", "四、努力方向", "NUM101"),
    ("branch-committee-half-width.txt", "二是结合业务", "第二是结合业务", "NUM104"),
    ("branch-committee-half-width.txt", "比如,机关工委5月布置的支部标准化自查,到7月底才交表.", "", "EXA101"),
    ("branch-member-pasted-from-a-chat.txt", "【原因分析】", "【原因分析", "TXT101"),
    ("inspection-four-sections.txt", "四、下一步", "五、下一步", "NUM101"),
]


def found(name: str, text: str) -> tuple[str, list[tuple[str, int]]]:
    """Return the profile, and code and line of each finding."""
    result = LINTER.check_bytes(name, text.encode())
    assert result.document is not None
    assert result.profile is not None
    lines = (result.document.text.count("\n", 0, each.span.start) + 1 for each in result.findings)
    return result.profile.id, [(each.code, line) for each, line in zip(result.findings, lines, strict=True)]


def test_every_paper_is_looked_at() -> None:
    assert sorted(AS_THEY_STAND) == sorted(path.name for path in PAPERS.iterdir())


@pytest.mark.parametrize("name", AS_THEY_STAND)
def test_a_paper_as_it_stands(name: str) -> None:
    assert found(name, (PAPERS / name).read_text("utf-8")) == AS_THEY_STAND[name]


@pytest.mark.parametrize(("name", "right", "wrong", "code"), SLIPS)
def test_a_slip_is_one_finding(name: str, right: str, wrong: str, code: str) -> None:
    text = (PAPERS / name).read_text("utf-8")
    assert right in text
    profile, before = AS_THEY_STAND[name]
    now, findings = found(name, text.replace(right, wrong, 1))
    assert now == profile
    assert sorted(each for each, _ in findings) == sorted(
        [*(each for each, _ in before), *([code] if code else [])]
    )
