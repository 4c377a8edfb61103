"""What a Word report says of one file, taken from its result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docklint.packs import Library
from docklint.reports import ReportOptions
from docklint.reports.entries import Entry
from docklint.reports.json import file_entry
from docklint.reports.matrix import MatrixTable, tables
from docklint.reports.matrix_words import note
from docklint.reports.understood import understood
from docklint.reports.words import unread_words
from docklint.results import FileResult
from docklint.structure.draft import Draft
from docklint.texts import Texts
from docklint.values import Value

_OUTCOMES = ("crashed", "disabled")


class FileEntry(Value):
    """One file: its JSON, the tables of its correspondence with what is to be said of them, what was not checked, and a
    sentence more about it, if there is one.
    """

    json: Entry
    tables: tuple[MatrixTable, ...] = ()
    notes: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    remark: str = ""


def entry(result: FileResult, library: Library, options: ReportOptions) -> FileEntry:
    """Return what is to be written of a result."""
    texts = options.texts
    json = file_entry(result, texts)
    if result.error:
        return FileEntry(json)
    drafts = understood(result, library.grammar)
    summaries = {code: rule.text_in(texts.lang).summary for code, rule in library.rules.items()}
    return FileEntry(
        json,
        tuple(_tables(drafts, texts)),
        tuple(dict.fromkeys(note(draft, texts) for draft in drafts)),
        tuple(_unchecked(json, summaries, texts)),
        options.remarks.get(result.path, ""),
    )


def _tables(drafts: Sequence[Draft], texts: Texts) -> Iterator[MatrixTable]:
    """Yield the tables of all papers of a file; of several, each is said to be of which."""
    for number, draft in enumerate(drafts, 1):
        for table in tables(draft, texts):
            title = texts("paper.of-paper", number=number, title=table.title)
            yield table if len(drafts) == 1 else MatrixTable(title, table.columns, table.rows)


def _unchecked(entry: Entry, summaries: Mapping[str, str], texts: Texts) -> Iterator[str]:
    if entry["verdict"] == "unchecked":
        yield from entry["verdict_reasons"]
    for unread in entry["coverage"]["unread"]:
        yield texts("report.unread", part=_part(unread, texts), what=unread_words(unread["reason"], texts))
    for outcome in _OUTCOMES:
        codes = [code for code, status in entry["rules"].items() if status == outcome]
        if codes:
            rules = (texts("paper.rule", code=code, summary=summaries.get(code, "")) for code in codes)
            head = texts(f"html.outcome-{outcome}")
            yield texts("paper.rules", head=head, rules=texts("general.semicolon").join(rules))


def _part(unread: Mapping[str, Any], texts: Texts) -> str:
    key = f"html.part-{unread['part']}"
    return texts(key) if key in texts else unread["part"]
