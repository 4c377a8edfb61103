"""TXT101: pairs, direction and nesting of quotes, title marks and brackets."""

from __future__ import annotations

import pytest

from docklint.linter import Linter
from docklint.rules import Finding
from docklint.settings import Settings

_LINTER = Linter(Settings(select=("TXT101",)))

FAULTS = [
    "对⟦“⟧学用结合的要求理解不深。",
    "对学用结合⟦”⟧的要求理解不深。",
    "对“学用结合⟦“⟧的要求理解不深。",
    "对⟦”⟧学用结合”的要求理解不深。",
    "“甲”⟦“⟧乙“丙”",
    "少了前一半⟦”⟧的话说完了。少了后一半的⟦“⟧话没有说完。",
    "“甲”和“乙”和⟦“⟧丙。",
    "学习⟦《⟧条例不够。",
    "学习《条例⟦《⟧不够。",
    "（一）措施⟦（⟧含整改不够。",
    "措施含整改⟦）⟧不够。",
    "措施(含整改（二）)⟦)⟧不够。",
    '他说⟦"⟧很好。',
    '他说"很好"，又说⟦"⟧可以。',
    "【标题⟦【⟧内容",
    "〔2023⟦〔⟧5号",
    "学习《关于“学用结合的意见⟦》⟧”不够。",
    "对⟦‘⟧学用结合的要求理解不深。",
    "“第一段没有结束\n⟦“⟧第二段也没有结束",
]

SOUND = [
    "“甲”‘乙’《丙》〈丁〉（戊）(己)[庚]【辛】「壬」『癸』〔子〕",
    "“他说‘好’”、《关于印发〈规则〉的通知》、《关于印发《规则》的通知》、（甲（乙）丙）",
    "1)不系统；2）不深入；一）甲。a)乙\n3)丙\n①）丁",
    "(含下属单位）、（含下属单位)",
    'It’s、don’t、5"屏幕、“90’s”',
    "“第一段\n“第二段\n“第三段”",
    '对照检查时，把“学了就是\n学好了”的想法（包括\n其他）摆出来，《关于\n意见》"甲\n乙"',
    "没有任何标点",
    "好的:)",
    "“不忘初心“牢记使命””",
    "“晨访制”要求“每天走访两户以上农户”和“当天记录”，“和”字写得小。",
    "“三农”“四风”问题、“形式主义”四风“之首”，“带着问题下村，坚持‘晨访制’不走样”。",
]


@pytest.mark.parametrize("marked", FAULTS)
def test_faults(marked: str) -> None:
    assert [(f.quote, f.span.start) for f in _findings(marked)] == list(_wanted(marked))


@pytest.mark.parametrize("text", SOUND)
def test_sound_text(text: str) -> None:
    assert _findings(text) == []


@pytest.mark.parametrize("quotation", ["”学用结合“", "’两山‘"])
def test_a_quotation_whose_marks_are_exchanged_is_one_fault(quotation: str) -> None:
    (found,) = _findings(f"对{quotation}的要求理解不深。")
    assert (found.quote, found.span.start) == (quotation, 1)
    assert found.message == "这一对引号左右写反了。"
    assert found.fix
    assert "".join(edit.text for edit in found.fix.edits) in ("“”", "‘’")


@pytest.mark.parametrize(
    "text",
    [
        "主题是“转变作风，推动⟦”十五五“⟧规划开好局”。",
        "落实“晨访制”。会议以“带着问题下村，坚持⟦”晨访制“⟧不走样”为题。",
    ],
)
def test_a_quotation_exchanged_within_another_is_found_though_all_marks_pair(text: str) -> None:
    (found,) = _findings(text)
    assert (found.span.start, found.span.end) == (text.index("⟦"), text.index("⟧") - 1)


def test_the_message_says_which_fault_it_is() -> None:
    missing, direction, crossed = (
        _findings(text)[0].message for text in ("对“甲的要求", "对“甲“的要求", "《关于“甲的意见》”")
    )
    assert missing == "这里的左引号缺少右引号。"
    assert direction == "这里的引号左右写反了。"
    assert crossed.startswith("这里的标点与里层的标点交叉")


def _findings(marked: str) -> list[Finding]:
    text = marked.replace("⟦", "").replace("⟧", "")
    return [f for f in _LINTER.check_bytes("draft.txt", text.encode()).findings if f.code == "TXT101"]


def _wanted(marked: str) -> list[tuple[str, int]]:
    pieces = marked.split("⟦")
    starts = [len("".join(pieces[: n + 1]).replace("⟧", "")) for n in range(len(pieces) - 1)]
    return [(piece[0], start) for piece, start in zip(pieces[1:], starts, strict=True)]
