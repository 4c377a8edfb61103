"""The patterns that ship look at lines with a mark, for the words in their comments; whole texts give the same hits."""

from __future__ import annotations

import re
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
_ALL = [rule for rule in _LINTER.library.rules.values() if isinstance(rule.check, TextPattern)]
_RULES = [rule for rule in _ALL if isinstance(rule.check, TextPattern) and rule.check.needs]
_PIECES = (
    *"**＊××xXＸ□○〇_■●☆一二三0125年月日号，。；、“”《》（）()[]【】〔〕= ÷%.-\t　省市县局的在",
    "\n", "\n", "\n", "20", "某", "--", "是□否□", "a_b.docx", "https://a.cn/_", "注：", "**甲**", "数据要素×",
)  # fmt: skip
_PLACEHOLDERS = (
    *"【】[]（）()<>{}「」：，。\n", "\n", "{{", "}}", "${", "待", "补", "补充", "定", "填", "填写", "完善", "核实", "确认", "续", "查", "插入",
    "修改", "更新", "TODO", "TBD", "Todo", "Lorem ipsum", "此处", "请在", "请", "应", "举例", "替换", "删除", "写明", "下", "略", "省略", "内容",
    "上级", "单位", "通知", "在", "时间", "年", "具体", "日期", "某", "某某", "某年", "某月", "--", "李", "市",
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


@pytest.mark.parametrize("rule", _ALL, ids=lambda rule: rule.code)
@pytest.mark.parametrize("markdown", [False, True])
def test_a_pattern_matches_nothing_without_a_word_of_its_comment(rule: Rule, markdown: bool) -> None:
    random, found, check = Random(rule.code), 0, rule.check
    assert isinstance(check, TextPattern)
    pieces = (*_PIECES, *_PIECES, *_PLACEHOLDERS) if check.needs else _PLACEHOLDERS
    bare = replace(
        check, **{key: _bare(getattr(check, key)) for key in ("patterns", "unless", "unless_markdown")}
    )
    assert bare != check
    for _ in range(300):
        draft = _draft("".join(random.choices(pieces, k=random.randint(1, 60))), markdown)
        hits = list(check(draft))
        assert hits == list(bare(draft)), repr(draft.document.text)
        found += bool(hits)
    assert found > 20


def _bare(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the comments."""
    return tuple(re.sub(r"^\(\?#[^)]*\)", "", pattern) for pattern in patterns)


def _draft(text: str, markdown: bool) -> Draft:
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    lines = tuple(
        Line(start, end, paragraph=n) for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    document = Document("draft.md" if markdown else "draft.txt", text, lines, (), markdown=markdown)
    return _LINTER.understand(document).drafts[0]
