"""`docklint check` as a process: what goes in, where it comes out, and the exit status."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from docklint.version import RULES_DAY, __version__
from tests.running import CLEAN, CRASH, FAULTY, READY, WARNED, docklint

GENERIC = ("--profile", "generic")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three drafts."""
    for name, text in {"clean": CLEAN, "warned": WARNED, "faulty": FAULTY}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["clean.txt"], 0),
        (["warned.txt"], 1),
        (["warned.txt", "--fail-on", "error"], 0),
        (["faulty.txt", "--fail-on", "error"], 1),
        (["faulty.txt", "--fail-on", "never"], 0),
        (["faulty.txt", "--ignore", "RED101"], 0),
        (["faulty.txt", "--ignore", "RED,TXT", "--select", "RED101"], 1),
        (["faulty.txt", "--select", "TXT"], 0),
        (["clean.txt", "missing.txt"], 2),
        (["faulty.txt", "missing.txt", "--fail-on", "never"], 2),
        (["clean.txt", "--select", "NOPE"], 2),
        (["clean.txt", "--nonsense"], 2),
        (["clean.txt", CRASH], 3),
        (["clean.txt", "missing.txt", CRASH], 3),
    ],
)
@pytest.mark.parametrize("format", ["concise", "json"])
def test_exit_status(folder: Path, arguments: list[str], status: int, format: str) -> None:
    before = CRASH if CRASH in arguments else ""
    given = [argument for argument in arguments if argument != CRASH]
    ran = docklint("check", *given, *GENERIC, "--format", format, cwd=folder, before=before)
    assert ran.status == status, ran.said
    if format == "json" and ran.out:
        assert json.loads(ran.out)["exit_code"] == status


def test_a_crashed_rule_is_named_and_the_others_still_run(folder: Path) -> None:
    ran = docklint("check", "faulty.txt", *GENERIC, "-f", "json", cwd=folder, before=CRASH)
    (file,) = json.loads(ran.out)["files"]
    assert file["rules"]["DL901"] == "crashed"
    assert [finding["code"] for finding in file["findings"]] == ["DL903", "RED101"]
    assert file["findings"][0]["data"] == {"rule": "DL901", "reason": "LookupError"}


def test_files_come_in_the_order_of_the_command_line_each_once(folder: Path) -> None:
    ran = docklint("check", "warned.txt", ".", "clean.txt", *GENERIC, "-f", "json", cwd=folder)
    paths = [file["path"] for file in json.loads(ran.out)["files"]]
    assert paths == ["warned.txt", "clean.txt", "faulty.txt"]
    again = docklint("check", "./clean.txt", "clean.txt", *GENERIC, "-f", "json", cwd=folder)
    assert json.loads(again.out)["summary"]["files"] == 1


def test_a_file_in_a_folder_that_is_also_named_counts_as_named(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("今天开会。\n", encoding="utf-8")
    assert docklint("check", ".", cwd=tmp_path).status == 2
    assert "DL901" in docklint("check", ".", "note.txt", "-f", "concise", cwd=tmp_path).text


def test_bad_files_are_told_and_the_others_still_checked(folder: Path) -> None:
    (folder / "empty.txt").touch()
    ran = docklint("check", "empty.txt", "faulty.txt", *GENERIC, "-f", "concise", cwd=folder)
    assert ran.text.startswith("faulty.txt:3:")
    assert "empty.txt: 文件是空的" in ran.said
    entries = json.loads(docklint("check", "empty.txt", "faulty.txt", *GENERIC, "-f", "json", cwd=folder).out)
    assert entries["files"][0]["status"] == "failed"
    assert entries["files"][0]["error"]["code"] == "empty"
    assert entries["summary"]["failed"] == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.txt", None, "找不到"),
        ("empty.docx", b"", "空"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0", "二进制"),
        ("old.doc", b"\xd0\xcf\x11\xe0", ".docx"),
        ("old.wps", b"\xd0\xcf\x11\xe0", ".docx"),
        ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "docx"),
        ("cut.docx", b"PK\x03\x04" + bytes(30), "docx"),
        ("plain.docx", "不是压缩包".encode(), "docx"),
        ("odd.txt", CLEAN.encode() + b"\xff", f"第 {len(CLEAN.encode())} 字节"),
        ("sheet.xlsx", b"PK", "不支持"),
        ("no-suffix", b"x", "不支持"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_bad_input_is_one_clear_sentence(
    tmp_path: Path, name: str, content: bytes | None, words: str, lang: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ran = docklint("check", name, "--lang", lang, "-f", "concise", cwd=tmp_path)
    assert ran.status == 2
    assert ran.said.startswith(f"docklint: {name}: ")
    assert ran.said.count("\n") == 1
    assert "Traceback" not in ran.said
    assert lang == "en" or words in ran.said


def test_a_draft_without_structure_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("今天开会。\n", encoding="utf-8")
    ran = docklint("check", "note.txt", "-f", "concise", cwd=tmp_path)
    assert (ran.status, ran.text.count("\n")) == (1, 1)
    assert ran.text.endswith("[DL901]\n")


def test_a_folder_is_walked_and_what_is_no_draft_is_counted(folder: Path) -> None:
    inner = folder / "内 层"
    inner.mkdir()
    (inner / "稿 1.txt").write_text(CLEAN, encoding="utf-8")
    (inner / "~$稿 1.docx").write_bytes(b"owner")
    (inner / "readme.md").write_text("# 说明\n随便写写。\n", encoding="utf-8")
    (inner / "empty.txt").touch()
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "x.txt").write_text(FAULTY, encoding="utf-8")
    (inner / "loop").symlink_to(folder)
    ran = docklint("check", ".", *GENERIC, "-f", "json", cwd=folder)
    paths = [file["path"] for file in json.loads(ran.out)["files"]]
    assert paths == ["clean.txt", "faulty.txt", "warned.txt", "内 层/稿 1.txt"]
    assert "2 个 .txt/.md" in ran.said


def test_a_folder_without_drafts_is_an_error_and_others_go_on(folder: Path) -> None:
    (folder / "none").mkdir()
    (folder / "none" / "a.md").write_text("随便写写。", encoding="utf-8")
    ran = docklint("check", "none", "clean.txt", *GENERIC, cwd=folder)
    assert ran.status == 2
    assert "none: 这个文件夹里没有" in ran.said
    assert "clean.txt\n" in ran.text


def test_old_formats_in_a_folder_are_told_though_nobody_reads_them(folder: Path) -> None:
    below = folder / "drafts"
    below.mkdir()
    (below / "clean.txt").write_text(CLEAN, encoding="utf-8")
    for name in ("旧稿.doc", "旧稿.wps", "~$稿.doc"):
        (below / name).touch()
    ran = docklint("check", "drafts", *GENERIC, cwd=folder)
    assert "另有 2 个旧格式文件" in ran.said
    assert ran.status == 0
    assert "old formats" in docklint("check", "drafts", *GENERIC, "--lang", "en", cwd=folder).said
    assert docklint("check", "drafts", *GENERIC, "--quiet", cwd=folder).said == ""
    assert docklint("check", "drafts/clean.txt", *GENERIC, cwd=folder).said == ""


def test_owner_files_are_passed_over_silently(folder: Path) -> None:
    (folder / "~$clean.docx").write_bytes(b"owner")
    ran = docklint("check", "~$clean.docx", "clean.txt", *GENERIC, cwd=folder)
    assert (ran.status, ran.said) == (0, "")


def test_standard_input(folder: Path) -> None:
    text = FAULTY.encode("gb18030")
    ran = docklint("check", "-", *GENERIC, "-f", "concise", given=text)
    assert ran.text.startswith("-:3:")
    named = docklint("check", "-", "--stdin-filename", "稿.txt", *GENERIC, "-f", "concise", given=text)
    assert named.text.startswith("稿.txt:3:")
    assert docklint("check", "-", "--stdin-filename", "a.docx", given=text).status == 2
    assert docklint("check", "-", given=b"").status == 2


def test_output_is_replaced_at_once_and_no_draft_is_overwritten(folder: Path) -> None:
    target = folder / "report.json"
    target.touch()
    ran = docklint("check", "faulty.txt", *GENERIC, "-f", "json", "-o", target, cwd=folder)
    assert (ran.status, ran.out) == (1, b"")
    assert json.loads(target.read_bytes())["exit_code"] == 1
    before = (folder / "faulty.txt").read_bytes()
    assert docklint("check", "faulty.txt", "-o", "faulty.txt", cwd=folder).status == 2
    assert (folder / "faulty.txt").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == [
        "clean.txt",
        "faulty.txt",
        "report.json",
        "warned.txt",
    ]


def test_an_output_that_cannot_be_written_leaves_the_old_one(folder: Path) -> None:
    ran = docklint("check", "clean.txt", *GENERIC, "-o", "no/such/folder.txt", cwd=folder)
    assert ran.status == 2
    assert "无法写入" in ran.said
    assert docklint("check", "clean.txt", *GENERIC, "-o", "/dev/null", cwd=folder).status == 0


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["chek", "a.txt"], "check"),
        (["a.txt"], "docklint check a.txt"),
        (["check", "a.txt", "--formt", "json"], "--format"),
        (["check", "a.txt", "--format", "jsn"], "json"),
        (["check", "a.txt", "--select", "REX101"], "RED101"),
        (["check", "a.txt", "--ignore", "redaction-markers"], "RED101"),
        (["check", "a.txt", "--profile", "2023-theme"], "2023-theme-education"),
        (["check", "a.txt", "--fail-on", "warnings"], "warning"),
        (["check", "a.txt", "--lang", "cn"], "en"),
        (["check", "a.txt", "--revisions", "finale"], "final"),
        (["explain", "RED11"], "RED101"),
        (["profiles", "show", "genric"], "generic"),
        (["schema", "chek"], "check"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_mistake_is_one_sentence_with_what_was_meant(arguments: list[str], meant: str, lang: str) -> None:
    ran = docklint(*arguments, *(["--lang", "en"] if lang == "en" and "--lang" not in arguments else []))
    assert ran.status == 2
    assert ran.said.count("\n") == 1
    assert meant in ran.said


def test_quiet_prints_findings_only(folder: Path) -> None:
    assert docklint("check", "clean.txt", *GENERIC, "-q", cwd=folder) == (0, b"", b"")
    assert "共检查" not in docklint("check", "faulty.txt", *GENERIC, "-q", cwd=folder).text


def test_a_draft_docklint_cannot_digest_is_its_own_error(folder: Path) -> None:
    fail = "from docklint.structure.outline import papers\ndef fail(*_): raise RecursionError\npapers.parse = fail"
    ran = docklint("check", "clean.txt", "faulty.txt", *GENERIC, cwd=folder, before=fail)
    assert ran.status == 2
    assert ran.said.count("RecursionError") == 2
    assert "Traceback" not in ran.said


def test_two_papers_in_one_file_are_told_and_each_is_checked(tmp_path: Path) -> None:
    samples = Path(__file__).parent / "drafts"
    both = "\n\n".join(
        (samples / name).read_text("utf-8") for name in ("10-2025-individual.txt", "01-model.txt")
    )
    (tmp_path / "two.txt").write_text(both, "utf-8")
    ran = docklint("check", "two.txt", "--select", "SEC,DIM,NUM,EXA", cwd=tmp_path)
    assert ran.status == 0, ran.text
    assert "2 份材料" in ran.text


def test_who_checked_is_said_where_a_format_has_no_place_for_it(folder: Path) -> None:
    for format in ("concise", "github", "gitlab"):
        ran = docklint("check", "faulty.txt", *GENERIC, "-f", format, cwd=folder)
        assert ran.said == (
            f"docklint: {__version__} 版（规则日期 {RULES_DAY}），按“通用（不限定部分和方面的标题）”的要求检查（由 --profile 指定）。"
            "文稿没有离开这台电脑。\n"
        )
        assert docklint("check", "faulty.txt", *GENERIC, "-f", format, "--quiet", cwd=folder).said == ""
    (folder / "ready.txt").write_text(READY, "utf-8")
    both = docklint("check", "faulty.txt", "ready.txt", "clean.txt", "-f", "concise", cwd=folder)
    assert re.search(r"，2 份没有认出.*；1 份按“2024年度.*（自动识别）。", both.said), both.said
    shown = docklint("check", "faulty.txt", *GENERIC, cwd=folder).text
    assert shown.splitlines()[-1].startswith(f"由 docklint {__version__} 生成（规则日期 {RULES_DAY}）。")
    assert "规则日期" not in docklint("check", "faulty.txt", *GENERIC, "--quiet", cwd=folder).text
