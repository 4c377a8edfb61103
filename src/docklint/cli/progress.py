"""A progress bar on standard error, for long folders and only when a person watches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from docklint.results import FileResult, Reporter, Run, Summary
from docklint.texts import Texts
from docklint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress


@contextmanager
def behind_bar(reporters: Sequence[Reporter], total: int, texts: Texts) -> Iterator[Sequence[Reporter]]:
    """Return who is to be told instead of `reporters`: a bar that tells them at last."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield (_Bar(progress, reporters, texts("cli.progress")),)


class _Bar:
    """Holds the results back until the bar is gone: both may go to the same terminal."""

    def __init__(self, progress: Progress, reporters: Sequence[Reporter], title: str) -> None:
        self._progress = progress
        self._reporters = reporters
        self._title = title
        self._held: list[FileResult] = []

    def begin(self, run: Run) -> None:
        """Show the bar."""
        self._run = run
        self._task = self._progress.add_task(self._title, total=run.files)

    def file(self, result: FileResult) -> None:
        """Move the bar on."""
        self._held.append(result)
        self._progress.advance(self._task)

    def end(self, summary: Summary) -> None:
        """Take the bar away and tell everything."""
        self._progress.stop()
        for reporter in self._reporters:
            reporter.begin(self._run)
        for result in self._held:
            for reporter in self._reporters:
                reporter.file(result)
        for reporter in self._reporters:
            reporter.end(summary)
