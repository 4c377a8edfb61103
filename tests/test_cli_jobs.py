"""`--jobs N`: several processes, the same report."""

from __future__ import annotations

import json
import multiprocessing
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.running import CLEAN, FAULTY, WARNED, docklint, hear_signals, surroundings

GENERIC = ("--profile", "generic")
METHODS = multiprocessing.get_all_start_methods()
HOW = "import multiprocessing; multiprocessing.set_start_method({!r})\n"

# Runs in the workers too where they are forked; where they are not, the file itself says what to do.
FATAL = """
import os, signal, time
from docklint.linter import Linter
check = Linter.check
def odd(self, document, named=True):
    path = document.path
    if path.startswith("fatal"):
        os.kill(os.getpid(), signal.SIGKILL)
    if path.startswith("slow"):
        time.sleep(0.3)
    if path.startswith("endless"):
        open("started", "x").close()
        time.sleep(600)
    return check(self, document, named)
Linter.check = odd
"""
FORKED = HOW.format("fork") + FATAL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("clean", CLEAN), ("warned", WARNED), ("faulty", FAULTY)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "empty.docx").touch()
    return tmp_path


@pytest.mark.parametrize("method", METHODS)
def test_jobs_change_nothing_but_the_time(folder: Path, method: str) -> None:
    paths = ["faulty.txt", "empty.docx", "clean.txt", "warned.txt"]
    alone = docklint("check", *paths, *GENERIC, "-f", "json", cwd=folder)
    how = HOW.format(method)
    assert docklint("check", *paths, *GENERIC, "-f", "json", "--jobs", "2", cwd=folder, before=how) == alone


@pytest.mark.skipif("fork" not in METHODS, reason="needs fork")
def test_results_come_in_the_order_of_the_files(folder: Path) -> None:
    names = [f"{'slow' if number % 5 == 0 else 'quick'}{number:02}.txt" for number in range(40)]
    for name in names:
        (folder / name).write_text(FAULTY, encoding="utf-8")
    ran = docklint("check", *names, *GENERIC, "-f", "json", "--jobs", "4", cwd=folder, before=FORKED)
    assert [file["path"] for file in json.loads(ran.out)["files"]] == names


@pytest.mark.skipif("fork" not in METHODS, reason="needs fork")
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_killed_worker_is_the_error_of_its_file_alone(folder: Path, place: int) -> None:
    (folder / "fatal.txt").write_text(CLEAN, encoding="utf-8")
    paths = ["clean.txt", "faulty.txt", "warned.txt"]
    paths.insert(place, "fatal.txt")
    ran = docklint("check", *paths, *GENERIC, "-f", "json", "--jobs", "2", cwd=folder, before=FORKED)
    files = json.loads(ran.out)["files"]
    assert [file["path"] for file in files] == paths
    errors = {file["path"]: file["error"] and file["error"]["code"] for file in files}
    assert errors == {**dict.fromkeys(paths), "fatal.txt": "internal-error"}
    assert ran.status == 2


BROKEN_OFF = """
import struct
from multiprocessing.connection import Connection
send_bytes = Connection.send_bytes
def half(pipe, answer):
    if b"half.txt" in answer and len(answer) > 1000:
        os.write(pipe.fileno(), struct.pack("!i", 5000) + b"x" * 100)
        os.kill(os.getpid(), signal.SIGKILL)
    send_bytes(pipe, answer)
Connection.send_bytes = half
"""


@pytest.mark.skipif("fork" not in METHODS, reason="needs fork")
def test_a_worker_that_dies_in_the_middle_of_its_answer_keeps_nobody_waiting(folder: Path) -> None:
    (folder / "half.txt").write_text(CLEAN, encoding="utf-8")
    paths = ["half.txt", "clean.txt", "warned.txt", "faulty.txt"]
    before = FORKED + BROKEN_OFF
    ran = docklint("check", *paths, *GENERIC, "-f", "json", "--jobs", "2", cwd=folder, before=before)
    errors = [file["error"] and file["error"]["code"] for file in json.loads(ran.out)["files"]]
    assert errors == ["internal-error", None, None, None]


@pytest.mark.skipif("fork" not in METHODS, reason="needs fork")
def test_what_cannot_be_sent_is_the_error_of_its_file(folder: Path) -> None:
    before = """
from docklint.linter import Linter
from docklint.values import replace
check = Linter.check
def odd(self, document, named=True):
    result = check(self, document, named)
    return replace(result, chosen_by=lambda: 0) if document.path == "warned.txt" else result
Linter.check = odd
"""
    paths = ["clean.txt", "warned.txt", "faulty.txt"]
    before = HOW.format("fork") + before
    ran = docklint("check", *paths, *GENERIC, "-f", "json", "--jobs", "2", cwd=folder, before=before)
    errors = [file["error"] and file["error"]["code"] for file in json.loads(ran.out)["files"]]
    assert errors == [None, "internal-error", None]


@pytest.mark.skipif("fork" not in METHODS, reason="needs fork")
def test_ctrl_c_ends_at_once_whatever_the_workers_are_at(folder: Path) -> None:
    (folder / "endless.txt").write_text(CLEAN, encoding="utf-8")
    program = f"{FORKED}\nimport sys, docklint.cli as c; sys.exit(c.main())"
    command = [
        sys.executable,
        "-c",
        program,
        "check",
        "clean.txt",
        "endless.txt",
        "warned.txt",
        "--jobs",
        "2",
    ]
    with subprocess.Popen(
        [*command, "--output", "report.txt"], cwd=folder, env=surroundings(), stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hear_signals,
    ) as run:  # fmt: skip
        while not (folder / "started").exists() and run.poll() is None:
            time.sleep(0.01)
        os.killpg(run.pid, signal.SIGINT)
        assert run.wait(60) == 130
        assert run.stderr is not None
        assert run.stderr.read() == b""
    assert not [path for path in folder.iterdir() if "report" in path.name]


@pytest.mark.skipif("fork" not in METHODS, reason="needs fork, and a shell")
def test_ctrl_c_leaves_no_copy_of_a_draft_that_is_being_converted(folder: Path) -> None:
    (folder / "old.rtf").write_bytes(rb"{\rtf1 draft}")
    programs, copies = folder / "programs", folder / "copies"
    programs.mkdir()
    copies.mkdir()
    office = programs / "soffice"
    office.write_text(f"#!/bin/sh\ntouch '{folder}/started'\nsleep 600\n", "utf-8")
    office.chmod(0o755)
    env = surroundings() | {"PATH": f"{programs}{os.pathsep}{os.defpath}", "TMPDIR": str(copies)}
    command = [sys.executable, "-m", "docklint", "check", "old.rtf", "clean.txt", "--convert", "--jobs", "2"]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hear_signals,
    ) as run:
        while not (folder / "started").exists() and run.poll() is None:
            time.sleep(0.01)
        assert list(copies.iterdir())
        os.killpg(run.pid, signal.SIGINT)
        assert run.wait(60) == 130
        assert run.stderr is not None
        assert run.stderr.read() == b""
    assert not list(copies.iterdir())


# --- the run ends, and so does everything it started ----------------------------------------------------------

KILLS = [name for name in ("SIGTERM", "SIGHUP", "SIGKILL") if hasattr(signal, name)]
IMPATIENT = pytest.mark.skipif("fork" not in METHODS, reason="needs fork, and signals")


def started(
    folder: Path, command: list[str], environment: dict[str, str], *inherited: int
) -> subprocess.Popen[bytes]:
    """Start a run, and wait until a worker is in the middle of its work."""
    run = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True, preexec_fn=hear_signals, pass_fds=inherited,
    )  # fmt: skip
    while not (folder / "started").exists() and run.poll() is None:
        time.sleep(0.01)
    return run


def ended_by(run: subprocess.Popen[bytes], name: str) -> bytes:
    """End a run by a signal to it alone, and return what it said on standard error."""
    with run:
        run.send_signal(getattr(signal, name))
        assert run.wait(60) == -getattr(signal, name)
        assert run.stderr
        return run.stderr.read()


@IMPATIENT
@pytest.mark.parametrize("name", KILLS)
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_no_worker_outlives_a_run_that_is_ended(folder: Path, name: str, jobs: str) -> None:
    """Every process of the run holds the other side of a pipe; when the last is gone, that is its end."""
    for each in ("endless1.txt", "endless2.txt", "endless3.txt"):
        (folder / each).write_text(CLEAN, encoding="utf-8")
    mine, theirs = os.pipe()
    program = f"{HOW.format('fork')}{FATAL}\nimport sys, docklint.cli as c; sys.exit(c.main())"
    busy = program.replace('open("started", "x")', 'open("started", "a")')
    command = [
        sys.executable,
        "-c",
        busy,
        "check",
        "endless1.txt",
        "endless2.txt",
        "endless3.txt",
        "--jobs",
        jobs,
    ]
    run = started(folder, command, surroundings(), theirs)
    os.close(theirs)
    assert ended_by(run, name) == b""
    assert select.select([mine], [], [], 60)[0], "a worker lives on"
    assert os.read(mine, 1) == b""
    os.close(mine)


IN_CALLBACK = """
import weakref
class Held(set):
    pass
def last(reference):
    open("started", "a").close()
    time.sleep(600)
def held(self, document, named=True):
    one = Held()
    reference = weakref.ref(one, last)
    del one
    time.sleep(600)
Linter.check = held
"""


@IMPATIENT
@pytest.mark.parametrize("name", KILLS)
def test_a_worker_that_is_stopped_within_a_callback_says_nothing_and_ends(folder: Path, name: str) -> None:
    """Python swallows what is raised there (by an import's lock, seldom; here at once) and tells of it aloud."""
    for each in ("endless1.txt", "endless2.txt"):
        (folder / each).write_text(CLEAN, encoding="utf-8")
    mine, theirs = os.pipe()
    program = f"{FORKED}{IN_CALLBACK}\nimport sys, docklint.cli as c; sys.exit(c.main())"
    command = [sys.executable, "-c", program, "check", "endless1.txt", "endless2.txt", "--jobs", "2"]
    run = started(folder, command, surroundings(), theirs)
    os.close(theirs)
    assert ended_by(run, name) == b""
    assert select.select([mine], [], [], 60)[0], "a worker lives on"
    os.close(mine)


@IMPATIENT
@pytest.mark.parametrize("name", KILLS)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_converter_outlives_a_run_that_is_ended_and_no_copy_stays(
    folder: Path, name: str, jobs: str
) -> None:
    (folder / "old.rtf").write_bytes(rb"{\rtf1 draft}")
    programs, copies = folder / "programs", folder / "copies"
    programs.mkdir()
    copies.mkdir()
    office = programs / "soffice"
    office.write_text(
        f"#!/bin/sh\nsleep 600 &\necho $! > '{folder}/starting'\nmv '{folder}/starting' '{folder}/started'\nwait\n",
        "utf-8",
    )
    office.chmod(0o755)
    env = surroundings() | {"PATH": f"{programs}{os.pathsep}{os.defpath}", "TMPDIR": str(copies)}
    command = [sys.executable, "-m", "docklint", "check", "old.rtf", "clean.txt", "--convert", "--jobs", jobs]
    run = started(folder, command, env)
    assert list(copies.iterdir())
    assert ended_by(run, name) == b""
    sleeper = int((folder / "started").read_text())
    for _ in range(2000):
        if not _lives(sleeper) and not list(copies.iterdir()):
            return
        time.sleep(0.01)
    pytest.fail(f"lives: {_lives(sleeper)}; left: {list(copies.iterdir())}")


def _lives(process: int) -> bool:
    """Return whether a process is there and not only waiting to be taken note of."""
    state = Path(f"/proc/{process}/stat")
    try:
        os.kill(process, 0)
        return not state.exists() or ") Z " not in state.read_text()
    except (ProcessLookupError, FileNotFoundError):
        return False


@IMPATIENT
def test_a_run_that_is_told_to_outlive_its_terminal_does(folder: Path) -> None:
    """As `nohup` has it."""
    before = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\nimport os; os.kill(os.getpid(), signal.SIGHUP)"
    assert docklint("check", "clean.txt", *GENERIC, cwd=folder, before=before).status == 0


@IMPATIENT
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_run_that_is_ended_leaves_no_half_of_a_report(folder: Path, name: str) -> None:
    (folder / "endless.txt").write_text(CLEAN, encoding="utf-8")
    program = f"{FORKED}\nimport sys, docklint.cli as c; sys.exit(c.main())"
    command = [sys.executable, "-c", program, "check", "clean.txt", "endless.txt", "-o", "report.txt"]
    assert ended_by(started(folder, command, surroundings()), name) == b""
    assert not [path for path in folder.iterdir() if "report" in path.name or "docklint" in path.name]
