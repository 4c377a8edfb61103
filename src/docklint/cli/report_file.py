"""One report on its way to a file or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from docklint.cli.output import for_terminal, opened, opened_for_bytes
from docklint.reports import FOR_PEOPLE, STATISTICS, BytesReporter, ReportOptions, TextReporter, load
from docklint.results import Reporter
from docklint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@contextmanager
def told_to(path: Path | None, format: str, view: ReportOptions) -> Iterator[Reporter]:
    """Return the reporter that writes a report to a file, or to standard output if `path` is None.

    It is there when the context ends. Raises `SetupError` if it cannot be written.
    """
    if format == "text" and path is None and for_terminal(sys.stdout):
        # Only here is rich imported; the same report goes to pipes and files as plain text.
        from docklint.cli.painted import Painted

        yield Painted(view)
        return
    report = load(format)(view)
    if report.binary:
        with opened_for_bytes(path) as whole:
            yield BytesReporter(report, whole.put_bytes)
        return
    with opened(path, format not in {*FOR_PEOPLE, STATISTICS}, report.streams) as sink:
        yield TextReporter(report, sink.put)
