"""Where reports go: the suffix speaks, several at once, a folder of them, and what is said once they are written."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
import time
from pathlib import Path

import pytest

from docklint.errors import SetupError
from docklint.own_reports import is_own_report
from docklint.reports import REPORTS, STATISTICS
from docklint.reports.suffixes import SUFFIXES, format_of_name
from docklint.version import RULES_DAY, __version__
from tests.running import CLEAN, FAULTY, docklint
from tests.test_cli_streams import on_terminal

GENERIC = ("--profile", "generic")
POSIX = pytest.mark.skipif(os.name == "nt", reason="modes and programs of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"clean": CLEAN, "faulty": FAULTY}.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def test_every_format_can_stand_in_a_file_of_some_suffix() -> None:
    assert {each for formats in SUFFIXES.values() for each in formats} - {STATISTICS} == {*REPORTS}


def test_every_suffix_means_one_format_and_contradiction_is_refused() -> None:
    for suffix, formats in SUFFIXES.items():
        assert format_of_name(f"报告{suffix.upper()}", None) == formats[0]
        assert [format_of_name(f"报告{suffix}", each) for each in formats] == list(formats)
        with pytest.raises(SetupError):
            format_of_name(f"报告{suffix}", next(each for each in ("html", "json") if each not in formats))
    for name, asked, format in [
        ("报告", None, "text"),
        ("quickfix.err", "concise", "concise"),
        (".out", None, "text"),
    ]:
        assert format_of_name(name, asked) == format
    for name, asked in [("报告.pdf", None), ("报告.pdf", "html"), ("报告.xyz", None), ("报告.doc", "text")]:
        with pytest.raises(SetupError):
            format_of_name(name, asked)


def test_several_outputs_of_one_run_and_the_line_that_names_them(folder: Path) -> None:
    ran = docklint(
        *("check", "clean.txt", "faulty.txt", *GENERIC, "-f", "gitlab"),
        *("-o", "报告.html", "-o", "gl.json", "-o", "b.sarif", "-o", "./b.sarif"),
        cwd=folder,
    )
    assert (ran.status, ran.out) == (1, b"")
    assert ran.said == (
        "docklint: 报告已写入 报告.html、gl.json、b.sarif：文稿 2 份，发现 1 处（错误 1、警告 0、提示 0）。\n"
        f"docklint: {__version__} 版（规则日期 {RULES_DAY}），按“通用（不限定部分和方面的标题）”的要求检查"
        "（由 --profile 指定）。文稿没有离开这台电脑。\n"
    )
    assert "<!DOCTYPE html>" in (folder / "报告.html").read_text("utf-8")
    assert json.loads((folder / "gl.json").read_bytes())[0]["engine_name"] == "docklint"
    assert json.loads((folder / "b.sarif").read_bytes())["version"] == "2.1.0"
    again = docklint("check", "clean.txt", *GENERIC, "-o", "报告.html", "--quiet", cwd=folder)
    assert (again.status, again.said) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "x.pdf"), "没有这种扩展名的报告"),
        (("-o", "x.html", "-f", "json"), "扩展名与 --format json 不符，应为 .json"),
        (("-o", "x.html", "--statistics"), "与 --format statistics 不符"),
        (("--open",), "--open 要和 --output 一起用"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = sorted(folder.iterdir())
    ran = docklint("check", "clean.txt", *arguments, cwd=folder)
    assert (ran.status, ran.out, ran.said.count("\n")) == (2, b"", 1)
    assert said in ran.said
    assert sorted(folder.iterdir()) == before


def test_a_folder_has_one_report_a_draft_and_nobody_sees_anothers_text(folder: Path) -> None:
    (folder / "稿").mkdir()
    for name, words in {"稿/甲 1#.txt": "查档流程", "稿/甲 1#.md": "馆藏目录", "稿/坏.docx": ""}.items():
        (folder / name).write_text(FAULTY.replace("查档流程", words) if words else "", "utf-8")
    ran = docklint("check", "faulty.txt", "稿", "没有.txt", *GENERIC, "-o", "出/报告/", cwd=folder)
    assert ran.status == 2
    assert "报告已写入 出/报告/：文稿 5 份" in ran.said
    out = folder / "出" / "报告"
    names = {path.relative_to(out).as_posix() for path in out.rglob("*.*")}
    assert names == {
        "index.html",
        "faulty（检查报告）.html",
        "甲 1#（检查报告）.html",
        "甲 1#（检查报告2）.html",
        "坏（检查报告）.html",
        "没有（检查报告）.html",
    }
    texts = {name: (out / name).read_text("utf-8") for name in names}
    assert {name for name, text in texts.items() if "馆藏目录" in text} == {"甲 1#（检查报告）.html"}
    assert "查档流程" not in texts["index.html"]
    links = re.findall(r'href="([^"#]*)"', texts["index.html"])
    assert len(links) == 5
    assert "%E7%94%B2%201%23%EF%BC%88%E6%A3%80%E6%9F%A5%E6%8A%A5%E5%91%8A%EF%BC%89.html" in links
    assert all(is_own_report(str(out / name)) for name in names)
    again = docklint("check", ".", *GENERIC, "-f", "markdown", "-o", "出/报告", cwd=folder)
    assert again.status == 2
    assert (out / "稿" / "甲 1#（检查报告）.md").exists()
    third = docklint("check", ".", *GENERIC, "-f", "json", cwd=folder)
    assert not [each for each in json.loads(third.out)["files"] if each["path"].startswith("出")]


def test_a_folder_with_somebody_elses_file_in_the_way_is_left_alone(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "index.html").write_text("<p>我的网站</p>", "utf-8")
    ran = docklint("check", "clean.txt", *GENERIC, "-o", "out/", cwd=folder)
    assert (ran.status, "不是 docklint 写的报告" in ran.said) == (2, True)
    assert [path.name for path in (folder / "out").iterdir()] == ["index.html"]


@POSIX
def test_the_mode_of_a_replaced_report_is_kept(folder: Path) -> None:
    report = folder / "报告.txt"
    for mode in (0o640, 0o604):
        report.touch()
        report.chmod(mode)
        docklint("check", "clean.txt", *GENERIC, "-o", report, cwd=folder)
        assert stat.S_IMODE(report.stat().st_mode) == mode
        assert is_own_report(str(report))


def test_a_report_that_is_open_elsewhere_stays(folder: Path) -> None:
    report = folder / "报告.html"
    docklint("check", "clean.txt", *GENERIC, "-o", report, cwd=folder)
    old = report.read_bytes()
    # As Windows answers for a file that a program holds.
    locked = (
        "import os\ndef replace(*paths):\n    error = PermissionError(13, 'in use')\n"
        "    error.winerror = 32\n    raise error\nos.replace = replace"
    )
    ran = docklint("check", "faulty.txt", *GENERIC, "-o", report, cwd=folder, before=locked)
    assert (ran.status, ran.said.count("\n"), "正在 Word 或 WPS 中打开" in ran.said) == (2, 1, True)
    (folder / "~$报告.html").touch()
    assert docklint("check", "faulty.txt", *GENERIC, "-o", report, cwd=folder).status == 2
    assert report.read_bytes() == old
    assert {path.suffix for path in folder.iterdir()} == {".txt", ".html"}


@POSIX
@pytest.mark.skipif(sys.platform != "linux", reason="xdg-open")
def test_what_was_written_is_opened(folder: Path) -> None:
    programs = folder / "bin"
    programs.mkdir()
    (programs / "xdg-open").write_text('#!/bin/sh\nprintf "%s" "$1" > "$OPENED"\n')
    (programs / "xdg-open").chmod(0o755)
    for arguments, opened in {
        ("-o", "-报告.html", "-o", "b.json"): "-报告.html",
        ("-o", "all/"): "all/index.html",
    }.items():
        told = folder / "told"
        environment = {"PATH": f"{programs}:{os.environ['PATH']}", "OPENED": str(told)}
        ran = docklint(
            "check", "faulty.txt", *GENERIC, "--open", *arguments, cwd=folder, environment=environment
        )
        assert ran.status == 1
        deadline = time.monotonic() + 20
        while not (told.exists() and told.read_text()) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert told.read_text("utf-8") == str(folder / opened)
        told.unlink()
    none = {"PATH": str(folder / "empty")}
    ran = docklint("check", "clean.txt", *GENERIC, "-o", "c.html", "--open", cwd=folder, environment=none)
    assert (ran.status, "没有能打开 c.html 的程序" in ran.said) == (0, True)


def test_a_page_is_not_poured_over_a_terminal(folder: Path) -> None:
    shown = on_terminal("check", folder / "faulty.txt", "--format", "html")
    assert "--output 报告.html" in shown
    assert "<" not in shown
