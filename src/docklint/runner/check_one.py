"""One file checked, as its own configuration has it."""

from __future__ import annotations

from docklint.errors import DraftError
from docklint.linter import Linter
from docklint.results import FileResult
from docklint.runner.targets import STDIN, Target, place, standard_input
from docklint.workspace import Workspace


def check_one(workspace: Workspace, target: Target, stdin_name: str = "") -> FileResult:
    """Check one file, or standard input under the name it is called by."""
    linter = workspace.of(place(target.path, stdin_name))
    if target.error:
        return FileResult(target.path, error=target.error)
    if target.path == STDIN:
        return _check_input(linter, stdin_name or STDIN)
    return linter.check_file(target.path, named=not target.folder)


def _check_input(linter: Linter, name: str) -> FileResult:
    try:
        return linter.check_bytes(name, standard_input())
    except DraftError as error:
        return FileResult(name, error=error)


def failed(path: str, error: DraftError) -> FileResult:
    """Return the result of a file that could not be checked."""
    return FileResult(path, error=error)
