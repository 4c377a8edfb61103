"""Markdown for a chat or a job summary: the verdict, then a table of findings for each file, the worst first.

What says the same of several places is one row. A GitHub job summary holds 1 MiB.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.patterns import compiled
from docklint.reports import Format, ReportOptions
from docklint.reports.entries import Entry, live, place, unlisted, verdict, worst_first
from docklint.reports.json import file_entry
from docklint.reports.plain import safe
from docklint.reports.verdicts import overall
from docklint.reports.verdicts import word as verdict_word
from docklint.reports.words import suppression_words, word
from docklint.results import FileResult, Summary
from docklint.rules import Suppression

_MARKUP = compiled(r"([\\`*_{}\[\]<>()#|~&!$@]|:(?=//)|(?<=www)\.)")
"""What Markdown, its tables, links, mentions or formulas give a meaning to."""
_MOST_PLACES = 8
_HEADS = {
    "zh": ("级别", "位置", "问题", "规则"),
    "en": ("Severity", "Place", "Finding", "Rule"),
}
_REASON = {"zh": "为什么不计入", "en": "Why it does not count"}


class Report(Format):
    """The report; the verdict comes first, so nothing is written before the end."""

    def __init__(self, options: ReportOptions) -> None:
        super().__init__(options)
        self._files: list[Entry] = []

    def file(self, result: FileResult) -> tuple[str, ...]:
        """Keep what there is to say of one file."""
        self._files.append(file_entry(result, self.options.lang))
        return ()

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield the report."""
        lang = self.options.lang
        verdicts = [verdict(entry, self.options.fail_on) for entry in self._files]
        yield f"## docklint: {overall(verdicts, lang)}\n"
        for entry, one in zip(self._files, verdicts, strict=True):
            yield f"\n### {escaped(entry['path'])}: {verdict_word(one, lang)}\n\n"
            yield from _file(entry, self.options)


def escaped(text: str) -> str:
    """Make one line of text that Markdown shows as it stands, in a table's cell too."""
    return _MARKUP.sub(r"\\\1", safe(text)).strip()


def _file(entry: Entry, view: ReportOptions) -> Iterator[str]:
    lang = view.lang
    if entry["error"]:
        yield escaped(entry["error"]["message"]) + "\n"
        return
    yield from (note + "\n\n" for note in _notes(entry, lang))
    findings = worst_first(live(entry))
    if not findings:
        yield word("clean", lang) + "\n"
    if told := _counts(entry, lang):
        yield ("" if findings else "\n") + told + "\n"
    yield from _table(findings, lang)
    yield from (f"\n{escaped(told)}\n" for told in unlisted(entry, lang))
    if view.show_suppressed:
        yield from _suppressed(entry, lang)


def _table(findings: Iterable[Entry], lang: str) -> Iterator[str]:
    rows = [_row(_cells(group, lang)) for group in _groups(findings)]
    if rows:
        yield "\n" + _row(_HEADS[lang]) + _row(("---",) * 4)
        yield from rows


def _suppressed(entry: Entry, lang: str) -> Iterator[str]:
    """Yield what does not count, in the order of the draft, with the reason."""
    gone = [finding for finding in entry["findings"] if finding["suppressed"]]
    if gone:
        yield "\n" + _row((*_HEADS[lang], _REASON[lang])) + _row(("---",) * 5)
    for finding in gone:
        reason = suppression_words(Suppression(**finding["suppressed"]), lang)
        yield _row((*_cells([finding], lang), escaped(reason)))


def _notes(entry: Entry, lang: str) -> Iterator[str]:
    if profile := entry["profile"]:
        yield escaped(word(f"chosen-{profile['chosen_by']}", lang, title=profile["title"]))
    for unread in entry["coverage"]["unread"]:
        yield escaped(verdict_word("unread", lang, **unread))
    if crashed := [code for code, status in entry["rules"].items() if status == "crashed"]:
        yield escaped(verdict_word("crashed", lang, codes=word("places", lang).join(crashed)))


def _counts(entry: Entry, lang: str) -> str:
    keys = [key for key in ("error", "warning", "info") if entry["summary"][key]]
    told = [f"{word(key, lang)} {entry['summary'][key]}" for key in keys]
    if entry["summary"]["suppressed"]:
        told.append(word("suppressed", lang, suppressed=entry["summary"]["suppressed"]))
    return word("places", lang).join(told)


def _groups(findings: Iterable[Entry]) -> Iterable[list[Entry]]:
    """Gather findings that are told in the same words, where the first of them stands."""
    same: dict[tuple[str, str, str], list[Entry]] = {}
    for finding in findings:
        key = (finding["severity"], finding["code"], finding["message"])
        same.setdefault(key, []).append(finding)
    return same.values()


def _cells(group: list[Entry], lang: str) -> tuple[str, ...]:
    first = group[0]
    places = word("places", lang).join(map(place, group[:_MOST_PLACES]))
    more = f" (+{len(group) - _MOST_PLACES})" if len(group) > _MOST_PLACES else ""
    return word(first["severity"], lang), places + more, escaped(first["message"]), first["code"]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
