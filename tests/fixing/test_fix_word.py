"""`docklint fix` on Word files: tracked changes that lead back to the draft, and on to what silent edits give."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from docklint.fixing.result import fixed_bytes
from docklint.fixing.rounds import fix
from docklint.linter import Linter
from docklint.settings import Settings
from docklint.word.errors import Protected
from tests import docx_builder as b
from tests.docx_xml import simple_field
from tests.fixing.drafts import MENDED, SAFE, UNSAFE
from tests.installing import ROOT
from tests.running import CLEAN, docklint
from tests.word.conftest import CORPUS
from tests.word_writing.writing import body, read, unlike, with_part

GENERIC = ("--profile", "generic")
DATE = "2025-01-06T09:30:00Z"


def protected(data: bytes, edit: str) -> bytes:
    """Forbid editing but for what `edit` names."""
    words = f'<w:documentProtection w:edit="{edit}" w:enforcement="1"/>'
    return with_part(data, "settings", f"{b.R}/settings", f'<w:settings xmlns:w="{b.W}">{words}</w:settings>')


def both_ways(data: bytes, name: str = "draft.docx") -> bytes:
    """Fix everything both ways, check all views, and give the tracked one."""
    fixed = fix(Linter(Settings()), name, data, unsafe=True)
    assert fixed.before.document is not None
    assert fixed.after.document is not None
    tracked, plain = fixed_bytes(data, fixed, date=DATE), fixed_bytes(data, fixed, plain=True)
    expected = fixed.after.document.text
    assert read(tracked).text == read(plain).text == expected
    assert read(tracked, "original").text == read(data, "original").text
    assert [each.kind for each in read(plain).marks] == [each.kind for each in fixed.before.document.marks]
    assert unlike(data, tracked) | unlike(data, plain) <= {
        name for name in unlike(data, plain) if fixed.edits
    }
    assert len(unlike(data, tracked)) <= 1
    again = fix(Linter(Settings()), name, plain, unsafe=True)
    assert not again.edits, [each.finding.code for each in again.made]
    return tracked


def test_tracked_and_plain_through_the_command(tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_bytes(b.typed(SAFE))
    before = draft.read_bytes()
    ran = docklint(
        "fix", draft, *GENERIC, "-o", tmp_path / "a.docx", "--author", "李青", "--date", "2025-01-06"
    )
    assert ran.status == 0, ran.said
    tracked = (tmp_path / "a.docx").read_bytes()
    assert read(tracked).text == MENDED
    assert read(tracked, "original").text == SAFE
    assert set(re.findall('w:author="(.*?)" w:date="(.*?)"', body(tracked))) == {
        ("李青", "2025-01-06T00:00:00Z")
    }
    docklint("fix", draft, *GENERIC, "-o", tmp_path / "b.docx", "--plain")
    plain = (tmp_path / "b.docx").read_bytes()
    assert read(plain).text == MENDED
    assert "w:ins" not in body(plain)
    assert draft.read_bytes() == before
    assert unlike(before, tracked) == unlike(before, plain) == {"word/document.xml"}


def test_the_same_gives_the_same_bytes_and_no_date_of_its_own() -> None:
    data = b.typed(SAFE)
    fixed = fix(Linter(Settings(profile="generic")), "draft.docx", data)
    assert fixed_bytes(data, fixed) == fixed_bytes(data, fixed)
    assert "w:date" not in body(fixed_bytes(data, fixed))


def test_nothing_to_fix_is_an_equal_copy(tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_bytes(b.typed(MENDED))
    ran = docklint("fix", draft, *GENERIC, "-o", tmp_path / "copy.docx")
    assert (ran.status, ran.text) == (0, "")
    assert (tmp_path / "copy.docx").read_bytes() == draft.read_bytes()


def test_the_paragraph_is_named(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(b.typed(SAFE))
    assert "第 4 段：删去“、” [NUM107]" in docklint("fix", tmp_path / "draft.docx", *GENERIC).text


@pytest.mark.parametrize("text", [SAFE, UNSAFE], ids=["safe", "unsafe"])
@pytest.mark.parametrize("build", b.SHAPES.values(), ids=b.SHAPES)
def test_both_ways(build: Callable[[str], bytes], text: str) -> None:
    both_ways(build(text))


def test_an_automatic_number_is_no_text() -> None:
    """The typed ordinal behind it goes; a number that Word writes is never edited."""
    lines = MENDED.rstrip("\n").split("\n")
    paragraphs = [
        b.para(f"二、{line[2:]}" if number else line[2:], num=(1, 0)) if line[1] == "、" else line
        for number, line in ((line.startswith("二、"), line) for line in lines)
    ]
    data = b.package(
        *paragraphs, numbering=b.abstract(0, b.level(0, "%1、", "chineseCounting")) + b.num(1, 0)
    )
    assert "二、二、原因分析" in read(data).text
    tracked = both_ways(data)
    assert "\n二、原因分析" in read(tracked).text
    assert [line.label for line in read(tracked).lines] == [line.label for line in read(data).lines]


def test_the_result_of_a_field_is_left_and_told(tmp_path: Path) -> None:
    lines = SAFE.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("（二）、"))
    lines[at] = b.para(simple_field(" SEQ 1 ", "（二）、"), lines[at].removeprefix("（二）、"))
    draft = tmp_path / "draft.docx"
    draft.write_bytes(b.package(*lines))
    assert read(draft.read_bytes()).text == SAFE
    ran = docklint("fix", draft, *GENERIC, "-o", tmp_path / "copy.docx")
    assert read((tmp_path / "copy.docx").read_bytes()).text == MENDED.replace("（二）工", "（二）、工")
    assert "第 4 段：删去“、” [NUM107]：没有改，域的结果由 Word 更新" in ran.said


def test_within_somebody_elses_insertion() -> None:
    lines = [b.para(b.inserted(line)) if line else line for line in SAFE.split("\n")[:-1]]
    tracked = both_ways(b.package(*lines))
    assert re.search("<w:ins [^>]*><w:del ", body(tracked))


def test_protection_for_tracked_changes_allows_these_alone() -> None:
    data = protected(b.typed(SAFE), "trackedChanges")
    fixed = fix(Linter(Settings(profile="generic")), "draft.docx", data)
    assert read(fixed_bytes(data, fixed)).text == MENDED
    with pytest.raises(Protected):
        fixed_bytes(data, fixed, plain=True)


@pytest.mark.parametrize("kind", ["read-only", "signed"])
def test_refused_in_one_sentence(tmp_path: Path, kind: str) -> None:
    lines = SAFE.rstrip("\n").split("\n")
    signed = b.package(*lines, extra={"_xmlsignatures/sig1.xml": "<x/>"})
    draft = tmp_path / "draft.docx"
    draft.write_bytes(signed if kind == "signed" else protected(b.typed(SAFE), "readOnly"))
    ran = docklint("fix", draft, *GENERIC, "-o", tmp_path / "copy.docx")
    assert (ran.status, ran.text) == (2, "")
    assert ran.said.count("\n") == 1
    assert not (tmp_path / "copy.docx").exists()


@pytest.mark.parametrize("command", ["fix", "annotate"])
def test_a_word_file_that_is_there_is_replaced_by_force_alone(tmp_path: Path, command: str) -> None:
    (tmp_path / "draft.docm").write_bytes(b.typed(SAFE))
    (tmp_path / "old.docm").write_bytes(b"PK\x03\x04 somebody's work")
    (tmp_path / "old.odt").write_bytes(b"PK\x03\x04 somebody's work")
    for name, more, status in (
        ("old.docm", [], 2),
        ("old.odt", ["--force"], 2),
        ("new.docx", [], 2),
        ("draft.docm", ["--force"], 2),
        ("old.docm", ["--force"], 0),
    ):
        ran = docklint(command, "draft.docm", *GENERIC, "-o", name, *more, cwd=tmp_path)
        assert ran.status == status, ran.said
        assert (tmp_path / "draft.docm").read_bytes() == b.typed(SAFE)
    assert read((tmp_path / "old.docm").read_bytes()).text.startswith(SAFE[:20])
    assert (tmp_path / "old.odt").read_bytes() == b"PK\x03\x04 somebody's work"
    assert not (tmp_path / "new.docx").exists()


def test_not_in_place_and_not_where_word_has_it_open(tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_bytes(b.typed(SAFE))
    (tmp_path / "~$copy.docx").write_bytes(b"")
    for arguments, sentence in (
        (["-i"], "不就地修改"),
        (["-o", tmp_path / "copy.docx"], "正在 Word 或 WPS 中打开"),
    ):
        ran = docklint("fix", draft, *GENERIC, *arguments)
        assert ran.status == 2
        assert sentence in ran.said
    assert draft.read_bytes() == b.typed(SAFE)


_READABLE = [path for path in CORPUS if not path.name.endswith("_password.docx")]


@pytest.mark.thorough
@pytest.mark.parametrize("path", _READABLE, ids=lambda path: path.name[:60])
def test_every_measured_file(path: Path) -> None:
    both_ways(path.read_bytes(), path.name)


def test_only_the_text_after_the_changes_is_mended(tmp_path: Path) -> None:
    draft = tmp_path / "稿.docx"
    shutil.copy(ROOT / "examples" / "faulty.docx", draft)
    (tmp_path / "docklint.toml").write_text('revisions = "original"\n', "utf-8")
    refused = docklint("fix", draft, cwd=tmp_path)
    assert (refused.status, refused.out, refused.said.count("\n")) == (2, b"", 1)
    assert "--revisions final" in refused.said
    assert docklint("fix", draft, "--revisions", "original", "--isolated", cwd=tmp_path).status == 2
    assert docklint("fix", draft, "--revisions", "final", cwd=tmp_path).status == 0
    (tmp_path / "稿.txt").write_text(CLEAN, "utf-8")
    assert docklint("fix", "稿.txt", cwd=tmp_path).status == 0
