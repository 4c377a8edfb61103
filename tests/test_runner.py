"""A run told to reporters: who hears what, in which order, and how long the way to the reader is."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest

from docklint.cli import baseline, check
from docklint.results import FileResult, Run, Summary
from docklint.runner.run import Plan, run
from docklint.runner.targets import targets
from docklint.settings import Request
from docklint.workspace import Workspace
from tests.running import CLEAN, FAULTY, docklint, surroundings


class Heard:
    """A reporter that notes what it is told."""

    def __init__(self, stop_at: str = "") -> None:
        self.told: list[str] = []
        self._stop_at = stop_at

    def begin(self, run: Run) -> None:
        self.told.append(f"begin {run.files}")

    def file(self, result: FileResult) -> None:
        self.told.append(f"{result.path} {result.error.code if result.error else len(result.findings)}")
        if result.path == self._stop_at:
            raise LookupError

    def end(self, summary: Summary) -> None:
        self.told.append(f"end {summary.files} {summary.failed} {summary.error}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "faulty.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "other.md").write_text("随便写写。", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(*paths: str, jobs: int = 1, stop_at: str = "") -> tuple[Summary, Heard, Heard]:
    workspace = Workspace(Request(profile="generic", isolated=True))
    first, second = Heard(stop_at), Heard()
    return run(workspace, Plan(paths, tuple(targets(paths)), jobs=jobs), (first, second)), first, second


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.usefixtures("folder")
def test_every_reporter_is_told_the_same_in_the_order_of_the_files(jobs: int) -> None:
    summary, first, second = ran("faulty.txt", "gone.txt", "none", "clean.txt", jobs=jobs)
    assert first.told == [
        "begin 4",
        "faulty.txt 1",
        "gone.txt not-found",
        "clean.txt 0",
        "none no-drafts",
        "end 4 2 1",
    ]
    assert second.told == first.told
    assert (len(summary.skipped), summary.exit_status("never")) == (1, 2)


@pytest.mark.usefixtures("folder")
def test_what_a_reporter_raises_ends_the_run() -> None:
    heard = Heard("faulty.txt")
    workspace = Workspace(Request(profile="generic", isolated=True))
    plan = Plan(("faulty.txt", "clean.txt"), tuple(targets(["faulty.txt", "clean.txt"])))
    with pytest.raises(LookupError):
        run(workspace, plan, (heard,))
    assert heard.told == ["begin 2", "faulty.txt 1"]


FRAMES = """
import sys
import docklint.readers
from docklint.cli import main
read = docklint.readers.read
def noted(*given):
    frame, ours = sys._getframe().f_back, []
    while frame.f_code is not main.__code__:
        if "docklint" in frame.f_globals["__name__"]:
            ours.append(frame.f_code.co_qualname)
        frame = frame.f_back
    print(len(ours), *ours, file=sys.stderr)
    return read(*given)
docklint.readers.read = noted
"""


@pytest.mark.usefixtures("folder")
def test_the_way_from_the_command_line_to_the_reader_is_short() -> None:
    """Frames of our own between `main` and `readers.read`; there were eighteen when the report pulled the results."""
    told = docklint("check", "clean.txt", before=FRAMES).said.splitlines()
    (frames,) = [line for line in told if "check_one" in line]
    assert 3 < int(frames.split()[0]) < 10, frames


@pytest.mark.parametrize("command", [check.check, baseline.update, baseline.prune])
def test_a_command_has_no_parameter_that_it_does_not_read(command: object) -> None:
    assert inspect.isfunction(command)
    assert set(inspect.signature(command).parameters) == {"given", "asked"}
    assert {"given", "asked"} <= _names_read(inspect.getsource(command))


def _names_read(source: str) -> set[str]:
    import ast
    import textwrap

    tree = ast.parse(textwrap.dedent(source))
    return {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


@pytest.mark.skipif(os.name == "nt", reason="there a folder in use cannot be deleted")
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["check", "a.txt"], 2, "当前文件夹已经被删除"),
        (["check", "a.txt", "--lang", "en"], 2, "The current folder was deleted"),
        (["baseline", "update", "a.txt"], 2, "当前文件夹已经被删除"),
        (["outline", "a.txt"], 2, "当前文件夹已经被删除"),
        (["check", "--isolated", "--profile", "generic", "{draft}"], 0, ""),
        (["--version"], 0, ""),
        (["check", "--help"], 0, ""),
    ],
)
def test_a_working_folder_that_is_gone(tmp_path: Path, arguments: list[str], status: int, said: str) -> None:
    draft, gone = tmp_path / "clean.txt", tmp_path / "gone"
    draft.write_text(CLEAN, "utf-8")
    gone.mkdir()
    given = [each.format(draft=draft) for each in arguments]
    program = (
        f"import os, sys; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r})\n"
        "import docklint.cli as c; sys.exit(c.main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *given], capture_output=True, env=surroundings(), check=False
    )
    told = done.stderr.decode()
    assert (done.returncode, told.count("\n")) == (status, 1 if said else 0), told
    assert told.startswith(f"docklint: {said}" if said else "")
