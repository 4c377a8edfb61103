"""The patterns that ship look at lines with a mark only; whole texts give the same hits."""

from __future__ import annotations

from random import Random

import pytest

from docklint.checks.text_pattern import TextPattern
from docklint.document import Document, Line
from docklint.linter import Linter
from docklint.rules import Rule
from docklint.settings import Settings
from docklint.structure.draft import Draft
from docklint.values import replace

_LINTER = Linter(Settings())
_RULES = [
    rule
    for rule in _LINTER.library.rules.values()
    if isinstance(rule.check, TextPattern) and rule.check.needs
]
_PIECES = (
    *"**＊××xXＸ□○〇_■●☆一二三0125年月日号，。；、“”《》（）()[]【】〔〕= ÷%.-\t　省市县局的在",
    "\n", "\n", "\n", "20", "某", "--", "是□否□", "a_b.docx", "https://a.cn/_", "注：", "**甲**", "数据要素×",
)  # fmt: skip


def test_there_is_something_to_compare() -> None:
    assert {rule.code for rule in _RULES} >= {"RED101", "RED103"}


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("markdown", [False, True])
def test_line_by_line_is_the_same_as_at_once(rule: Rule, markdown: bool) -> None:
    random, compared = Random(rule.code), 0
    assert isinstance(rule.check, TextPattern)
    for _ in range(300):
        text = "".join(random.choices(_PIECES, k=random.randint(1, 60)))
        if not any(word in text for word in rule.check.needs):
            continue
        draft = _draft(text, markdown)
        assert list(rule.check(draft)) == list(replace(rule.check, needs=())(draft)), repr(text)
        compared += 1
    assert compared > 100


def _draft(text: str, markdown: bool) -> Draft:
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    lines = tuple(
        Line(start, end, paragraph=n) for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    document = Document("draft.md" if markdown else "draft.txt", text, lines, (), markdown=markdown)
    return _LINTER.understand(document).drafts[0]
