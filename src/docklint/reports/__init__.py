"""Reports: one module a format, imported only when its format is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from docklint.values import Value

if TYPE_CHECKING:
    from docklint.packs import Library
    from docklint.results import FileResult

REPORTS = {
    "text": "docklint.reports.text",
    "concise": "docklint.reports.concise",
    "json": "docklint.reports.json",
    "jsonl": "docklint.reports.jsonl",
    "sarif": "docklint.reports.sarif",
    "github": "docklint.reports.github",
    "gitlab": "docklint.reports.gitlab",
    "junit": "docklint.reports.junit",
    "markdown": "docklint.reports.markdown",
    "html": "docklint.reports.html",
}
"""Format → the module whose `render(results, view)` writes it."""

FOR_PEOPLE = frozenset({"text", "concise"})
"""Formats in the stream's own encoding, with errors told on standard error; all others are UTF-8."""


STATISTICS = "statistics"
"""Not a format of its own: how often each rule spoke, instead of the findings."""


class ReportOptions(Value):
    """How results are shown. `width`: terminal columns. `fail_on`: decides the stated exit status.

    `library`: the rules and words the run knows, for formats that describe rules or show a draft's structure;
    None stands for those that ship with docklint.
    `show_suppressed`: findings that do not count are shown as well, with the reason.
    """

    lang: str = "zh"
    fail_on: str = "warning"
    width: int = 80
    quiet: bool = False
    library: Library | None = None
    show_suppressed: bool = False


class Report(Protocol):
    """What a format's module offers: the text of the report, piece by piece, as results come in."""

    def render(self, results: Iterable[FileResult], view: ReportOptions) -> Iterator[str]: ...


def load(name: str) -> Report:
    """Import the module of a format in `REPORTS`, or of `STATISTICS`."""
    return cast(Report, import_module({**REPORTS, STATISTICS: "docklint.reports.statistics"}[name]))
