"""`docklint compare`: what became of findings and sentences between two versions of one draft."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from docklint import readers
from docklint.comparing.compare import compare, unbounded
from docklint.comparison import Comparison
from docklint.linter import Linter
from docklint.settings import Settings
from docklint.suppressions import SuppressTable
from docklint.version import RULES_DAY, __version__

from ..installing import ROOT
from ..running import docklint
from .versions import drawn, total

FAULTY = (ROOT / "examples" / "faulty.txt").read_text("utf-8")
CLEAN = (ROOT / "examples" / "clean.txt").read_text("utf-8")
LINTER = unbounded(Linter(Settings(profile="2023-theme-education")))


def told(old: str, new: str, linter: Linter = LINTER) -> Comparison:
    return compare(linter, *(readers.parse("a.txt", text.encode(), "final") for text in (old, new)))


def states(comparison: Comparison) -> dict[str, list[str]]:
    """Return by state the codes of its findings, those without any left out."""
    found: dict[str, list[str]] = {}
    for each in comparison.findings:
        found.setdefault(each.state, []).append(each.told.code)
    return found


def unasked(comparison: Comparison) -> list[tuple[str, str]]:
    side = {True: comparison.new.text, False: comparison.old.text}
    return [
        (each.kind, side[bool(each.new)][slice(*(each.new or each.old or (0, 0)))])
        for each in comparison.unasked
    ]


def test_the_fate_of_faults_that_a_script_made() -> None:
    right, wrong, _ = total(drawn(40, 5))
    assert right > 150
    assert right / (right + len(wrong)) >= 0.99, wrong


@pytest.mark.thorough
def test_the_fate_of_many_faults() -> None:
    right, wrong, by_rule = total(drawn(800, 6))
    assert right / (right + len(wrong)) >= 0.99, by_rule


def test_the_same_text_has_no_edits_and_nothing_new() -> None:
    found = told(FAULTY, FAULTY)
    assert (list(states(found)), found.edits) == (["remaining"], ())


def test_what_is_mended_is_fixed_and_what_is_broken_is_new() -> None:
    assert list(states(told(FAULTY, CLEAN))) == ["fixed"]
    assert list(states(told(CLEAN, FAULTY))) == ["new"]


def test_every_edit_that_mends_was_asked_for() -> None:
    assert unasked(told(FAULTY, CLEAN)) == []


def swapped(text: str) -> str:
    """Put the third dimension before the second, both renumbered."""
    lines = text.split("\n")
    second, third = (
        next(at for at, line in enumerate(lines) if line.startswith(f"（{n}）在")) for n in "二三"
    )
    lines[second], lines[third] = (
        lines[third].replace("（三）", "（二）", 1),
        lines[second].replace("（二）", "（三）", 1),
    )
    return "\n".join(lines)


def test_a_dimension_that_moved_as_a_whole_keeps_its_findings() -> None:
    found = states(told(FAULTY, swapped(FAULTY)))
    assert found.pop("new") == ["DIM102"]
    assert list(found) == ["remaining"]
    assert len(found["remaining"]) == len(told(FAULTY, FAULTY).findings)


def test_a_sentence_that_moved_takes_its_finding_along() -> None:
    sentence = "比如：对*村流转大户拖欠租金的苗头没有及时预警，直到41户农户联名反映才介入。"
    assert sentence in FAULTY
    there = "等往别人牵头"
    new = FAULTY.replace(sentence, "", 1).replace(
        "需要多部门配合的工作，往往等别人牵头。", f"需要多部门配合的工作，往往等别人牵头。{sentence}"
    )
    assert there not in new
    comparison = told(FAULTY, new)
    assert [each.told.code for each in comparison.of("moved")] == ["RED101"]
    assert ("moved", sentence) in [
        (each.kind, comparison.new.text[slice(*each.new)]) for each in comparison.edits if each.new
    ]


def test_another_mark_at_the_same_place_is_changed() -> None:
    found = states(told(FAULTY, FAULTY.replace("对*村流转", "对XX村流转")))
    assert found["changed"] == ["RED101"]
    assert "new" not in found
    assert "fixed" not in found


def test_a_like_fault_elsewhere_is_a_new_one() -> None:
    """A mark of one character tells nothing: the old one was mended, another was left."""
    new = FAULTY.replace("对*村流转", "对大田村流转").replace("讨论四次仍未动工", "*次仍未动工")
    found = states(told(FAULTY, new))
    assert found["new"] == ["RED101"]
    assert "RED101" in found["fixed"]


def test_of_two_equal_faults_the_one_that_is_mended_is_fixed() -> None:
    text = CLEAN.replace("村庄规划仍然套用统一模板，没有做到一村一策。", "*村一套模板。*村又一套模板。")
    comparison = told(text, text.replace("*村一套模板。", "大田村一套模板。"))
    (fixed,) = comparison.of("fixed")
    assert fixed.old is not None
    assert comparison.old.text[fixed.old.span.start :].startswith("*村一套")
    assert states(comparison)["remaining"] == ["RED101"]


def test_ordinals_never_count() -> None:
    """The measures count on from where another one was put before them; their gap stays the same gap."""
    head = "三、下一步努力方向和整改措施\n"
    old = CLEAN.replace("（三）压实责任", "（四）压实责任")
    new = CLEAN.replace(head, f"{head}（一）抓好秋粮收购。每周开一次调度会。\n")
    rest = new.index("（一）抓紧理论")
    tail = (
        new[rest:]
        .replace("（三）压实", "（五）压实")
        .replace("（二）强化", "（三）强化")
        .replace("（一）抓紧", "（二）抓紧")
    )
    found = states(told(old, new[:rest] + tail))
    assert found["remaining"] == ["NUM101"]


def test_what_is_agreed_to_be_left_does_not_count() -> None:
    tables = (SuppressTable(rule="RED101", quote="*", reason="约定"),)
    linter = unbounded(Linter(Settings(profile="2023-theme-education", suppress=tables)))
    found = told(CLEAN, CLEAN.replace("大田村", "*村"), linter)
    assert "new" not in states(found)


def test_an_edit_nobody_asked_for_is_told() -> None:
    sentence = "这一条是会后加的。"
    new = FAULTY.replace("以干代学的思想比较突出，", f"{sentence}以干代学的思想比较突出，")
    assert ("added", sentence) in unasked(told(FAULTY, new))


def test_an_example_that_was_missing_was_asked_for() -> None:
    claim = "研讨时谈认识多，回到工作中用得少，离学以致用的要求还有距离。"
    new = FAULTY.replace(claim, f"{claim}比如：3月的研讨材料抄自上年。")
    comparison = told(FAULTY, new)
    assert "EXA101" in states(comparison)["fixed"]
    assert unasked(comparison) == []


WORDS = st.lists(
    st.sampled_from([*"一二（）、。；\n 比如：*是", "学习不够。", "（一）", "一、存在的问题\n"]), max_size=30
)


@settings(max_examples=60)
@given(WORDS, WORDS)
def test_edits_are_empty_exactly_when_the_texts_are_equal(old: list[str], new: list[str]) -> None:
    """And together with what stayed, the edits give both texts."""
    comparison = told(f"无{''.join(old)}", f"无{''.join(new)}")
    assert (comparison.edits == ()) == (comparison.old.text == comparison.new.text)
    for side, spans in (
        ("old", sorted(each.old for each in comparison.edits if each.old)),
        ("new", sorted(each.new for each in comparison.edits if each.new)),
    ):
        assert all(one.end <= other.start for one, other in pairwise(spans)), side
    assert _stayed(comparison, old=True) == _stayed(comparison, old=False)


def _stayed(comparison: Comparison, old: bool) -> str:
    text = comparison.old.text if old else comparison.new.text
    spans = sorted(
        each.old if old else each.new for each in comparison.edits if (each.old if old else each.new)
    )  # type: ignore[type-var]
    for span in reversed(spans):
        assert span is not None
        text = text[: span.start] + text[span.end :]
    return text


def test_thousands_of_equal_sentences_and_faults_are_no_harm() -> None:
    many = "二是学习*不够。" * 800
    comparison = told(FAULTY + many, FAULTY + "开头。" + many)
    assert len(comparison.edits) == 1


# Through the command line


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "旧稿.txt", tmp_path / "新稿.txt"
    old.write_text(FAULTY, "utf-8")
    new.write_text(CLEAN.replace("大田村", "*村"), "utf-8")
    return old, new


def test_the_text_says_what_is_new_first(two: tuple[Path, Path]) -> None:
    old, new = two
    ran = docklint("compare", new, old)
    assert ran.status == 1
    lines = ran.text.splitlines()
    assert lines[1].startswith("按“2023年主题教育专题民主生活会（六个方面）”的要求检查")
    assert lines[2] == "新出现 13 处，没有改 1 处。"
    assert lines[-1].startswith(f"由 docklint {__version__} 生成（规则日期 {RULES_DAY}）。")
    assert ran.text.index("新出现的问题") < ran.text.index("没有改的问题")


def test_only_what_is_new_fails(two: tuple[Path, Path]) -> None:
    old, new = two
    assert docklint("compare", new, old).status == 1
    assert docklint("compare", new, old, "--fail-on", "never").status == 0
    assert docklint("compare", new, new.with_name("x.txt")).status == 2
    new.write_text(CLEAN, "utf-8")
    assert docklint("compare", old, new).status == 0


def test_json_keeps_to_its_schema(two: tuple[Path, Path]) -> None:
    ran = docklint("compare", *two, "--format", "json")
    report = json.loads(ran.text)
    schema = json.loads(docklint("schema", "compare").text)
    Draft202012Validator(schema).validate(report)
    assert report["exit_code"] == ran.status
    assert sum(
        report["summary"][state] for state in ("new", "changed", "moved", "remaining", "fixed")
    ) == len(report["findings"])
    shared = json.loads(docklint("schema", "check").text)["$defs"]
    assert all(schema["$defs"][name] == shared[name] for name in schema["$defs"] if name != "side")


def test_sarif_says_what_became_of_each_result(two: tuple[Path, Path]) -> None:
    schema = json.loads((ROOT / "tests/schemas/sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    log = json.loads(docklint("compare", *two, "--format", "sarif").text)
    Draft202012Validator(schema).validate(log)
    found = {each["baselineState"] for each in log["runs"][0]["results"]}
    assert found >= {"absent"}
    assert found <= {"absent", "unchanged", "updated", "new"}


def test_pages_and_markdown_keep_the_drafts_words_as_words(tmp_path: Path) -> None:
    old, new = tmp_path / "a.txt", tmp_path / "b.txt"
    old.write_text(FAULTY, "utf-8")
    new.write_text(FAULTY.replace("学得不深不透", "<script>alert(1)</script>*不透"), "utf-8")
    page = docklint("compare", old, new, "--format", "html").text
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert set(re.findall(r'href="#([on]\d+)"', page)) <= set(re.findall(r'id="([on]\d+)"', page))
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page
    assert r"\<script\>" in docklint("compare", old, new, "--format", "markdown").text


def test_mistakes_are_one_sentence(two: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = two
    for arguments, words in (
        ((old, old), "同一份文稿"),
        ((old, tmp_path), "不是普通文件"),
        ((old, new, "--output", old), "--output 指向了要检查的文稿"),
        ((old, new, "--format", "gitlab"), "gitlab"),
        ((old,), "NEW"),
    ):
        ran = docklint("compare", *arguments)
        assert (ran.status, ran.said.count("\n")) == (2, 1), ran.said
        assert words in ran.said


def test_a_new_version_may_come_from_a_pipe(two: tuple[Path, Path]) -> None:
    ran = docklint("compare", two[0], "-", given=FAULTY.encode())
    assert ran.status == 0
    assert "两稿文字完全相同" in ran.text


def test_word_files_are_told_by_paragraph(tmp_path: Path) -> None:
    ran = docklint("compare", ROOT / "examples/clean.docx", ROOT / "examples/faulty.docx")
    assert ran.status == 1
    assert "第 4 段" in ran.text
