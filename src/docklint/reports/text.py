"""A person's view: by file, each finding with its place, the passage and what to do about it.

The report is a stream of styled segments. A pipe or file gets their text; a terminal gets the same text with
colours through rich (`cli/painted.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from docklint.neutral import safe, shown
from docklint.reports import Format, ReportOptions
from docklint.reports.excerpt import excerpt
from docklint.reports.imprint import made_by, tool
from docklint.reports.location import Locator
from docklint.reports.plain import width, wrap
from docklint.reports.verdicts import clean_words, verdict_line
from docklint.reports.words import chosen_words, person_place, requirement_words, suppression_words
from docklint.results import FileResult, Summary
from docklint.rules import Finding
from docklint.texts import Texts
from docklint.values import as_dict

Segment = tuple[str, str]
"""Text and the name of its style: a key of `STYLES`, or empty."""
STYLES = {
    "path": "bold underline",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold blue",
    "mark": "red",
    "dim": "dim",
}
_VERDICT_STYLES = {"return": "error", "revise": "warning", "unchecked": "warning", "ready": ""}
_CHANGES = ("insertion", "deletion")
_LONGEST_HEADING = 26
_NARROWEST, _WIDEST = 40, 100


class TextReport(Format):
    """The report file by file, then its summary."""

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield what there is to say of one file, as plain text."""
        return (text for text, _ in self.segments(result))

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield the summary, as plain text."""
        return (text for text, _ in self.total(summary))

    def segments(self, result: FileResult) -> Iterator[Segment]:
        """Yield what there is to say of one file; one that failed is told elsewhere."""
        if result.document is not None:
            yield from _file(result, self.options)

    def total(self, summary: Summary) -> Iterator[Segment]:
        """Yield the summary."""
        if not self.options.quiet:
            yield from _skipped(summary, self.options)
        if summary.files > summary.failed and not self.options.quiet:
            yield from _total(summary, self.options)
        if (summary.files > summary.failed or summary.skipped) and not self.options.quiet:
            yield from _paragraph(made_by(tool(), self.options.texts), self.options, "")


def _file(result: FileResult, view: ReportOptions) -> Iterator[Segment]:
    live = [finding for finding in result.findings if finding.suppressed is None]
    if view.quiet and not live and not (view.show_suppressed and result.findings):
        return
    yield safe(result.path), "path"
    yield "\n", ""
    if not view.quiet:
        yield from _preface(result, view, clean=not live)
    shown = list(result.findings) if view.show_suppressed else live
    if shown:
        yield from _findings(result, shown, view)
    for code, count in result.unlisted(view.show_suppressed).items():
        yield from _paragraph(view.texts("report.more", code=code, count=count), view, "")
    if result.unlisted(view.show_suppressed):
        yield "\n", ""


def _preface(result: FileResult, view: ReportOptions, clean: bool) -> Iterator[Segment]:
    if result.profile:
        id, title = result.profile.id, safe(result.profile.title_in(view.lang))
        yield from _paragraph(chosen_words(id, title, result.chosen_by, view.texts), view, "dim")
    if result.papers > 1:
        yield from _paragraph(view.texts("report.papers", count=result.papers), view, "dim")
    word, reasons = result.verdict.word, (each.told_in(view.texts) for each in result.verdict.reasons)
    yield from _paragraph(verdict_line(word, reasons, view.texts), view, _VERDICT_STYLES[word])
    if clean and (words := clean_words(word, result.coverage.has_structure, view.texts)):
        yield words + "\n", ""
    yield "\n", ""


def _skipped(summary: Summary, view: ReportOptions) -> Iterator[Segment]:
    """Yield the files that were passed over: nobody must be left out without a word."""
    if not summary.skipped:
        return
    yield from _paragraph(view.texts("skipped.head", count=len(summary.skipped)), view, "")
    for each in summary.skipped:
        yield f"  {view.texts('skipped.entry', path=shown(each.path), reason=each.reason)}\n", ""
    yield "\n", ""


def _paragraph(text: str, view: ReportOptions, style: str) -> Iterator[Segment]:
    yield from ((line + "\n", style) for line in wrap(text, _columns(view)))


def _findings(result: FileResult, live: list[Finding], view: ReportOptions) -> Iterator[Segment]:
    assert result.document is not None
    sheet = _FileLines(Locator(result.document), result.document.text, view, live)
    advised: set[str] = set()
    for group in _groups(live, sheet.locator):
        yield from sheet.entry(group, advise=group[0].code not in advised)
        advised.add(group[0].code)


def _groups(findings: Iterable[Finding], locator: Locator) -> Iterator[list[Finding]]:
    """Fold findings of one rule on one line that say the same of different words."""
    for _, on_line in groupby(findings, key=lambda finding: locator.position(finding.span.start).line):
        same: dict[tuple[object, ...], list[Finding]] = {}
        for finding in on_line:
            said = finding.message.replace(finding.quote, "\0") if finding.quote else finding.message
            same.setdefault((finding.code, said, finding.suppressed, finding.requirement), []).append(finding)
        yield from same.values()


class _FileLines:
    """The layout of one file's findings: the place in a column of its own, everything else beside it."""

    def __init__(self, locator: Locator, text: str, view: ReportOptions, findings: Iterable[Finding]) -> None:
        self.locator = locator
        self._text = text
        self._view = view
        self._indent = 4 + max(width(self._place(finding)) for finding in findings)
        self._room = _columns(view) - self._indent

    def entry(self, group: list[Finding], advise: bool) -> Iterator[Segment]:
        """Yield one finding, or several that are told as one."""
        first = group[0]
        lead = self._view.texts(f"report.severity-{'notice' if first.is_notice else first.severity.value}")
        place = f"  {self._place(first)}"
        yield place + " " * (self._indent - width(place)), ""
        yield lead, first.severity.value
        yield from self._hanging(f"  {safe(first.message)} [{first.code}]", "", width(lead))
        if len(group) > 1:
            yield from self._beside(self._folded(group), "")
        if first.suppressed:
            yield from self._beside(suppression_words(first.suppressed, self._view.texts), "dim")
        yield from self._beside(self._path(group), "dim")
        if first.quote or not first.is_notice:
            # What docklint says of the paper as a whole points at no word of it.
            yield from self._excerpt(group)
        if first.requirement:
            yield from self._beside(requirement_words(*first.requirement, self._view.texts), "")
        if advise and first.help:
            yield from self._beside(self._view.texts("report.advice") + safe(first.help), "")
        yield "\n", ""

    def _place(self, finding: Finding) -> str:
        return person_place(finding.span, self.locator, self._view.texts)

    def _folded(self, group: list[Finding]) -> str:
        if self.locator.paragraph(group[0].span.start) is not None:
            words = dict.fromkeys(f"“{_shortened(safe(finding.quote))}”" for finding in group)
            told = self._view.texts("general.list").join(words)
            key = "report.folded-words" if len(words) > 1 else "report.folded-in-word"
            return self._view.texts(key, count=len(group), words=told)
        columns = (self._column(finding, group[0]) for finding in group)
        places = self._view.texts("general.list").join(columns)
        return self._view.texts("report.folded", count=len(group), places=places)

    def _column(self, finding: Finding, first: Finding) -> str:
        column = self.locator.position(finding.span.start).column
        key = "report.column" if finding.quote == first.quote else "report.column-words"
        return self._view.texts(key, column=column, words=_shortened(safe(finding.quote)))

    def _path(self, group: list[Finding]) -> str:
        headings = [
            _shortened(safe(heading)) for heading in _common(finding.heading_path for finding in group)
        ]
        change = _change(group[0], self._view.texts)
        path = self._view.texts("report.path").join([*headings, change] if change else headings)
        return self._view.texts("general.semicolon").join(filter(None, (self._page(group[0]), path)))

    def _page(self, finding: Finding) -> str:
        """Say the page, where Word recorded one."""
        page = self.locator.page(finding.span.start)
        return "" if page is None else self._view.texts("html.page", page=page)

    def _excerpt(self, group: list[Finding]) -> Iterator[Segment]:
        line = self.locator.line(self.locator.position(group[0].span.start).line)
        shown = excerpt(self._text, line, [finding.span for finding in group], self._room - 2)
        margin = " " * self._indent
        if shown.text.strip():
            yield from ((margin, ""), ("| ", "dim"), (shown.text + "\n", ""))
            yield from ((margin, ""), ("| ", "dim"), (shown.marks + "\n", "mark"))

    def _beside(self, text: str, style: str) -> Iterator[Segment]:
        for line in wrap(text, self._room) if text else ():
            yield " " * self._indent + line + "\n", style

    def _hanging(self, text: str, style: str, used: int) -> Iterator[Segment]:
        lines = wrap("\0" * used + text, self._room)
        for number, line in enumerate(lines):
            yield (" " * self._indent if number else "") + line.lstrip("\0") + "\n", style


def _change(finding: Finding, texts: Texts) -> str:
    """Say who wrote or took away the text in a tracked change. A check of such changes tells which `kind` it means."""
    data = finding.data
    kind = str(data.get("kind", "insertion"))
    if kind not in _CHANGES or not data.get("author") or "date" not in data:
        return ""
    return texts(
        f"report.revision-{kind}", author=safe(str(data["author"])), date=str(data["date"] or "")[:10]
    ).strip()


def _common(paths: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield the headings that folded findings share; they may stand in several parts of one line."""
    for level in zip(*paths, strict=False):
        if len(set(level)) > 1:
            return
        yield level[0]


def _columns(view: ReportOptions) -> int:
    return max(_NARROWEST, min(view.width, _WIDEST))


def _shortened(heading: str) -> str:
    return heading if len(heading) <= _LONGEST_HEADING else heading[: _LONGEST_HEADING - 1] + "…"


def _total(summary: Summary, view: ReportOptions) -> Iterator[Segment]:
    counts = {
        **as_dict(summary),
        "notices": sum(summary.notices.values()),
        "unchecked": summary.verdicts.get("unchecked", 0) - summary.failed,
    }
    yield from _paragraph(
        view.texts("report.total", checked=summary.files - summary.failed, **counts), view, ""
    )
    for key in ("suppressed", "notices", "unchecked", "failed", "crashed"):
        if counts[key]:
            yield from _paragraph(view.texts(f"report.total-{key}", **counts), view, "")
