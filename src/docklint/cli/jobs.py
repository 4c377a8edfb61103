"""Check files one after the other or, with workers, several at a time; results come in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docklint.cli.paths import STDIN, Target, standard_input
from docklint.errors import DraftError
from docklint.results import FileResult

if TYPE_CHECKING:
    from docklint.linter import Linter
    from docklint.workspace import Workspace


def check_all(
    workspace: Workspace, found: Sequence[Target], stdin_name: str, jobs: int
) -> Iterator[FileResult]:
    """Return the results of `found`, in order; `jobs` processes work on them, none more than there are files.

    `stdin_name`: what the file `-` is called. Raises `SetupError` at once when some configuration is wrong.
    """
    workspace.prepare(place(target.path, stdin_name) for target in found)
    if min(jobs, len(found)) < 2 or any(target.path == STDIN for target in found):
        return workspace.with_unused_tables(check(workspace, target, stdin_name) for target in found)
    # Late: most runs check a single file.
    from docklint.cli.pool import in_parallel

    return workspace.with_unused_tables(in_parallel(workspace.request, found, min(jobs, len(found))))


def place(path: str, stdin_name: str) -> str:
    """Return the path by which the configuration for a draft is found: standard input has the one it is called by."""
    return (stdin_name or os.curdir) if path == STDIN else path


def check(workspace: Workspace, target: Target, stdin_name: str = "") -> FileResult:
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
