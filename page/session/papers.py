"""The drafts that were handed over: what is found in each, and what the page shows of it."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from docklint.comparing.compare import compared
from docklint.comparison import Version
from docklint.coverage import Understanding
from docklint.errors import DraftError, NoSuffix, OwnReport, SetupError, TooLarge, UnknownFormat
from docklint.grammar import Grammar
from docklint.likeness.folder import compare
from docklint.likeness.threshold import THRESHOLD
from docklint.likeness.wording import OwnPaper, PaperReader
from docklint.linter import Linter
from docklint.overview.likest import likest
from docklint.overview.rows import Row, checked, of_file
from docklint.overview.shape import shape
from docklint.own_reports import is_own_data
from docklint.readers import within_limit
from docklint.reports.desk.overview import OverviewEntry, OverviewResult, entries, entry
from docklint.reports.html.data import paper_entry
from docklint.reports.json import file_entry, finding_entry
from docklint.reports.location import Locator
from docklint.reports.understood import understood
from docklint.results import FileResult
from docklint.runner.unused_tables import UnusedTables
from docklint.structure.draft import Draft
from docklint.values import Value, replace
from page.session.settings import SessionSettings
from page.session.words import words

KEPT = 12
"""So many results are kept; what comes of a draft beyond is found again when it is asked for."""


class SessionPaper:
    """A draft that was handed over: its name and bytes, and what a row of the overview takes."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data
        self.rows: tuple[Row, ...] = ()
        self.own: tuple[OwnPaper, ...] | None = None


class FoundInPaper(Value, by_identity=True):
    """What is found in a draft. `view`: what was understood of it on the way; None if it could not be read."""

    result: FileResult
    view: Understanding | None
    grammar: Grammar

    @cached_property
    def drafts(self) -> Sequence[Draft]:
        """The papers of the file as reports show them: all under the first one's profile."""
        if self.view is not None and len(self.view.drafts) == 1 and self.view.drafts[0].has_structure:
            return self.view.drafts
        return understood(self.result, self.grammar)

    @property
    def each_by_itself(self) -> tuple[Draft, ...]:
        """The papers, each under the profile it speaks for."""
        return self.view.drafts if self.view else ()


class SessionPapers:
    """All drafts of the page, by the keys it gave them, under one set of settings."""

    def __init__(self, settings: SessionSettings, known: Iterable[tuple[str, SessionPaper]] = ()) -> None:
        """`known`: drafts of earlier settings, which are checked anew when they are asked for."""
        self.settings = settings
        self._papers = {key: SessionPaper(each.name, each.data) for key, each in known}
        settings.expect(each.name for each in self._papers.values())
        self._results: OrderedDict[str, FoundInPaper] = OrderedDict()

    def items(self) -> Iterable[tuple[str, SessionPaper]]:
        """Return the drafts with their keys."""
        return self._papers.items()

    def forget(self, key: str) -> None:
        """Let go of a draft."""
        self._papers.pop(key, None)
        self._results.pop(key, None)

    def paper(self, key: str) -> SessionPaper:
        """Return a draft. Raises `SetupError` if nobody handed it over."""
        if key not in self._papers:
            raise SetupError("errors.error", detail=words(self.settings.texts.lang)("session.unknown-key"))
        return self._papers[key]

    def result(self, key: str) -> FileResult:
        """Return what is found in a draft, as `docklint check` finds it; its error may say that it cannot be read."""
        return self._found(key).result

    def taken(self, key: str, name: str, data: bytes) -> dict[str, Any]:
        """Take a draft and tell all that the page shows of it, and what became of the findings of an earlier version."""
        self.settings.expect((name,))
        before = self._before(key, data)
        self._papers[key] = SessionPaper(name, data)
        self._results.pop(key, None)
        found, texts = self._found(key), self.settings.view(name).texts
        return {
            "report": file_entry(found.result, texts),
            **paper_entry(found.result, found.drafts, texts),
            "overview": entry(self._rows(key, found), texts),
            "since": before and self._since(before, found),
        }

    def overview(self, keys: Iterable[str]) -> OverviewEntry:
        """Return the overview of some drafts, the worst first, each with how like the others it is."""
        found = [(key, self.paper(key)) for key in keys]
        for key, paper in found:
            if not paper.rows or paper.own is None:
                self._read(key)
        # By key: two drafts may have one name.
        own = [
            replace(one, document=replace(one.document, path=key))
            for key, each in found
            for one in each.own or ()
        ]
        alike = likest(compare(own, THRESHOLD))
        names = {key: paper.name for key, paper in found}
        rows = [
            replace(row, path=key, alike=alike.get((key, row.number)))
            for key, paper in found
            for row in paper.rows
        ]
        told = entries(OverviewResult(rows, THRESHOLD), self.settings.texts)
        return {
            **told,
            "papers": [{**each, "key": each["path"], "path": names[each["path"]]} for each in told["papers"]],
        }

    def _found(self, key: str) -> FoundInPaper:
        paper = self.paper(key)
        if key not in self._results:
            self._results[key] = check(self.settings, paper.name, paper.data)
            while len(self._results) > KEPT:
                self._results.popitem(last=False)
        self._results.move_to_end(key)
        return self._results[key]

    def _read(self, key: str) -> None:
        """Find out of a draft what an overview takes."""
        found = self._found(key)
        self._rows(key, found)
        each = found.each_by_itself
        self.paper(key).own = tuple(PaperReader(self.settings.lang).papers(each, past=False)) if each else ()

    def _rows(self, key: str, found: FoundInPaper) -> Row:
        """Keep the rows of a draft, one for each paper in it, and return the one that stands for all of it."""
        shapes = [shape(one, self.settings.lang) for one in found.each_by_itself]
        self.paper(key).rows = tuple(checked(found.result, shapes, {}))
        return of_file(found.result, shapes, None)

    def _before(self, key: str, data: bytes) -> FoundInPaper | None:
        if key not in self._papers or self._papers[key].data == data:
            return None
        return self._found(key)

    def _since(self, old: FoundInPaper, new: FoundInPaper) -> dict[str, Any] | None:
        """Tell what became of the findings of an earlier version: those that are gone in full, the others by fingerprint."""
        if old.result.document is None or new.result.document is None:
            return None
        locator, texts = Locator(old.result.document), self.settings.texts
        found = compared(*(Version(each.result, tuple(each.drafts)) for each in (old, new))).findings
        gone = [
            finding_entry(each.old, locator, texts) for each in found if each.old and each.state == "fixed"
        ]
        return {"gone": gone, "states": {each.new.fingerprint: each.state for each in found if each.new}}


def check(settings: SessionSettings, name: str, data: bytes) -> FoundInPaper:
    """Check one draft as the command line checks a file of that name; what cannot be read becomes the result's error."""
    unused, linter = UnusedTables(settings.workspace), settings.of(name)
    seen, view = _checked(linter, name, data)
    (result,) = (*unused.passed(seen), *unused.rest())
    return FoundInPaper(result, view, linter.library.grammar)


def _checked(linter: Linter, name: str, data: bytes) -> tuple[FileResult, Understanding | None]:
    try:
        within_limit(data)
        if not os.path.splitext(name)[1]:
            raise NoSuffix()
    except (TooLarge, NoSuffix) as error:
        return FileResult(name, error=error), None
    result, view = linter.check_seen(name, data)
    if isinstance(result.error, UnknownFormat) and is_own_data(data):
        return FileResult(name, error=OwnReport()), None
    return result, view


def readable(result: FileResult) -> FileResult:
    """Return the result back, or raise why there is none."""
    if isinstance(result.error, DraftError):
        raise result.error
    return result
