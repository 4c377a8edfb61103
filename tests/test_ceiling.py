"""Many findings of one rule: some are listed, all are counted, and neither memory nor half a report gives way."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docklint.cli.output import IN_MEMORY, Kept
from docklint.reports import load
from tests.reporting import AS_TEXT
from tests.running import CLEAN, docklint, surroundings
from tests.test_reports import schema

GENERIC = ("--profile", "generic", "--select", "RED101")
LINES = 40
MANY = CLEAN + "学*习。\n" * LINES
"""A draft with forty asterisks."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "many.txt").write_text(MANY, "utf-8")
    return tmp_path


def ran(folder: Path, *more: str, format: str = "json") -> str:
    done = docklint("check", "many.txt", *GENERIC, "-f", format, *more, cwd=folder)
    assert done.status == 1, done.said
    return done.text


def test_what_is_beyond_the_ceiling_is_counted_and_told(folder: Path) -> None:
    report = json.loads(ran(folder, "--max-findings", "15"))
    schema("check").validate(report)
    (file,) = report["files"]
    assert len(file["findings"]) == 15
    assert file["truncated"] == {"RED101": LINES - 15}
    assert file["summary"]["error"] == report["summary"]["error"] == LINES


def test_without_anything_beyond_nothing_is_said(folder: Path) -> None:
    (file,) = json.loads(ran(folder, "--max-findings", str(LINES)))["files"]
    assert "truncated" not in file
    assert len(file["findings"]) == LINES


def test_the_ceiling_is_a_thousand_unless_something_else_is_said(folder: Path) -> None:
    (folder / "many.txt").write_text(CLEAN + "学*习。\n" * 1001, "utf-8")
    assert json.loads(ran(folder))["files"][0]["truncated"] == {"RED101": 1}
    (folder / "docklint.toml").write_text("max-findings = 1000000\n", "utf-8")
    assert "truncated" not in json.loads(ran(folder))["files"][0]
    assert json.loads(ran(folder, "--max-findings", "1"))["files"][0]["truncated"] == {"RED101": 1000}
    shown = docklint("config", "show", "many.txt", cwd=folder).text
    assert re.search(r"^max-findings = 1000000  # .*docklint\.toml: max-findings$", shown, re.M)


WITH_A_COUNT_OF_THEIR_OWN = {"json", "jsonl", "sarif", "gitlab"}
"""Formats for programs alone: `truncated` tells it, or the format has no place for it."""


@pytest.mark.parametrize("format", sorted({*AS_TEXT} - WITH_A_COUNT_OF_THEIR_OWN))
def test_reports_say_how_many_more_there_are(folder: Path, format: str) -> None:
    told = f"RED101 还有 {LINES - 10} 处没有列出"
    assert told in ran(folder, "--max-findings", "10", format=format).replace("\\", "")
    assert "处没有列出" not in ran(folder, format=format)


def test_statistics_and_the_total_count_all(folder: Path) -> None:
    assert ran(folder, "--max-findings", "3", "--statistics", format="text").split()[:2] == ["40", "RED101"]
    assert f"错误 {LINES} 处" in ran(folder, "--max-findings", "3", format="text")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("max-findings = 0", "应不小于 1，现在是 0"),
        ("max-findings = true", "应为一个整数，现在是 True"),
        ('max-findings = "9"', "应为一个整数"),
    ],
)
def test_a_ceiling_that_is_none(folder: Path, text: str, said: str) -> None:
    (folder / "docklint.toml").write_text(text, "utf-8")
    done = docklint("check", "many.txt", cwd=folder)
    assert (done.status, said in done.said) == (2, True), done.said
    assert docklint("check", "many.txt", "--max-findings", "0", cwd=folder).status == 2


def test_a_baseline_knows_every_finding_whatever_the_ceiling(folder: Path) -> None:
    (folder / "docklint.toml").write_text('max-findings = 5\nbaseline = "known.json"\n', "utf-8")
    assert docklint("baseline", "update", "many.txt", *GENERIC, cwd=folder).status == 0
    (entries,) = json.loads((folder / "known.json").read_bytes())["files"].values()
    assert len(entries) == LINES
    (folder / "many.txt").write_text(MANY + "学*习。\n", "utf-8")
    (file,) = json.loads(ran(folder))["files"]
    live = [finding for finding in file["findings"] if finding["suppressed"] is None]
    assert len(live) == 1
    assert file["summary"] == {"error": 1, "warning": 0, "info": 0, "suppressed": LINES}
    assert file["truncated"] == {"RED101": LINES - 5}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_was_counted_comes_out_of_a_worker_too(folder: Path, jobs: str) -> None:
    (folder / "clean.txt").write_text(CLEAN, "utf-8")
    report = json.loads(ran(folder, "clean.txt", "--max-findings", "7", "--jobs", jobs))
    assert report["summary"]["error"] == LINES


PEAK = """
import resource, sys
from docklint.cli import main
main()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts kibibytes as Linux does")
def test_a_finding_more_takes_less_than_a_kilobyte(tmp_path: Path) -> None:
    """Of 800,000 characters 学*, half of which are findings, the report took more than a gigabyte and a half."""
    peaks = []
    for count in (10_000, 40_000):
        (tmp_path / "many.txt").write_text("一、存在的问题\n（一）理论学习方面。" + "学*" * count, "utf-8")
        words = ["check", "many.txt", "--profile", "generic", "-f", "json"]
        done = subprocess.run(
            [sys.executable, "-c", PEAK, *words],
            cwd=tmp_path,
            capture_output=True,
            env=surroundings(),
            check=True,
        )
        assert json.loads(done.stdout)["summary"]["error"] == count
        peaks.append(int(done.stderr.split()[-1]) * 1024)
    assert (peaks[1] - peaks[0]) / 30_000 < 1024


# --- whole or not at all -------------------------------------------------------------------------------------

HALTED = """
import sys, time
from docklint.linter import Linter
check = Linter.check
def odd(self, document, named=True):
    if document.path == "endless.txt":
        open("started", "x").close()
        time.sleep(600)
    return check(self, document, named)
Linter.check = odd
import docklint.cli
sys.exit(docklint.cli.main())
"""


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.parametrize("format", AS_TEXT)
def test_a_run_that_is_killed_leaves_whole_lines_or_nothing(folder: Path, format: str) -> None:
    for name in ("clean.txt", "endless.txt"):
        (folder / name).write_text(CLEAN, "utf-8")
    command = [sys.executable, "-c", HALTED, "check", "gone.txt", "many.txt", "clean.txt", "endless.txt"]
    with (
        open(folder / "out", "wb") as out,
        subprocess.Popen(
            [*command, *GENERIC, "-f", format],
            cwd=folder,
            stdout=out,
            stderr=subprocess.PIPE,
            env=surroundings(),
        ) as run,
    ):
        while not (folder / "started").exists() and run.poll() is None:
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
    written = (folder / "out").read_bytes()
    if not load(format).streams:
        assert written == b""
    else:
        assert written.endswith(b"\n")
        kinds = [json.loads(line)["type"] for line in written.splitlines()] if format == "jsonl" else []
        whole = ["file", *["finding"] * LINES, "file", "file"]
        assert kinds in ([], whole[:-1], whole)


def test_a_report_that_cannot_be_finished_is_an_error_and_nothing_else(folder: Path) -> None:
    """The third piece of the report fails, as a plugin's values may."""
    broken = (
        "from docklint.reports.json import JsonReport as Report\n"
        "from docklint.errors import SetupError\n"
        "def end(self, summary): raise SetupError('setup.no-processes')\n"
        "Report.end = end"
    )
    failed = docklint("check", "many.txt", *GENERIC, "-f", "json", cwd=folder, before=broken)
    assert failed == (2, b"", "docklint: 系统不允许再启动进程，请去掉 --jobs 再试。\n".encode())


def test_a_report_larger_than_memory_should_hold_waits_in_a_file() -> None:
    pieces = ["甲" * (IN_MEMORY // 3), "\udcb5\r\n乙", "丙" * IN_MEMORY, "丁"]
    with Kept() as kept:
        for piece in pieces:
            kept.put((piece,))
        assert "".join(kept.pieces()) == "".join(pieces)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("format", ["json", "concise", "text"])
def test_nothing_is_lost_silently_when_output_is_unbuffered(
    folder: Path, unbuffered: str, format: str
) -> None:
    """With `python -u` a write takes what fits and says so; the rest must not be forgotten."""
    environment = surroundings({"PYTHONUNBUFFERED": unbuffered})
    command = [sys.executable, "-m", "docklint", "check", "many.txt", *GENERIC, "-f", format]
    limited = (
        "import resource, signal, sys, docklint.cli as c; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500)); sys.exit(c.main())"
    )
    with open(folder / "out", "wb") as out:
        done = subprocess.run(
            [sys.executable, "-c", limited, *command[3:]],
            cwd=folder, stdout=out, stderr=subprocess.PIPE, env=environment, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert "无法写入标准输出" in done.stderr.decode()
