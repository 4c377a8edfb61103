"""What an annotated draft holds: each finding at its very characters, one comment a place, and one that sums up."""

from __future__ import annotations

import re

import pytest

import docklint
from docklint.word import errors
from docklint.word.own import SUMMARY
from tests import docx_builder as b
from tests.annotating.drafts import TEXT, comments, draft, findings, told
from tests.running import READY
from tests.word_writing.writing import WRITTEN, read, undeclared, unlike


def test_every_finding_is_told_at_its_characters() -> None:
    found = findings(draft())
    assert len(found) > 5
    wanted = {f"{each.code} {each.fingerprint}": each.span for each in found}
    there = dict(told(docklint.annotate(draft(), name="稿.docx")))
    assert there.keys() == wanted.keys()
    exact = {tag: span for tag, span in wanted.items() if span.start < span.end}
    assert {tag: there[tag] for tag in exact} == exact


def test_what_a_comment_says() -> None:
    (finding,) = [each for each in findings(draft()) if each.code == "RED102"]
    said = comments(docklint.annotate(draft()))["【待补充】"]
    assert said.split("\n") == [
        f"错误：{finding.message}",
        f"建议：{finding.help}",
        f"[RED102 · {finding.fingerprint}]",
    ]
    english = comments(docklint.annotate(draft(), lang="en"))["【待补充】"]
    assert english.startswith("error: ")


def _summing_up(data: bytes, **options: object) -> list[str]:
    annotated = docklint.annotate(data, **options)  # type: ignore[arg-type]
    return comments(annotated)[read(data).text.partition("\n")[0]].split("\n")


def test_the_title_sums_up() -> None:
    checked = docklint.check(draft(), name="稿.docx")
    said = _summing_up(draft())
    reasons = "；".join(checked.verdict_reasons())
    assert checked.verdict in ("revise", "return")
    assert said[0] == f"结论：{'修改后提交' if checked.verdict == 'revise' else '退回重写'}。{reasons}。"
    assert said[1].startswith(f"共发现 {len(checked.findings)} 处")
    assert said[-1] == str(SUMMARY)
    english = _summing_up(draft(), lang="en")
    assert "; ".join(checked.verdict_reasons("en")) in english[0]


def test_what_was_not_checked_is_summed_up() -> None:
    said = _summing_up(draft(), select=["SEC103"])
    assert re.fullmatch("结论：未检查。.*只查了 1 条规则，有 .* 条没有查。", said[0])
    assert said[1] == "其余的都查过了，没有发现问题。"
    assert _summing_up(b.typed(READY))[:2] == ["结论：可提交。", "没有发现问题。"]


def test_one_comment_a_place_the_worst_first() -> None:
    text = "一、存在的问题\n（一）学习方面。学习不够。\n"
    data = b.typed(text)
    places = {each.span for each in findings(data)}
    annotated = docklint.annotate(data)
    own = [span for _, span in told(annotated)]
    assert len(own) == len(findings(data))
    assert b.entries(annotated)["word/comments.xml"].decode().count("<w:comment ") == len(places) + 1


def test_findings_that_do_not_count_get_no_comment() -> None:
    text = TEXT.replace("三、整改", "docklint: ignore RED102 领导已知\n三、整改")
    data = b.typed(text)
    suppressed = {each.fingerprint for each in findings(data) if each.suppressed}
    assert not {tag.partition(" ")[2] for tag, _ in told(docklint.annotate(data))} & suppressed


def test_the_same_bytes_again() -> None:
    once = docklint.annotate(draft())
    assert docklint.annotate(draft()) == once
    assert docklint.annotate(once) == once


def test_nothing_but_comments_changes() -> None:
    data = undeclared(draft())
    assert unlike(data, docklint.annotate(data)) == WRITTEN


def test_a_finding_that_is_gone_takes_its_comment_along() -> None:
    annotated = docklint.annotate(draft())
    parts: dict[str, bytes | str] = dict(b.entries(annotated))
    parts["word/document.xml"] = b.entries(annotated)["word/document.xml"].replace(
        "【待补充】".encode(), "周末没有安排人值班".encode()
    )
    again = docklint.annotate(b.zipped(parts))
    assert "RED102" in "".join(comments(annotated).values())
    assert "RED102" not in "".join(comments(again).values())


def test_who_and_when() -> None:
    said = b.entries(docklint.annotate(draft()))["word/comments.xml"].decode()
    assert 'w:author="docklint"' in said
    assert 'w:initials="dl"' in said
    assert "w:date" not in said
    named = docklint.annotate(draft(), author="Li Qing", date="2026-01-31T00:00:00Z")
    said = b.entries(named)["word/comments.xml"].decode()
    assert 'w:author="Li Qing" w:date="2026-01-31T00:00:00Z" w:initials="LQ"' in said
    assert docklint.annotate(named) == docklint.annotate(draft())


def test_automatic_numbers_are_told_of_at_the_words_behind_them() -> None:
    data = b.numbered("一、存在的问题\n三、整改措施\n")
    said = docklint.annotate(data, select=["NUM", "SEC"])
    assert any("自动生成的“三、”" in words for words in comments(said).values())


@pytest.mark.parametrize(
    "data", [b.strict(TEXT), b.all_inserted(TEXT), b.in_controls(TEXT), b.in_cells(TEXT), b.with_line_breaks(TEXT)]
)  # fmt: skip
def test_other_shapes(data: bytes) -> None:
    found = {f"{each.code} {each.fingerprint}": each.span for each in findings(data) if each.quote}
    there = dict(told(docklint.annotate(data)))
    assert {tag: there[tag] for tag in found} == found


@pytest.mark.parametrize("text", ["没有结构。\n", TEXT])
def test_only_word_files(text: str) -> None:
    with pytest.raises(errors.NotWritable):
        docklint.annotate(text.encode(), name="稿.txt")


def test_a_path_will_do(tmp_path: object) -> None:
    with pytest.raises(docklint.DraftError):
        docklint.annotate("没有这个文件.docx")
