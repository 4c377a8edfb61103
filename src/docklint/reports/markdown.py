"""Markdown for a chat or a job summary: the verdict, then a table of findings for each file, the worst first.

What says the same of several places is one row. A GitHub job summary holds 1 MiB.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.neutral import safe
from docklint.patterns import compiled
from docklint.reports import Format, ReportOptions
from docklint.reports.entries import Entry, live, place, requirement_of, unlisted, worst_first
from docklint.reports.imprint import made_by, tool
from docklint.reports.json import file_entry, skipped_entries
from docklint.reports.verdicts import clean_words, overall, reasons_sentence
from docklint.reports.words import chosen_words, suppression_words
from docklint.results import FileResult, Summary
from docklint.rules import Suppression, is_notice
from docklint.texts import Texts

_MARKUP = compiled(r"([\\`*_{}\[\]<>()#|~&!$@]|:(?=//)|(?<=www)\.)")
"""What Markdown, its tables, links, mentions or formulas give a meaning to."""
_MOST_PLACES = 8


class MarkdownReport(Format):
    """The report; the verdict comes first, so nothing is written before the end."""

    def __init__(self, options: ReportOptions) -> None:
        super().__init__(options)
        self._files: list[Entry] = []

    def file(self, result: FileResult) -> tuple[str, ...]:
        """Keep what there is to say of one file."""
        self._files.append(file_entry(result, self.options.texts))
        return ()

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield the report."""
        texts = self.options.texts
        verdicts = [entry["verdict"] for entry in self._files]
        yield f"## docklint: {overall(verdicts, texts)}\n"
        for entry, one in zip(self._files, verdicts, strict=True):
            yield f"\n### {escaped(entry['path'])}: {texts(f'verdict.one-{one}')}\n\n"
            yield from _file(entry, self.options)
        yield from _skipped(summary, texts)
        yield f"\n{escaped(made_by(tool(), texts))}\n"


def escaped(text: str) -> str:
    """Make one line of text that Markdown shows as it stands, in a table's cell too."""
    return _MARKUP.sub(r"\\\1", safe(text)).strip()


def _file(entry: Entry, view: ReportOptions) -> Iterator[str]:
    texts = view.texts
    if entry["error"]:
        yield escaped(entry["error"]["message"]) + "\n"
        return
    yield from (note + "\n\n" for note in _notes(entry, texts))
    findings = worst_first(live(entry))
    if not findings and (clean := clean_words(entry["verdict"], entry["coverage"]["structure"], texts)):
        yield clean + "\n"
    if told := _counts(entry, texts):
        yield ("" if findings else "\n") + told + "\n"
    yield from _table(findings, texts)
    yield from (f"\n{escaped(told)}\n" for told in unlisted(entry, texts))
    if view.show_suppressed:
        yield from _suppressed(entry, texts)


def _skipped(summary: Summary, texts: Texts) -> Iterator[str]:
    """Yield the list of files that were passed over."""
    if summary.skipped:
        yield f"\n{escaped(texts('skipped.head', count=len(summary.skipped)))}\n\n"
    for each in skipped_entries(summary, texts):
        yield f"- {escaped(texts('skipped.entry', **each))}\n"


def _table(findings: Iterable[Entry], texts: Texts) -> Iterator[str]:
    rows = [_row(_cells(group, texts)) for group in _groups(findings)]
    if rows:
        yield "\n" + _row(_heads(texts)) + _row(("---",) * 4)
        yield from rows


def _suppressed(entry: Entry, texts: Texts) -> Iterator[str]:
    """Yield what does not count, in the order of the draft, with the reason."""
    gone = [finding for finding in entry["findings"] if finding["suppressed"]]
    if gone:
        yield "\n" + _row((*_heads(texts), texts("markdown.head-reason"))) + _row(("---",) * 5)
    for finding in gone:
        reason = suppression_words(Suppression(**finding["suppressed"]), texts)
        yield _row((*_cells([finding], texts), escaped(reason)))


def _notes(entry: Entry, texts: Texts) -> Iterator[str]:
    if profile := entry["profile"]:
        yield escaped(chosen_words(**profile, texts=texts))
    if entry["papers"] > 1:
        yield texts("report.papers", count=entry["papers"])
    if entry["verdict_reasons"]:
        yield escaped(reasons_sentence(entry, texts))


def _counts(entry: Entry, texts: Texts) -> str:
    keys = [key for key in ("error", "warning", "info") if entry["summary"][key]]
    told = [f"{texts(f'report.severity-{key}')} {entry['summary'][key]}" for key in keys]
    if entry["notices"]:
        told.append(f"{texts('report.severity-notice')} {entry['notices']}")
    if entry["summary"]["suppressed"]:
        told.append(texts("report.total-suppressed", suppressed=entry["summary"]["suppressed"]))
    return texts("general.list").join(told)


def _groups(findings: Iterable[Entry]) -> Iterable[list[Entry]]:
    """Gather findings that are told in the same words, where the first of them stands."""
    same: dict[tuple[str, str, str], list[Entry]] = {}
    for finding in findings:
        key = (finding["severity"], finding["code"], finding["message"])
        same.setdefault(key, []).append(finding)
    return same.values()


def _cells(group: list[Entry], texts: Texts) -> tuple[str, ...]:
    first = group[0]
    places = texts("general.list").join(_place(one, texts) for one in group[:_MOST_PLACES])
    if len(group) > _MOST_PLACES:
        places = texts("markdown.more", places=places, count=len(group))
    return (
        texts(f"report.severity-{'notice' if is_notice(first['code']) else first['severity']}"),
        places,
        escaped(" ".join(filter(None, (first["message"], requirement_of(first, texts))))),
        first["code"],
    )


def _place(finding: Entry, texts: Texts) -> str:
    """Return where a person finds it."""
    paragraph = finding["location"]["paragraph_shown"]
    return place(finding) if paragraph is None else texts("report.paragraph", number=paragraph)


def _heads(texts: Texts) -> tuple[str, ...]:
    return tuple(texts(f"markdown.head-{key}") for key in ("severity", "place", "finding", "rule"))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
