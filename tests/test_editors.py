"""The recipes for editors, in the editors: each lands on the very character that a finding is about."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.installing import ROOT
from tests.running import FAULTY, docklint, surroundings

VIMS = [name for name in ("nvim", "vim") if shutil.which(name)]
EMACS = shutil.which("emacs")
NODE = shutil.which("node")
PAGE = (ROOT / "docs" / "editors.md").read_text("utf-8")
DRAFT = "我的 对照检查材料.txt"
LINE, CHARACTER = 3, "*"

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(os.name == "nt", reason="the recipes are run with a shell of POSIX"),
]


def recipe(kind: str, part: str) -> str:
    """Return the code of a kind in which a word stands."""
    found: list[str] = [
        code for code in re.findall(rf"```{kind}[^\n]*\n(.*?)```", PAGE, re.S) if part in code
    ]
    return found[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft that has one finding in the middle of a long line, and docklint on the path."""
    command = tmp_path / "bin" / "docklint"
    command.parent.mkdir()
    command.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m docklint \"$@\"\n", "utf-8")
    command.chmod(0o755)
    (tmp_path / DRAFT).write_text(FAULTY, "utf-8")
    (tmp_path / "docklint.toml").write_text('profile = "generic"\n', "utf-8")
    return tmp_path


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[bytes]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = surroundings({"PATH": path, "HOME": str(folder), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"})
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=120, check=False)


def test_columns_in_bytes_count_what_stands_before(folder: Path) -> None:
    told = docklint("check", DRAFT, "-f", "concise", "--byte-columns", cwd=folder).text
    line, column = map(int, re.findall(r":(\d+):(\d+): error", told)[0])
    assert FAULTY.splitlines()[line - 1].encode()[column - 1 :].decode().startswith(CHARACTER)
    plain = docklint("check", DRAFT, "-f", "concise", cwd=folder).text
    assert int(re.findall(r":(\d+):(\d+): error", plain)[0][1]) < column


@pytest.mark.parametrize("vim", VIMS)
def test_vim_stands_on_the_character(folder: Path, vim: str) -> None:
    (folder / "recipe.vim").write_text(recipe("vim", "makeprg"), "utf-8")
    seen = (
        "call writefile([string(getpos('.')[1]), matchstr(getline('.'), '.', col('.') - 1), "
        "string(len(getqflist()))], 'seen')"
    )
    commands = ["source recipe.vim", "silent make!", "cfirst", seen, "qall!"]
    quiet = ["--headless"] if vim == "nvim" else ["-es", "-N"]
    run(folder, vim, "-u", "NONE", *quiet, DRAFT, *(part for each in commands for part in ("-c", each)))
    assert (folder / "seen").read_text("utf-8").splitlines()[:2] == [str(LINE), CHARACTER]


@pytest.mark.skipif(not EMACS, reason="no Emacs here")
def test_emacs_stands_on_the_character(folder: Path) -> None:
    lisp = f"""
{recipe("elisp", "compilation-error-screen-columns")}
(setq compilation-ask-about-save nil)
(compile "docklint check --format concise '{DRAFT}'")
(while (get-buffer-process "*compilation*") (accept-process-output nil 0.1))
(with-current-buffer "*compilation*" (goto-char (point-min)))
(next-error 1)
(set-buffer (window-buffer))
(princ (format "%d %c\\n" (line-number-at-pos) (char-after)))
"""
    (folder / "recipe.el").write_text(lisp, "utf-8")
    ran = run(folder, "emacs", "-Q", "--batch", "-l", "recipe.el")
    assert ran.stdout.decode().splitlines()[-1:] == [f"{LINE} {CHARACTER}"], ran.stderr.decode()


@pytest.mark.skipif(not EMACS, reason="no Emacs here")
def test_flycheck_stands_on_the_character(folder: Path) -> None:
    if run(folder, "emacs", "--batch", "--eval", "(require 'flycheck)").returncode:
        pytest.skip("no flycheck here")
    lisp = f"""
{recipe("elisp", "flycheck-define-checker")}
(find-file "{DRAFT}")
(text-mode)
(setq flycheck-checker 'docklint)
(flycheck-mode 1)
(flycheck-buffer)
(while (flycheck-running-p) (accept-process-output nil 0.1))
(dolist (found flycheck-current-errors)
  (goto-char (flycheck-error-pos found))
  (princ (format "%s %d %c\\n" (flycheck-error-id found) (line-number-at-pos) (char-after))))
"""
    (folder / "recipe.el").write_text(lisp, "utf-8")
    ran = run(folder, "emacs", "--batch", "-l", "recipe.el")
    assert f"RED101 {LINE} {CHARACTER}" in ran.stdout.decode().splitlines(), ran.stderr.decode()


@pytest.mark.skipif(not NODE, reason="no Node here")
def test_the_matcher_of_vs_code_finds_the_character(folder: Path) -> None:
    (task,) = json.loads(recipe("json", "problemMatcher"))["tasks"]
    arguments = [argument.replace("${file}", DRAFT) for argument in task["args"]]
    (folder / "told").write_bytes(run(folder, task["command"], *arguments).stdout)
    # VS Code matches with JavaScript's expressions and counts columns in UTF-16, as JavaScript does.
    script = """
const fs = require('fs');
const pattern = JSON.parse(process.argv[1]);
for (const line of fs.readFileSync('told', 'utf8').split('\\n')) {
  const found = new RegExp(pattern.regexp).exec(line);
  if (found) {
    const text = fs.readFileSync(found[pattern.file], 'utf8').split('\\n')[found[pattern.line] - 1];
    console.log(found[pattern.line], text[found[pattern.column] - 1], found[pattern.code], found[pattern.severity]);
  }
}
"""
    ran = run(folder, "node", "-e", script, json.dumps(task["problemMatcher"]["pattern"]))
    assert ran.stdout.decode().splitlines() == [f"{LINE} {CHARACTER} RED101 error"], ran.stderr.decode()
