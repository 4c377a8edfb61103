"""The hooks, run by pre-commit itself (and by prek, where it is installed) on staged drafts.

Both tools install docklint with its dependencies from the package registry: hence `network`.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess
from typing import NamedTuple

import pytest

from tests.installing import ROOT, copy_sources, done, run

pytestmark = [
    pytest.mark.network,
    pytest.mark.skipif(shutil.which("git") is None, reason="needs git"),
]
EXAMPLES = ROOT / "examples"
DRAFT = "班子 对照检查材料（第三稿）.docx"
IDENTITY = ("-c", "user.name=docklint", "-c", "user.email=docklint@example.org", "-c", "commit.gpgsign=false")


class Tool(NamedTuple):
    """A hook runner: its command and the environment it wants."""

    command: str
    environment: Mapping[str, str]


def _found(name: str) -> str:
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    command = beside or shutil.which(name)
    if command is None:
        pytest.skip(f"needs {name}")
    return command


@pytest.fixture(scope="module", params=["pre-commit", "prek"])
def tool(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tool:
    home = str(tmp_path_factory.mktemp("home"))
    return Tool(_found(request.param), {"PRE_COMMIT_HOME": home, "PREK_HOME": home})


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository that holds this checkout as it is, uncommitted changes included."""
    repository = copy_sources(tmp_path_factory.mktemp("hooks") / "docklint")
    _git(repository, "init", "--quiet")
    _git(repository, "add", "--all")
    _git(repository, *IDENTITY, "commit", "--quiet", "--message", "as it is")
    return repository


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    _git(tmp_path, "init", "--quiet")
    return tmp_path


def test_both_hooks_find_the_faults_of_a_staged_draft(tool: Tool, hooks: Path, repository: Path) -> None:
    shutil.copy(EXAMPLES / "faulty.docx", repository / DRAFT)
    ran = _run(tool, hooks, repository)
    assert ran.returncode == 1
    for hook in ("docklint", "docklint-docx"):
        assert f"hook id: {hook}" in ran.stdout
    assert ran.stdout.count(DRAFT) == 2
    assert ran.stdout.count("[RED102]") == 2


def test_clean_drafts_pass_and_other_files_are_left_alone(tool: Tool, hooks: Path, repository: Path) -> None:
    shutil.copy(EXAMPLES / "clean.docx", repository / DRAFT)
    (repository / "~$班子.docx").write_bytes(b"\x05owner file of an open document")
    (repository / "notes.md").write_text("# Notes\n\nNothing here yet: TODO, XX.\n", "utf-8")
    ran = _run(tool, hooks, repository)
    assert ran.returncode == 0, ran.stdout


def test_only_the_wide_hook_reads_text(tool: Tool, hooks: Path, repository: Path) -> None:
    shutil.copy(EXAMPLES / "faulty.txt", repository / "个人 材料.txt")
    ran = _run(tool, hooks, repository)
    assert ran.returncode == 1
    assert "hook id: docklint\n" in ran.stdout
    assert "hook id: docklint-docx" not in ran.stdout


def test_a_text_that_is_no_draft_does_not_stop_a_commit(tool: Tool, hooks: Path, repository: Path) -> None:
    (repository / "notes.txt").write_text("Nothing here yet: TODO, XX.\n", "utf-8")
    assert _run(tool, hooks, repository).returncode == 0


def test_try_repo(hooks: Path, repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    shutil.copy(EXAMPLES / "faulty.docx", repository / DRAFT)
    _git(repository, "add", "--all")
    home = str(tmp_path_factory.mktemp("home"))
    ran = run(_found("pre-commit"), "try-repo", hooks, "docklint", cwd=repository, PRE_COMMIT_HOME=home)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "hook id: docklint\n" in ran.stdout
    assert "[RED102]" in ran.stdout


def _run(tool: Tool, hooks: Path, repository: Path) -> CompletedProcess[str]:
    """Stage everything and run both hooks on it."""
    revision = _git(hooks, "rev-parse", "HEAD").strip()
    listed = "\n".join(f"      - id: {hook}" for hook in ("docklint", "docklint-docx"))
    config = f"repos:\n  - repo: '{hooks.as_posix()}'\n    rev: {revision}\n    hooks:\n{listed}\n"
    (repository / ".pre-commit-config.yaml").write_text(config, "utf-8")
    _git(repository, "add", "--all")
    return run(tool.command, "run", cwd=repository, **tool.environment)


def _git(repository: Path, *arguments: str) -> str:
    return done("git", *arguments, cwd=repository)
