"""Streams: encodings, terminals, broken pipes, Ctrl-C, and what is imported on the way."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.running import CLEAN, FAULTY, docklint, hear_signals, surroundings

pty = pytest.importorskip("pty")
GENERIC = ("--profile", "generic")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def on_terminal(
    *arguments: str | Path, environment: dict[str, str] | None = None, cwd: Path | None = None
) -> str:
    """Run on a pseudo-terminal and give what it showed."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "docklint", *map(str, arguments)]
    with subprocess.Popen(
        command, cwd=cwd, stdin=follower, stdout=follower, stderr=follower, env=surroundings(environment)
    ):
        os.close(follower)
        return b"".join(_shown(leader)).decode("utf-8")


def _shown(leader: int) -> list[bytes]:
    chunks = []
    while select.select([leader], [], [], 60)[0]:
        try:
            chunks.append(os.read(leader, 65536))
        except OSError:
            break
        if not chunks[-1]:
            break
    os.close(leader)
    return chunks


def test_colour_on_a_terminal_only(draft: Path) -> None:
    assert "\x1b[" in on_terminal("check", draft, *GENERIC)
    assert "\x1b[" not in on_terminal("check", draft, *GENERIC, environment={"NO_COLOR": "1"})
    assert b"\x1b[" not in docklint("check", draft, *GENERIC).out


def test_a_bar_on_a_terminal_for_many_files_only(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(CLEAN, encoding="utf-8")
    assert "正在检查" in on_terminal("check", tmp_path, *GENERIC)
    assert "正在检查" not in on_terminal("check", tmp_path / "1.txt", *GENERIC)
    assert "正在检查" not in on_terminal("check", tmp_path, *GENERIC, "--quiet")
    assert docklint("check", tmp_path, *GENERIC).said == ""


def test_a_terminal_and_a_pipe_show_the_same_words(draft: Path) -> None:
    painted = on_terminal("check", draft, *GENERIC, environment={"COLUMNS": "80"})
    assert (
        re.sub(r"\x1b\[[0-9;]*m", "", painted).replace("\r\n", "\n")
        == docklint("check", draft, *GENERIC).text
    )


def test_a_draft_cannot_drive_the_terminal(tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_text(FAULTY.replace("查档", "查\x1b[31m\u202e档"), encoding="utf-8")
    commands: list[list[str | Path]] = [["check", evil, *GENERIC], ["text", evil], ["outline", evil]]
    for command in commands:
        shown = on_terminal(*command, environment={"NO_COLOR": "1"})
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    assert "\x1b" in docklint("text", evil).text


@pytest.mark.parametrize("format", ["text", "concise"])
def test_a_gbk_pipe_gets_gbk_with_the_rest_replaced(tmp_path: Path, format: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FAULTY.replace("查档", "𠀀查档é"), encoding="utf-8")
    gbk = {"PYTHONIOENCODING": "gbk"}
    ran = docklint("check", path, "missing-ü.txt", *GENERIC, "-f", format, environment=gbk)
    assert ran.status == 2
    assert "RED101" in ran.out.decode("gbk")
    assert "missing" in ran.err.decode("gbk")


@pytest.mark.parametrize("arguments", [["--help"], ["rules"], ["explain", "RED101"], ["chek"], ["--version"]])
@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_no_encoding_breaks_a_command(arguments: list[str], encoding: str) -> None:
    ran = docklint(*arguments, environment={"PYTHONIOENCODING": encoding})
    assert ran.status == (2 if arguments == ["chek"] else 0)
    assert b"Traceback" not in ran.err


def test_json_is_utf8_on_any_pipe(draft: Path) -> None:
    ran = docklint("check", draft, *GENERIC, "-f", "json", environment={"PYTHONIOENCODING": "gbk"})
    assert json.loads(ran.out.decode("utf-8"))["files"][0]["path"] == str(draft)


def test_a_file_name_that_is_no_text_is_still_reported(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xb5\xb5.txt")
    try:
        (tmp_path / name).write_text(FAULTY, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes only Unicode names")
    for format in ("text", "concise", "json"):
        assert docklint("check", tmp_path, *GENERIC, "-f", format).status == 1


def test_a_reader_that_goes_away_ends_the_run_quietly(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(CLEAN + "甲*乙，" * 20000, encoding="utf-8")
    command = [sys.executable, "-m", "docklint", "check", str(path), "--profile", "generic", "-f", "concise"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings()) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.read(10)
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 141


def test_ctrl_c_ends_with_130_and_no_half_written_output(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "docklint", "check", "-", "-o", str(tmp_path / "out.txt")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, env=surroundings(), preexec_fn=hear_signals) as run:  # type: ignore[call-overload]
        assert run.stdin
        while not list(tmp_path.iterdir()) and run.poll() is None:
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        assert run.wait(60) == 130
        assert run.stderr.read() == b""
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_one_sentence(draft: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "docklint", "check", str(draft), "-f", "json"]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=surroundings(), check=False)
    assert run.returncode == 2
    assert run.stderr.decode().count("\n") == 1


@pytest.mark.parametrize(
    ("format", "banned"),
    [
        ("text", {"rich", "lxml", "docx", "click", "pydantic", "json"}),
        ("concise", {"rich", "lxml", "docx", "click", "pydantic", "json"}),
        ("json", {"rich", "lxml", "docx", "click", "pydantic"}),
    ],
)
def test_imports_are_late(draft: Path, format: str, banned: set[str]) -> None:
    assert not banned & imported(draft, format)


@pytest.mark.parametrize("format", ["text", "json"])
def test_a_docx_is_read_without_python_docx(tmp_path: Path, format: str) -> None:
    import docx

    word = docx.Document()
    for line in FAULTY.splitlines():
        word.add_paragraph(line)
    word.save(str(tmp_path / "稿.docx"))
    assert not {"docx", "rich", "click", "pydantic"} & imported(tmp_path / "稿.docx", format)


def imported(draft: Path, format: str) -> set[str]:
    """Return the top-level modules that checking `draft` imports."""
    script = (
        "import sys; from docklint.cli import main\n"
        f"sys.argv = ['docklint', 'check', {str(draft)!r}, '--format', {format!r}]\n"
        "main(); print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, env=surroundings(), check=True)
    return set(run.stderr.decode().split())


def test_importing_docklint_imports_nothing_heavy() -> None:
    script = "import sys; before = set(sys.modules); import docklint; print(*(set(sys.modules) - before))"
    run = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(_SRC)!r}); {script}"],
        capture_output=True,
        check=True,
    )
    loaded = set(run.stdout.split())
    assert {name for name in loaded if name.startswith(b"docklint")} == {b"docklint", b"docklint.version"}
    assert not {b"lxml", b"docx", b"rich", b"typer", b"regex", b"dataclasses"} & loaded


_SRC = Path(__file__).parents[1] / "src"
