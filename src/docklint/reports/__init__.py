"""Reports: one module a format, imported only when its format is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from importlib import import_module

from docklint.texts import Texts
from docklint.texts import load as texts_in
from docklint.typed import TYPE_CHECKING, ClassVar, cast
from docklint.values import Value

if TYPE_CHECKING:
    from docklint.packs import Library
    from docklint.results import FileResult, Run, Summary

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
    "docx": "docklint.reports.docx",
}
"""Format → the module that holds its class: `json` is `JsonReport` in `reports/json.py`."""

FOR_PEOPLE = frozenset({"text", "concise"})
"""Formats in the stream's own encoding, with errors told on standard error; all others are UTF-8."""


NAMELESS = frozenset({"concise", "github", "gitlab"})
"""Formats without a place for who made the report; that is told on standard error."""


STATISTICS = "statistics"
"""Not a format of its own: how often each rule spoke, instead of the findings."""


class ReportOptions(Value):
    """How results are shown."""

    lang: str = "zh"
    fail_on: str = "warning"
    """Decides the stated exit status."""
    width: int = 80
    """Terminal columns."""
    quiet: bool = False
    """Only findings are shown."""
    library: Library | None = None
    """Rules and words for formats that describe rules or show a draft's structure; None: those of docklint."""
    show_suppressed: bool = False
    """Findings that do not count are shown as well, with the reason."""
    drafts_only: bool = False
    """A run without a draft is no failure: a commit that holds none is none that a hook should stop."""
    fail_on_unchecked: bool = False
    """What was not checked makes 1 of 0."""
    byte_columns: bool = False
    """`concise` counts columns in bytes of UTF-8, as Vim does."""
    remarks: Mapping[str, str] = {}
    """A sentence more about some files, by their paths, in reports that people look at."""

    def exit_status(self, summary: Summary) -> int:
        """Return the status a run ends with."""
        status = 0 if self.drafts_only and not summary.files else summary.exit_status(self.fail_on)
        return status or int(self.fail_on_unchecked and summary.is_unchecked)

    @cached_property
    def texts(self) -> Texts:
        """The catalogue in `lang`."""
        return texts_in(self.lang)


class Format:
    """A format of reports: what there is to write at the beginning, for each file in order, and at the end.

    A format's module has a subclass named for it (`JsonReport`), which overrides what it needs. The pieces of text
    are taken before the next method is called; joined, they are the report. `streams`: every line makes sense without
    those behind it, so that standard output may get a part of the report; any other is written when it is complete.
    """

    streams: ClassVar[bool] = False
    binary: ClassVar[bool] = False
    """The report is no text: its bytes come from `data`, and no piece of text from any other method."""

    def __init__(self, options: ReportOptions) -> None:
        self.options = options

    def begin(self, run: Run) -> Iterable[str]:
        """Return what stands before all files."""
        return ()

    def file(self, result: FileResult) -> Iterable[str]:
        """Return what is written as soon as a file is checked; a report that begins with totals only takes note."""
        return ()

    def end(self, summary: Summary) -> Iterable[str]:
        """Return what stands behind all files, or the whole of a report that begins with totals."""
        return ()

    def data(self, summary: Summary) -> bytes:
        """Return the whole of a report that is `binary`."""
        return b""


class TextReporter:
    """A reporter that has a format put a run into words and hands these on."""

    def __init__(self, format: Format, put: Callable[[Iterable[str]], object]) -> None:
        self._format = format
        self._put = put

    def begin(self, run: Run) -> None:
        """Hand on what stands before all files."""
        self._put(self._format.begin(run))

    def file(self, result: FileResult) -> None:
        """Hand on what there is to say of one file."""
        self._put(self._format.file(result))

    def end(self, summary: Summary) -> None:
        """Hand on the rest."""
        self._put(self._format.end(summary))


class BytesReporter:
    """A reporter that hands on a report that is no text, when it is complete."""

    def __init__(self, format: Format, put: Callable[[bytes], object]) -> None:
        self._format = format
        self._put = put

    def begin(self, run: Run) -> None:
        """Tell the format that a run begins."""
        self._format.begin(run)

    def file(self, result: FileResult) -> None:
        """Tell the format of one file."""
        self._format.file(result)

    def end(self, summary: Summary) -> None:
        """Hand on the whole."""
        self._put(self._format.data(summary))


def load(name: str) -> type[Format]:
    """Import the format of that name in `REPORTS`, or `STATISTICS`."""
    module = import_module({**REPORTS, STATISTICS: "docklint.reports.statistics"}[name])
    return cast(type[Format], getattr(module, f"{name.capitalize()}Report"))
