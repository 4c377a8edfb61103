"""What a report must not take the place of."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from docklint.errors import SetupError
from docklint.readers import OLD_FORMATS, OLD_TEMPLATES, TEMPLATES
from docklint.runner.targets import STDIN

WORD = frozenset({".docx"}) | TEMPLATES | OLD_FORMATS | OLD_TEMPLATES
"""Suffixes of files that somebody has written in a word processor."""


def refuse_overwriting(output: Path | None, drafts: Iterable[str], force: bool) -> None:
    """Raise `SetupError` if a report would take the place of a draft, or of anything that is no report of ours.

    Only the latter may be wished for (`force`), be it a Word file. A device or a pipe is written to and not replaced.
    """
    if output is None or not os.path.exists(output):
        return
    if any(_same(output, draft) for draft in drafts):
        raise SetupError("setup.overwriting", output=output)
    if force or not os.path.isfile(output):
        return
    if os.path.realpath(output).lower().endswith(tuple(WORD)) and not _may_go(output, written_by_people=True):
        raise SetupError("setup.overwriting-word", output=output)
    if not _may_go(output):
        raise SetupError("setup.overwriting-other", output=output)


def refuse_in_use(output: Path | None, in_use: Iterable[Path]) -> None:
    """Raise `SetupError` if a report would take the place of a file that decides what is in it."""
    if output and os.path.isfile(output) and any(_same(output, file) for file in in_use):
        raise SetupError("setup.overwriting-in-use", output=output)


def _may_go(output: Path, written_by_people: bool = False) -> bool:
    # Late: only who replaces a file needs to know what it is.
    from docklint.own_reports import is_own_report

    return (os.path.getsize(output) == 0 and not written_by_people) or is_own_report(str(output))


def _same(output: Path, other: str | Path) -> bool:
    return other != STDIN and os.path.exists(other) and os.path.samefile(output, other)
