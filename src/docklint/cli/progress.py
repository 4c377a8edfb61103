"""A progress bar on standard error, for long folders and only when a person watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from docklint.cli.output import for_terminal
from docklint.results import FileResult

LONG = 20
"""From how many files on a bar is worth while."""


def with_progress(results: Iterable[FileResult], total: int, quiet: bool, lang: str) -> Iterable[FileResult]:
    """Pass the results on; if there are many, a bar is shown and gone before the first one comes out."""
    if quiet or total < LONG or not for_terminal(sys.stderr):
        return results
    return _behind_bar(results, total, lang)


def _behind_bar(results: Iterable[FileResult], total: int, lang: str) -> Iterator[FileResult]:
    from rich.console import Console
    from rich.progress import track

    title = "Checking" if lang == "en" else "正在检查"
    console = Console(stderr=True)
    yield from list(track(results, title, total=total, console=console, transient=True))
