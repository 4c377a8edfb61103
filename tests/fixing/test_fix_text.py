"""`docklint fix` on text: what is shown, what is written, what stays to the byte."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from tests.fixing.drafts import MENDED, SAFE, UNSAFE
from tests.running import CLEAN, docklint

GENERIC = ("--profile", "generic")
ENCODINGS = {
    "utf-8": (b"", "utf-8"),
    "utf-8-sig": (codecs.BOM_UTF8, "utf-8"),
    "utf-16": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be": (codecs.BOM_UTF16_BE, "utf-16-be"),
    "gb18030": (b"", "gb18030"),
}


def _fix(path: Path, *arguments: str | Path, status: int = 0) -> tuple[str, str]:
    ran = docklint("fix", path, *GENERIC, *arguments)
    assert ran.status == status, ran.said
    return ran.text, ran.said


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(SAFE, "utf-8")
    return path


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, encoding: str, line_end: str) -> None:
    mark, codec = ENCODINGS[encoding]
    path = tmp_path / "draft.md"
    path.write_bytes(mark + SAFE.replace("\n", line_end).encode(codec))
    path.chmod(0o640)
    _fix(path, "--in-place")
    assert path.read_bytes() == mark + MENDED.replace("\n", line_end).encode(codec)
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["draft.md"]


def test_mixed_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    def mixed(text: str) -> bytes:
        ends = ["\r\n", "\n", "\r"]
        lines = text.split("\n")
        return "".join(line + ends[at % 3] for at, line in enumerate(lines)).encode()

    path = tmp_path / "draft.txt"
    path.write_bytes(mixed(SAFE))
    _fix(path, "--in-place")
    assert path.read_bytes() == mixed(MENDED)


def test_without_a_place_to_write_to_it_only_shows(draft: Path) -> None:
    shown, said = _fix(draft)
    assert shown == _fix(draft, "--diff")[0]
    assert "第 4 行：删去“、” [NUM107]；把“⼊”改为“入” [TXT102]\n- （二）、工作作风方面。" in shown
    assert "\n+ （二）工作作风方面。" in shown
    assert "还什么都没有写入" in said
    assert draft.read_text("utf-8") == SAFE


def test_a_copy_and_again(draft: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    _fix(draft, "--output", copy)
    assert copy.read_text("utf-8") == MENDED
    assert draft.read_text("utf-8") == SAFE
    again = tmp_path / "again.txt"
    _, said = _fix(copy, "--output", again)
    assert again.read_bytes() == copy.read_bytes()
    assert "没有可以自动修改的地方" in said


def test_what_may_be_meant_otherwise_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(UNSAFE, "utf-8")
    shown, said = _fix(path)
    assert shown == ""
    assert "--unsafe" in said
    shown, _ = _fix(path, "--unsafe")
    assert "把“三”改为“二” [NUM101]" in shown


def test_selected_rules_alone(draft: Path) -> None:
    _fix(draft, "--select", "TXT102", "--in-place")
    assert draft.read_text("utf-8") == SAFE.replace("⼊", "入")


def test_half_width_marks_are_mended_where_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    typed = (
        CLEAN.replace("，", ",")
        .replace("：", ": ")
        .replace("改过。", "改过(2023年),拨付1,200元，10:30开始。")
    )
    path.write_text(typed, "utf-8")
    assert "TXT103" not in _fix(path)[0]
    _fix(path, "--select", "TXT103", "--in-place")
    assert path.read_text("utf-8") == CLEAN.replace("改过。", "改过（2023年），拨付1,200元，10:30开始。")
    assert _fix(path, "--select", "TXT103", "--in-place")[1] == "docklint: 没有可以自动修改的地方。\n"


def test_what_was_agreed_not_to_count_is_not_mended(draft: Path, tmp_path: Path) -> None:
    table = '[[suppress]]\nrule = "NUM109"\nquote = "{}、"\nreason = "本单位习惯"\n'
    (tmp_path / "docklint.toml").write_text(table.format(1) + table.format(2), "utf-8")
    _fix(draft, "--in-place")
    assert draft.read_text("utf-8") == MENDED.replace("1.", "1、").replace("2.", "2、")


def test_standard_input() -> None:
    ran = docklint("fix", "-", *GENERIC, given=SAFE.encode())
    assert "+ 二、原因分析" in ran.text


def test_a_clean_draft_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(CLEAN, "utf-8")
    before = path.stat().st_mtime_ns
    assert _fix(path, "--in-place") == ("", "docklint: 没有可以自动修改的地方。\n")
    assert path.stat().st_mtime_ns == before
    assert _fix(path, "--in-place", "--quiet") == ("", "")


def test_a_link_stays_one(draft: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(draft)
    _fix(link, "--in-place")
    assert link.is_symlink()
    assert draft.read_text("utf-8") == MENDED


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--output", "draft.txt"], "指向了文稿本身"),
        (["--output", "other.txt"], "已经存在，没有改动"),
        (["--output", "copy.docx"], "扩展名应为 .txt"),
        (["--output", "nowhere/copy.txt"], "无法写入"),
        (["--output", "open.txt"], "正在 Word 或 WPS 中打开"),
        (["--output", "copy.txt", "--in-place"], "只能用一个：--output、--in-place"),
        (["--diff", "--in-place"], "只能用一个：--diff、--in-place"),
        (["--select", "NUM999"], "NUM999"),
        (["--date", "昨天", "--output", "copy.txt"], "--date 应为"),
    ],
)
def test_refused_in_one_sentence(draft: Path, tmp_path: Path, arguments: list[str], sentence: str) -> None:
    (tmp_path / "other.txt").write_text("别的文件", "utf-8")
    (tmp_path / "~$open.txt").write_text("", "utf-8")
    before = sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir())
    ran = docklint("fix", draft.name, *GENERIC, *arguments, cwd=tmp_path)
    assert (ran.status, ran.text) == (2, "")
    assert sentence in ran.said
    assert ran.said.count("\n") == 1
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == before


def test_an_existing_copy_goes_if_that_is_wished(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text("别的文件", "utf-8")
    _fix(draft, "--output", tmp_path / "copy.txt", "--force")
    assert (tmp_path / "copy.txt").read_text("utf-8") == MENDED
    _fix(draft, "--output", draft, "--force", status=2)
    assert draft.read_text("utf-8") == SAFE


def test_an_equal_copy_is_no_loss(draft: Path, tmp_path: Path) -> None:
    for _ in range(2):
        _fix(draft, "--output", tmp_path / "copy.txt")


@pytest.mark.parametrize("name", ["copy.docm", "copy.odt", "copy.DOC", "copy.wps"])
def test_text_is_no_word_file(draft: Path, tmp_path: Path, name: str) -> None:
    for more in ([], ["--force"]):
        _, said = _fix(draft, "--output", tmp_path / name, *more, status=2)
        assert "扩展名应为 .txt" in said


@pytest.mark.parametrize("name", ["nothing.txt", "folder", "empty.txt", "odd.pages"])
def test_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "odd.pages").write_bytes(b"x")
    _, said = _fix(tmp_path / name, status=2)
    assert said.count("\n") == 1


def test_check_names_the_command() -> None:
    ran = docklint("check", "--fix", "draft.txt")
    assert (ran.status, ran.text) == (2, "")
    assert "docklint fix" in ran.said
    assert "docklint fix" in docklint("--lang", "en", "check", "draft.txt", "--fix").said


def test_english(draft: Path) -> None:
    shown, said = _fix(draft, "--lang", "en")
    assert "line 5: delete “二、” [NUM102]" in shown
    assert "6 can be fixed" in said
