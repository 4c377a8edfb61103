"""Whatever is given wrong is met with one clear sentence in the language asked for, status 2, and no traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from docklint import texts
from docklint.packs.files import parsed
from docklint.packs.table import Faults
from tests.running import CLEAN, Ran, docklint, surroundings

PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
FULL = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
SHELL = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
ENGLISH = re.compile(r"[A-Za-z]+ [a-z]+ [a-z]+")
"""Three words in a row: a sentence of the system or of a library that slipped through."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\0binary\0")
    (tmp_path / "large.toml").write_bytes(b"#" * (2**20 + 1))
    return tmp_path


def _told(ran: Ran, lines: int = 1) -> str:
    assert ran.status == 2, ran
    assert ran.out == b""
    assert "Traceback" not in ran.said
    assert ran.said.startswith("docklint: ")
    assert ran.said.count("\n") <= lines
    return ran.said


def _toml(folder: Path, text: str) -> str:
    (folder / "x.toml").write_text(text, "utf-8")
    return "x.toml"


@pytest.mark.parametrize("option", ["--config", "--profile", "--baseline", "--rules-path"])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.toml", "没有这个"),
        ("folder.toml", "文件夹"),
        ("binary.toml", "第 0 字节处不是 UTF-8"),
        ("large.toml", "不超过 1 MB"),
    ],
)
def test_a_file_that_is_none_of_ours(folder: Path, option: str, name: str, said: str) -> None:
    if option == "--baseline" and name == "large.toml":
        said = "不是正确的 JSON"
    if option == "--rules-path":
        (folder / "ours").mkdir()
        (folder / name).rename(folder / "ours" / name) if name != "none.toml" else None
        told = _told(
            docklint("check", "a.txt", option, "ours" if name != "none.toml" else name, cwd=folder), 2
        )
        name = name if name == "none.toml" else os.path.join("ours", name)
    else:
        told = _told(docklint("check", "a.txt", option, name, cwd=folder), 2)
    assert f"{name}：" in told
    assert said in told
    assert not ENGLISH.search(told.replace("docklint baseline update", "")), told


@PIPES
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a.txt", "--config", "pipe.toml"],
        ["check", "a.txt", "--profile", "pipe.toml"],
        ["check", "a.txt", "--baseline", "pipe.toml"],
        ["check", "a.txt", "--rules-path", "."],
        ["baseline", "update", "a.txt", "--baseline", "pipe.toml"],
        ["baseline", "prune", "a.txt", "--baseline", "pipe.toml"],
        ["profiles", "show", "pipe.toml"],
        ["profiles", "derive", "pipe.toml"],
    ],
)
def test_nobody_waits_for_a_pipe(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")
    os.mkfifo(tmp_path / "pipe.toml")
    assert "pipe.toml" in _told(docklint(*arguments, cwd=tmp_path), 2)


@FULL
def test_a_device_is_no_baseline(folder: Path) -> None:
    told = _told(docklint("baseline", "update", "a.txt", "--baseline", "/dev/zero", cwd=folder), 2)
    assert "/dev/zero" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("profile = “2024”", "第 1 行第 11 列"),
        ("profile = 2024年", "第 1 行第 15 列"),
        ('profile "2024"', "缺少等号"),
        ('profile = "2024', "引号"),
        ('profile = "2024"\nprofile = "2025"', "两次"),
        ('ignore = ["EXA101"', "方括号"),
        ('rules-path = ["C:\\Users\\ours"]', "反斜杠"),
        ('方案 = "2024"', "第 1 行第 1 列"),
        ("[rules.EXA101]\n[rules.EXA101]", "两次"),
        ("[rules", "方括号"),
    ],
)
def test_toml_that_is_none_is_told_in_chinese(text: str, said: str) -> None:
    faults = Faults()
    assert parsed(text.encode(), Path("x.toml"), faults) == {}
    (fault,) = faults.seen
    zh, en = (fault.text.told_in(texts.load(lang)) for lang in ("zh", "en"))
    assert said in zh
    assert not ENGLISH.search(zh.replace("TOML", "")), zh
    assert en.isascii()


@pytest.mark.parametrize("option", ["--config", "--profile"])
def test_every_file_is_parsed_alike(folder: Path, option: str) -> None:
    told = _told(docklint("check", "a.txt", option, _toml(folder, "profile = “2024”"), cwd=folder), 2)
    assert "x.toml：不是正确的 TOML：第 1 行第 11 列：值不正确" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[rules.EXA101]\nmarker = "x"',
            "没有“marker”这个选项（可用：severity、enabled、zh、en）",
        ),
        ('[rules.NUM108.de]\nmessage = "x"', "可用：severity、enabled、zh、en"),
        ("[[per-file]]\npattern = 3", "per-file[1].pattern：应为一列文字，现在是 3"),
        ('packs = ["nix"]\nprofil = "2024"', "packs[1]：没有安装“nix”这个规则包"),
        ('packs = ["nix"]\nprofil = "2024"', "profil：没有“profil”这个键"),
        ("suppress = 3", "应为 [[suppress]] 形式的表"),
        ('[[suppress]]\nrule = "RED999"', "suppress[1].rule：没有“RED999”这条规则，是不是“RED103”？"),
    ],
)
def test_a_fault_of_a_configuration(folder: Path, text: str, said: str) -> None:
    told = _told(docklint("check", "a.txt", "--config", _toml(folder, text), cwd=folder), 9)
    assert said in told
    faults = told.splitlines()[1:]
    assert {fault.partition("：")[0] for fault in faults} == {"  x.toml"}
    places = [fault.split("：")[1] for fault in faults]
    assert len(set(places)) == len(places), told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title = "甲"\nexmple = "off"', "exmple：没有“exmple”这个键"),
        (
            'id = "c"\ntitle = "甲"\nextends = "base"\n[rules.EXA1]\nseverity = "error"',
            "rules.EXA1：没有“EXA1”",
        ),
        ('id = "c"\ntitle = "甲"\nextends = "base"\n[rules.EXA101]\nenabled = "no"', "应为 true 或 false"),
        ('id = "c"\ntitle = "甲"\nextends = "c"', "extends：方案互相继承：c → c"),
        ('id = "c"\ntitle = "甲"\nextends = "bas"', "extends：没有“bas”这个方案，是不是“base”？"),
        (
            'id = "c"\ntitle = "甲"\n[[section]]\nrol = "problems"',
            "section[1].rol：没有“rol”这个键，是不是“role”？",
        ),
    ],
)
def test_a_fault_of_a_profile(folder: Path, text: str, said: str) -> None:
    told = _told(docklint("check", "a.txt", "--profile", _toml(folder, text), cwd=folder), 9)
    assert said in told
    assert {line.partition("：")[0] for line in told.splitlines()[1:]} == {"  x.toml"}
    assert len(set(told.splitlines())) == len(told.splitlines()), told


def test_a_profile_of_a_rules_path_may_be_named_as_a_file(folder: Path) -> None:
    file = folder / "ours" / "profiles" / "c.toml"
    file.parent.mkdir(parents=True)
    file.write_text('id = "c"\ntitle = "丙"\nextends = "generic"\n', "utf-8")
    ran = docklint(
        "check", "a.txt", "--rules-path", "ours", "--profile", "ours/profiles/../profiles/c.toml", cwd=folder
    )
    assert ran.status == 0, ran.said
    assert "丙" in ran.text


def test_init_takes_a_profile_of_ones_own(folder: Path) -> None:
    (folder / "ours").mkdir()
    (folder / "c.toml").write_text('id = "c"\ntitle = "丙"\nextends = "generic"\n', "utf-8")
    assert docklint("init", "ours", "--profile", "c.toml", cwd=folder).status == 0
    shown = docklint("config", "show", "ours", cwd=folder)
    assert shown.text.startswith(f'profile = "{folder / "ours" / ".." / "c.toml"}"')
    assert "没有这个文件" in _told(docklint("init", "--profile", "d.toml", cwd=folder), 2)


def test_a_configuration_may_lie_among_the_packs(folder: Path) -> None:
    packs = folder / "packs"
    packs.mkdir()
    (packs / "docklint.toml").write_text('rules-path = ["."]\nprofile = "generic"\n', "utf-8")
    (packs / "a.txt").write_text(CLEAN, "utf-8")
    ran = docklint("check", "packs/a.txt", cwd=folder)
    assert ran.status == 0, ran.said


def test_a_profile_that_lies_among_the_rules(folder: Path) -> None:
    (folder / "ours").mkdir()
    (folder / "ours" / "a.toml").write_text('id = "a"\ntitle = "甲"\nextends = "base"\n', "utf-8")
    told = _told(docklint("check", "a.txt", "--rules-path", "ours", cwd=folder), 2)
    assert "profiles" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "a.txt", "--jobs", "0"], "--jobs 应为不小于 1 的整数，现在是“0”。"),
        (["check", "a.txt", "--jobs", "x"], "--jobs 应为不小于 1 的整数，现在是“x”。"),
        (["check", "a.txt", "--profile"], "选项 --profile 后面少了值。"),
        (["check", "a.txt", "--quiet=3"], "选项 --quiet 后面不带值。"),
        (["check", "a.txt", "--profile", ""], "选项 --profile 后面少了值。"),
        (["outline", "a.txt", "b c.txt"], "多了“b c.txt”"),
        (["config", "shw"], "没有名为“shw”的命令。是不是 show？"),
        (["baseline", "updat"], "没有名为“updat”的命令。是不是 update？"),
        (["profiles", "2024"], "没有名为“2024”的命令。可用的有：show、derive。"),
        (["explain", "EXA999"], "没有名为“EXA999”的规则。是不是 EXA1"),
        (["explain", ""], "没有名为“”的规则。可用 docklint rules 查看全部规则。"),
        (["check", "a.txt", "--ignore", "例"], "没有名为“例”的规则。可用 docklint rules 查看全部规则。"),
        (["check", "a.txt", "--pack", "nix"], "没有安装“nix”这个规则包"),
        (["outline", "."], ".: 不是普通文件"),
        (["matrix", "."], ".: 不是普通文件"),
        (["text", "."], ".: 不是普通文件"),
        (["profiles", "derive", "."], ".: 不是普通文件"),
        (["check", "none"], "none: 找不到这个文件"),
        (["check", f"{'长' * 300}.txt"], "无法读取：文件名太长"),
        (["check", ""], "找不到这个文件"),
        (["profiles", "derive", "a.txt", "--id", "2024"], "已经有编号为“2024”的方案"),
        (["profiles", "derive", "a.txt", "--id", "我 的"], "编号“我 的”"),
        (["profiles", "derive", "a.txt", "--id", ""], "编号“”"),
        (["init", "a.txt"], "无法写入"),
        (["init", "none/deeper"], "没有这个文件夹"),
        (["matrix", "a.txt", "--output", "."], "无法写入 .：这是一个文件夹"),
        (["check", "a.txt", "--output", "none/x"], "无法写入 none/x：没有这个文件夹"),
        (["check", "a.txt", "--output", "a.txt/x"], "无法写入 a.txt/x：没有这个文件夹"),
        (["matrix", "a.txt", "--output", "a.txt"], "--output 指向了要检查的文稿"),
        (["outline", "a.txt", "--output", "a.txt"], "--output 指向了要检查的文稿"),
        (["text", "a.txt", "--output", "a.txt"], "--output 指向了要检查的文稿"),
    ],
)
def test_a_command_that_is_wrong(folder: Path, arguments: list[str], said: str) -> None:
    told = _told(docklint(*arguments, cwd=folder))
    assert said in told
    assert not ENGLISH.search(told.replace("docklint rules", "")), told


@pytest.mark.parametrize("group", ["config", "baseline"])
def test_a_group_without_a_command_shows_its_help(folder: Path, group: str) -> None:
    ran = docklint(group, cwd=folder)
    assert ran.status == 2
    assert re.match(rf"用法：.*docklint {group} ", ran.said)


@FULL
@SHELL
@pytest.mark.parametrize(
    "command",
    [
        "--help",
        "--version",
        "check --help",
        "check a.txt",
        "check a.txt -f json",
        "config show",
        "baseline update a.txt",
        "init",
        "explain EXA101",
        "profiles derive a.txt",
    ],
)
def test_a_full_disk_behind_standard_output(folder: Path, command: str) -> None:
    told = _told(_shell(f"{command} > /dev/full", folder))
    assert told == "docklint: 无法写入标准输出：磁盘已满。\n"


@SHELL
@pytest.mark.parametrize(
    "command", ["--help", "--version", "rules --help", "baseline update a.txt", "init", "rules"]
)
def test_a_reader_that_went_away(folder: Path, command: str) -> None:
    # The reader is gone before docklint has started.
    script = f"{{ sleep 0.2; {_command()} {command}; echo $? > status; }} | :; sleep 0"
    ran = subprocess.run(
        ["bash", "-c", f"set -m; {script}; wait"], cwd=folder, capture_output=True, env=surroundings()
    )
    assert ran.stderr == b""
    assert (folder / "status").read_text() == "141\n"


@SHELL
@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("check a.txt --profile generic >&-", 0),
        ("--help >&-", 0),
        ("--version >&- 2>&-", 0),
        ("check none 2>&-", 2),
        ("check none >&- 2>&-", 2),
        ("check a.txt --profile generic --output report.txt >&- 2>&-", 0),
        ("check - <&-", 2),
        pytest.param("check none 2>/dev/full", 2, marks=FULL),
        pytest.param("check a.txt --profile nix 2>/dev/full", 2, marks=FULL),
    ],
)
def test_streams_that_are_closed_or_full(folder: Path, command: str, status: int) -> None:
    ran = _shell(command, folder)
    assert ran.status == status
    assert "Traceback" not in ran.said


def _shell(command: str, folder: Path) -> Ran:
    done = subprocess.run(
        ["bash", "-c", f"{_command()} {command}"],
        cwd=folder,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=surroundings(),
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def _command() -> str:
    return f"'{sys.executable}' -m docklint"
