"""Sentences an author understands at once: no mark that quotes itself, one kind of numeral, whole words, no codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from docklint import packs
from docklint.packs import Library
from docklint.structure.correspondence.link_evidence import shared
from tests.cli_door import docklint_here
from tests.docx_builder import package
from tests.running import CLEAN, READY

MARKER = CLEAN.replace("青禾县档案馆领导班子", "青禾县档案馆领导班子在主题教育专题民主生活会上")


@pytest.fixture(scope="module")
def library() -> Library:
    return packs.load()


def messages(text: str, folder: Path, *options: str) -> dict[str, str]:
    draft = folder / "稿.txt"
    draft.write_text(text, "utf-8")
    [file] = json.loads(docklint_here("check", draft, "-f", "json", *options).out)["files"]
    return {each["code"]: each["message"] for each in file["findings"]}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("对“打折扣的问题", "这里的左引号缺少右引号。"),
        ("对打折扣”的问题", "这里的右引号缺少左引号。"),
        ("对《条例的问题", "这里的左书名号缺少右书名号。"),
        ("对条例》的问题", "这里的右书名号缺少左书名号。"),
        ("对调研（含暗访的问题", "这里的左括号缺少右括号。"),
        ("对【含暗访的问题", "这里的左括号缺少右括号。"),
        ('对"打折扣的问题', "这一段的英文引号是单数，这里的一个没有成对。"),
        ("对“打折扣“的问题", "这里的引号左右写反了。"),
        ("对《打折扣《的问题", "这里的书名号左右写反了。"),
        ("《关于“甲的意见》”", "这里的标点与里层的标点交叉了：里层的还没有结束，外层的先结束了。"),
    ],
)
def test_a_mark_is_named_and_not_shown_in_its_own_sentence(words: str, told: str, tmp_path: Path) -> None:
    text = READY.replace("落实打了折扣。", f"{words}落实打了折扣。")
    assert messages(text, tmp_path)["TXT101"] == told


@pytest.mark.parametrize(
    ("announced", "told"),
    [
        ("主要有以下四个方面的原因。", "这里写的是“四个方面”，后面实际有三个。"),
        ("主要有以下4个方面的原因。", "这里写的是“4个方面”，后面实际有3个。"),
        ("主要有以下两条原因。", "这里写的是“两条原因”，后面实际有三条。"),
        ("主要有以下五点。", "这里写的是“五点”，后面实际有三点。"),
        ("主要有以下四大原因。", "这里写的是“四大原因”，后面实际有三个。"),
    ],
)
def test_a_sentence_has_one_kind_of_numeral(announced: str, told: str, tmp_path: Path) -> None:
    text = READY.replace("二、存在问题原因分析\n", f"二、存在问题原因分析\n{announced}\n")
    assert messages(text, tmp_path)["NUM108"] == told


def test_problems_are_counted_in_chinese(tmp_path: Path) -> None:
    told = messages(CLEAN.replace("比如：查档流程三年没有改过。", ""), tmp_path)["EXA101"]
    assert told.startswith("“理论学习”方面的第二项问题没有事例")


def test_a_date_alone_is_no_evidence_to_tell(tmp_path: Path) -> None:
    text = CLEAN.replace("比如：2023年5月的专题研讨准备不足。", "2023年5月的专题研讨准备不足，讨论冷清。")
    told = messages(text, tmp_path, "--profile=2023-theme-education", "--select=EXA104")["EXA104"]
    assert "“2023年5月的专题研讨准备不足”" in told


def test_a_quotation_inside_a_quotation_has_single_marks(tmp_path: Path) -> None:
    text = READY.replace("三、下一步努力方向和整改措施", "三、针对“四个带头”的努力方向和整改措施").replace(
        "二、存在问题原因分析\n", "二、存在问题原因分析\n（零）"
    )
    for told in messages(text, tmp_path, "--profile", "2024").values():
        depth = 0
        for sign in told:
            depth += (sign == "“") - (sign == "”")
            assert depth in (0, 1), told


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("纪律约束不严。", "纪律约谈不多。", "纪律"),
        ("全年开展1次警示教育会。", "开展2次警示教育会。", "警示教育会"),
        ("群众文化生活单调。", "组织群众文艺演出。", "群众"),
        ("党的创新理论学得少。", "党的创新理论讲得少。", "党的创新理论"),
    ],
)
def test_what_two_parts_share_is_told_in_whole_words(
    one: str, other: str, words: str, library: Library
) -> None:
    assert shared(one, other, library.grammar)[0] in (words, words.removesuffix("会"))


def test_what_was_not_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    draft = tmp_path / "稿.docx"
    draft.write_bytes(package(*READY.splitlines(), "<w:p><w:r><w:object/></w:r></w:p>"))
    sentence = "嵌入的对象（如表格文件、公式）读不到"
    for format in ("html", "json", "junit", "text", "markdown", "sarif"):
        told = docklint_here("check", draft, "-f", format).text.replace("\\", "").replace("\n", "")
        assert sentence in told, format
        assert format == "json" or "embedded-object" not in told


def test_a_list_of_checks_accuses_nobody(tmp_path: Path, library: Library) -> None:
    draft = tmp_path / "稿.txt"
    draft.write_text(READY, "utf-8")
    page = docklint_here("check", draft, "-f", "html").text
    assert "应有的部分是否齐全" in page
    for rule in library.rules.values():
        assert f"</span> {rule.zh.summary}</li>" not in page or rule.zh.checks == ""
        assert rule.zh.checks == "" or re.search("是否|有没有", rule.zh.checks), rule.code


def test_places_of_one_line_are_told_as_a_sentence(tmp_path: Path) -> None:
    draft = tmp_path / "稿.txt"
    draft.write_text(READY.replace("2024年3月传达", "*县*镇传达XX"), "utf-8")
    told = docklint_here("check", draft, "--select", "RED101").text
    assert re.search(
        "这一行共 3 处：第 [0-9]+ 列、第 [0-9]+ 列、第 [0-9]+ 列的“XX”",
        re.sub("\n *", "", told),
    )
