"""Findings that were agreed not to count: by configuration, Word comment and Markdown comment."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from docklint.folders import drafts_below
from docklint.linter import Linter
from docklint.results import FileResult
from docklint.runner.unused_tables import UnusedTables
from docklint.settings import Request, Settings
from docklint.workspace import Workspace
from tests.docx_builder import comment, commented, package, para
from tests.running import CLEAN, FAULTY, docklint

GENERIC = Linter(Settings(profile="generic"))


def seen(result: FileResult) -> list[tuple[str, str, str | None]]:
    """Return code, quote and (if it is suppressed) kind and reason of each finding."""
    return [
        (
            each.code,
            each.quote,
            f"{each.suppressed.kind}: {each.suppressed.reason}" if each.suppressed else None,
        )
        for each in result.findings
    ]


def messages(result: FileResult) -> list[str]:
    return [each.message for each in result.findings if each.code == "DL904"]


def markdown(text: str) -> FileResult:
    return GENERIC.check_bytes("a.md", text.encode())


def word(*blocks: str, comments: list[str]) -> FileResult:
    return GENERIC.check_bytes("a.docx", package(*blocks, comments=comments))


def configured(tmp_path: Path, tables: str, *texts: str) -> list[FileResult]:
    """Check drafts under a configuration with these tables, as one run."""
    (tmp_path / "docklint.toml").write_text('profile = "generic"\n' + tables, "utf-8")
    workspace = Workspace(Request())
    paths = [str(tmp_path / f"{number}.txt") for number in range(len(texts))]
    return passed(workspace, *zip(paths, texts, strict=True))


def passed(workspace: Workspace, *drafts: tuple[str, str]) -> list[FileResult]:
    """Check drafts as one run does; each is a path and its text."""
    unused = UnusedTables(workspace)
    told: list[FileResult] = []
    for path, text in drafts:
        told += unused.passed(workspace.of(path).check_bytes(path, text.encode()))
    return [*told, *unused.rest()]


def table(rule: str = "RED101", quote: str = "流程*年", reason: str = "理由", path: str = "") -> str:
    more = f'path = "{path}"\n' if path else ""
    return f'[[suppress]]\nrule = "{rule}"\nquote = "{quote}"\nreason = "{reason}"\n{more}'


# Markdown


def test_a_comment_in_the_paragraph() -> None:
    text = FAULTY.replace("没有改过。", "没有改过。<!-- docklint: ignore RED101 通知原文如此 -->", 1)
    assert seen(markdown(text)) == [("RED101", "*", "comment: 通知原文如此")]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_a_comment_on_its_own_line_is_about_the_next_paragraph(gap: str) -> None:
    text = FAULTY.replace("（一）理论", f"<!-- docklint: ignore RED101 理由 -->{gap}（一）理论", 1)
    assert seen(markdown(text)) == [("RED101", "*", "comment: 理由")]


def test_a_comment_is_about_no_other_paragraph() -> None:
    text = FAULTY.replace("（二）工作", "<!-- docklint: ignore RED101 理由 -->\n（二）工作", 1)
    result = markdown(text)
    assert [(code, kind) for code, _, kind in seen(result)] == [("RED101", None), ("DL904", None)]
    assert messages(result) == ["这里约定忽略RED101，但这一段已经没有这类问题。"]
    assert result.statuses["DL904"] == "findings"


def test_two_comments_above_one_paragraph() -> None:
    notes = "<!-- docklint: ignore RED101 理由 -->\n<!-- docklint：ignore TXT101 另一理由 -->\n"
    text = FAULTY.replace("（一）理论", notes + "（一）理论", 1).replace("改过。", "“改过。", 1)
    assert [kind for _, _, kind in seen(markdown(text))] == ["comment: 理由", "comment: 另一理由"]


@pytest.mark.parametrize(
    "note",
    [
        "docklint: ignore RED101 理由",
        "docklint：ignore RED101：理由",
        "DOCKLINT: IGNORE red101 理由",
        "docklint: ignore RED 理由",
        "docklint: ignore RED101,TXT101 理由",
        "docklint: ignore RED101、TXT101 理由",
        "docklint: ignore RED101 —— 理由",
        "docklint: ignore\n RED101\n 理由",
    ],
)
def test_forms_of_a_note(note: str) -> None:
    text = FAULTY.replace("没有改过。", f"没有改过。<!-- {note} -->", 1)
    assert ("RED101", "*", "comment: 理由") in seen(markdown(text))


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("docklint: ignore RED101", "这里约定忽略RED101，但没有写理由，所以不起作用。"),
        ("docklint: ignore RED999 理由", "这里约定忽略RED999，但没有这条规则。"),
        (
            "docklint: ingore RED101 理由",
            "这条写给docklint的批注看不明白，应为“docklint: ignore 规则代码 理由”。",
        ),
        ("docklint: 不用查", "这条写给docklint的批注看不明白，应为“docklint: ignore 规则代码 理由”。"),
    ],
)
def test_a_note_that_does_nothing_is_told(note: str, said: str) -> None:
    result = markdown(FAULTY.replace("没有改过。", f"没有改过。<!-- {note} -->", 1))
    assert messages(result) == [said]
    assert ("RED101", "*", None) in seen(result)


def test_a_note_is_not_part_of_the_draft() -> None:
    note = "<!-- docklint: ignore RED101 XX与【待补充】、“半个引号 -->"
    result = markdown(FAULTY.replace("（一）理论", f"{note}\n（一）理论", 1))
    assert [code for code, _, _ in seen(result)] == ["RED101"]
    # Nor does it make an empty section full.
    empty = CLEAN.split("二、原因分析")[0] + f"二、原因分析\n{note}\n三、整改措施\n完善学习制度。\n"
    assert "SEC106" in [code for code, _, _ in seen(markdown(empty))]


def test_other_comments_of_markdown_are_no_notes() -> None:
    assert seen(markdown(FAULTY.replace("（一）理论", "<!-- 一、草稿 -->\n（一）理论", 1))) == [
        ("RED101", "*", None)
    ]


def test_text_files_have_no_comments() -> None:
    text = FAULTY.replace("没有改过。", "没有改过。<!-- docklint: ignore RED101 理由 -->", 1)
    assert [kind for _, _, kind in seen(GENERIC.check_bytes("a.txt", text.encode()))] == [None]


def test_an_idle_note_of_a_rule_that_did_not_run_is_not_told() -> None:
    linter = Linter(Settings(profile="generic", ignore=("RED",)))
    text = FAULTY.replace("没有改过。", "没有改过。<!-- docklint: ignore RED101 理由 -->", 1)
    assert linter.check_bytes("a.md", text.encode()).findings == ()


def test_the_rule_about_suppressions_can_be_switched_off() -> None:
    linter = Linter(Settings(profile="generic", ignore=("DL904",)))
    result = linter.check_bytes("a.md", CLEAN.replace("一、", "<!-- docklint: x -->\n一、", 1).encode())
    assert result.findings == ()
    assert result.statuses["DL904"] == "disabled"


# Word


def blocks(note: str, anchored: str = "查档流程*年") -> tuple[list[str], list[str]]:
    """Return the paragraphs of the faulty draft, one passage of it commented, and the comments."""
    lines = []
    for line in FAULTY.splitlines():
        before, found, after = line.partition(anchored)
        lines.append(para(before, commented(0, found), after) if found else para(line))
    return lines, [comment(0, para(note))]


def test_a_word_comment_at_the_paragraph() -> None:
    lines, comments = blocks("docklint: ignore RED101 按要求隐去")
    result = word(*lines, comments=comments)
    assert seen(result) == [("RED101", "*", "comment: 按要求隐去")]
    assert result.statuses["DOC102"] == "passed"


def test_a_word_comment_anywhere_in_the_paragraph() -> None:
    lines, comments = blocks("docklint: ignore RED101 按要求隐去", "专题研讨")
    assert seen(word(*lines, comments=comments)) == [("RED101", "*", "comment: 按要求隐去")]


def test_a_word_comment_elsewhere_is_idle_and_points_at_what_it_is_anchored_to() -> None:
    lines, comments = blocks("docklint: ignore RED101 按要求隐去", "只去过两个")
    assert sorted(seen(word(*lines, comments=comments))) == [
        ("DL904", "只去过两个", None),
        ("RED101", "*", None),
    ]


def test_a_word_comment_to_docklint_is_no_leftover_and_no_text() -> None:
    lines, comments = blocks("docklint: ignore RED101 原文就是XX、【待补充】和“半个")
    assert [code for code, _, _ in seen(word(*lines, comments=comments))] == ["RED101"]


def test_other_word_comments_still_are_leftovers() -> None:
    lines, comments = blocks("docklint: ignore RED101 按要求")
    lines[0] = para(commented(1, "按照"), "通知要求。现将对照检查情况报告如下。")
    both = [*comments, comment(1, para("这里写XX局"))]
    found = [(code, kind) for code, _, kind in seen(word(*lines, comments=both))]
    assert ("DOC102", None) in found
    assert ("RED101", None) in found
    result = word(*lines, comments=both)
    (leftover,) = (each for each in result.findings if each.code == "DOC102")
    assert leftover.data["count"] == 1


def test_a_word_comment_with_several_lines() -> None:
    lines, _ = blocks("")
    comments = [comment(0, para("docklint: ignore RED101 按要求"), para("docklint: ignore NUM101 留着备用"))]
    result = word(*lines, comments=comments)
    assert ("RED101", "*", "comment: 按要求") in seen(result)
    assert messages(result) == ["这里约定忽略NUM101，但这一段已经没有这类问题。"]


def test_the_report_holds_the_document_as_it_is() -> None:
    lines, comments = blocks("docklint: ignore RED101 按要求")
    result = word(*lines, comments=comments)
    assert result.document is not None
    assert [mark.kind for mark in result.document.marks] == ["comment"]
    assert result.document.text.endswith("docklint: ignore RED101 按要求")


# Configuration


@pytest.mark.parametrize("quote", ["*", "流程*年没有改过", "流程 * 年没有改过", "流程＊年"])
def test_a_quote_is_found_however_it_is_typed(tmp_path: Path, quote: str) -> None:
    (result,) = configured(tmp_path, table(quote=quote), FAULTY)
    assert seen(result) == [("RED101", "*", "config: 理由")]


def test_a_quote_elsewhere_suppresses_nothing(tmp_path: Path) -> None:
    (result,) = configured(tmp_path, table(quote="专题研讨"), FAULTY)
    assert [code for code, _, _ in seen(result)] == ["DL904", "RED101"]
    assert messages(result) == [
        "docklint.toml: suppress[1] 约定忽略RED101（“专题研讨”），但检查的文稿里没有这类问题。"
    ]


def test_a_family_may_be_named(tmp_path: Path) -> None:
    (result,) = configured(tmp_path, table(rule="RED"), FAULTY)
    assert seen(result) == [("RED101", "*", "config: 理由")]


def test_a_table_that_one_draft_needs_is_not_idle(tmp_path: Path) -> None:
    for texts in ((FAULTY, CLEAN), (CLEAN, FAULTY), (CLEAN, FAULTY, CLEAN)):
        results = configured(tmp_path, table(), *texts)
        assert [code for result in results for code, _, _ in seen(result)] == ["RED101"]


def test_a_table_no_draft_needs_is_told_once(tmp_path: Path) -> None:
    results = configured(tmp_path, table(), CLEAN, CLEAN)
    assert [seen(result) for result in results] == [[], [("DL904", "", None)]]


def test_a_table_for_one_draft(tmp_path: Path) -> None:
    tables = table(path="1.txt")
    first, second = configured(tmp_path, tables, FAULTY, FAULTY)
    assert seen(first) == [("RED101", "*", None)]
    assert seen(second) == [("RED101", "*", "config: 理由")]
    first, second, third = configured(tmp_path, tables, CLEAN, CLEAN, CLEAN)
    assert [len(each.findings) for each in (first, second, third)] == [0, 0, 1]


def test_an_idle_table_has_its_own_advice(tmp_path: Path) -> None:
    (result,) = configured(tmp_path, table(), CLEAN)
    (finding,) = result.findings
    assert "[[suppress]]" in finding.help
    assert "批注" not in finding.help


@pytest.mark.parametrize("path", ["", "other.txt", "*.txt", "sub/*.txt"])
def test_a_table_is_not_idle_while_a_draft_it_may_be_for_was_not_checked(tmp_path: Path, path: str) -> None:
    (tmp_path / "docklint.toml").write_text('profile = "generic"\n' + table(path=path), "utf-8")
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "other.txt", "sub/b.txt"):
        (tmp_path / name).write_text(CLEAN, "utf-8")
    told = [
        "DL904" in docklint("check", *names, cwd=tmp_path).text
        for names in (["a.txt"], ["a.txt", "other.txt", "sub/b.txt"], ["."])
    ]
    assert told == [False, True, True]


def test_a_table_of_a_configuration_shared_by_folders_is_never_called_idle(tmp_path: Path) -> None:
    shared = tmp_path / "shared" / "docklint.toml"
    shared.parent.mkdir()
    shared.write_text('profile = "generic"\n' + table(), "utf-8")
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")
    assert docklint("check", "a.txt", "--config", shared, cwd=tmp_path).status == 0
    assert "DL904" not in docklint("check", "a.txt", "--config", shared, cwd=tmp_path).text


def test_drafts_with_a_configuration_of_their_own_do_not_keep_a_table_from_being_idle(tmp_path: Path) -> None:
    (tmp_path / "docklint.toml").write_text('profile = "generic"\n' + table(), "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "docklint.toml").write_text('profile = "generic"\n', "utf-8")
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text(CLEAN, "utf-8")
    assert "DL904" in docklint("check", "a.txt", cwd=tmp_path).text


@pytest.fixture
def walked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each draft that is seen on a walk for drafts that were not in the run."""
    seen: list[str] = []

    def walk(folder: str, convert: bool) -> Iterator[str]:
        for draft in drafts_below(folder, convert):
            seen.append(Path(draft).relative_to(folder).as_posix())
            yield draft

    monkeypatch.setattr("docklint.runner.unused_tables.drafts_below", walk)
    return seen


def test_a_walk_ends_at_the_first_draft_that_was_not_checked(tmp_path: Path, walked: list[str]) -> None:
    for name in ("0.txt", "1.txt", "2.txt", "3.txt"):
        (tmp_path / name).write_text(CLEAN, "utf-8")
    (result,) = configured(tmp_path, table() + table(quote="没有") + table(path="*.txt"), CLEAN)
    assert seen(result) == []
    assert walked == ["0.txt", "1.txt"]


def test_there_is_one_walk_for_all_tables(tmp_path: Path, walked: list[str]) -> None:
    for name in ("0.txt", "1.txt"):
        (tmp_path / name).write_text(CLEAN, "utf-8")
    tables = table() + table(quote="没有") + table(path="?.txt")
    results = configured(tmp_path, tables, CLEAN, CLEAN)
    assert [code for result in results for code, _, _ in seen(result)] == ["DL904"] * 3
    assert walked == ["0.txt", "1.txt"]


@pytest.mark.parametrize(
    ("path", "told"), [("sub/a.txt", 1), ("/sub/a.txt", 1), ("a.txt", 0), ("sub/?.txt", 0)]
)
def test_a_table_for_one_path_needs_no_walk(tmp_path: Path, walked: list[str], path: str, told: int) -> None:
    for folder in ("other", "sub"):
        (tmp_path / folder).mkdir()
        for name in ("a.txt", "b.txt"):
            (tmp_path / folder / name).write_text(CLEAN, "utf-8")
    (tmp_path / "docklint.toml").write_text('profile = "generic"\n' + table(path=path), "utf-8")
    workspace = Workspace(Request())
    draft = str(tmp_path / "sub" / "a.txt")
    (result,) = passed(workspace, (draft, CLEAN))
    assert len(seen(result)) == told
    assert bool(walked) is not bool(told)


def test_a_configuration_named_by_a_relative_path_is_held_to_the_same(tmp_path: Path) -> None:
    (tmp_path / "docklint.toml").write_text('profile = "generic"\n' + table(), "utf-8")
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")
    assert "DL904" in docklint("check", "a.txt", "--config", "docklint.toml", cwd=tmp_path).text


def test_a_comment_goes_before_the_configuration_and_both_are_used(tmp_path: Path) -> None:
    (tmp_path / "docklint.toml").write_text('profile = "generic"\n' + table(), "utf-8")
    workspace = Workspace(Request())
    path = str(tmp_path / "a.md")
    text = FAULTY.replace("没有改过。", "没有改过。<!-- docklint: ignore RED101 批注 -->", 1)
    (result,) = passed(workspace, (path, text))
    assert seen(result) == [("RED101", "*", "comment: 批注")]


# What the user sees


def test_suppressed_findings_do_not_count_and_stay_in_json(tmp_path: Path) -> None:
    (tmp_path / "docklint.toml").write_text('profile = "generic"\n' + table(), "utf-8")
    (tmp_path / "a.txt").write_text(FAULTY, "utf-8")
    ran = docklint("check", "a.txt", "-f", "json", cwd=tmp_path)
    report = json.loads(ran.out)
    assert (ran.status, report["exit_code"], report["summary"]["suppressed"]) == (0, 0, 1)
    (finding,) = report["files"][0]["findings"]
    assert finding["suppressed"] == {"kind": "config", "reason": "理由"}


@pytest.mark.parametrize("format", ["text", "concise"])
def test_show_suppressed(tmp_path: Path, format: str) -> None:
    (tmp_path / "docklint.toml").write_text('profile = "generic"\n' + table(), "utf-8")
    (tmp_path / "a.txt").write_text(FAULTY, "utf-8")
    hidden = docklint("check", "a.txt", "-f", format, cwd=tmp_path)
    shown = docklint("check", "a.txt", "-f", format, "--show-suppressed", cwd=tmp_path)
    assert "RED101" not in hidden.text
    assert "RED101" in shown.text
    assert "已按配置忽略：理由" in shown.text
    assert (hidden.status, shown.status) == (0, 0)


def test_several_workers_agree_with_one(tmp_path: Path) -> None:
    (tmp_path / "docklint.toml").write_text('profile = "generic"\n' + table() + table(quote="没有"), "utf-8")
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(FAULTY if number else CLEAN, "utf-8")
    one = docklint("check", ".", "-f", "json", cwd=tmp_path)
    two = docklint("check", ".", "-f", "json", "--jobs", "2", cwd=tmp_path)
    assert one.out == two.out
