"""What is written in a Word report: verdict, findings, correspondence, what was not checked, and who made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docklint.reports.docx.entry import FileEntry
from docklint.reports.docx.paper import Phrase, PrintedPaper
from docklint.reports.entries import Entry, live, requirement_of, unlisted
from docklint.reports.html.findings import place_words
from docklint.reports.imprint import file_name, made_by, tool
from docklint.reports.json import skipped_entries
from docklint.reports.matrix import Cell, MatrixTable
from docklint.reports.verdicts import overall, reasons_sentence
from docklint.reports.words import chosen_words
from docklint.results import Summary
from docklint.rules import is_notice
from docklint.texts import Texts

_WIDTHS = (14, 32, 92, 18)
"""Of the columns of findings, in mm; together as broad as the text."""
_SENTENCE = 30
"""A cell of more characters than this holds sentences, not a heading."""
_TEXT_WIDTH = sum(_WIDTHS)
_LONGEST_QUOTE = 120


def write(paper: PrintedPaper, files: Sequence[FileEntry], summary: Summary, texts: Texts) -> None:
    """Write all there is to say of a run."""
    paper.title(texts("verdict.title"))
    if len(files) != 1:
        paper.centred(overall((file.json["verdict"] for file in files), texts))
        _index(paper, files, texts)
    for number, file in enumerate(files):
        _file(paper, file, texts, new_page=number > 0 or len(files) > 1)
    _skipped(paper, summary, texts)
    paper.text(made_by(tool(), texts), small=True)


def _index(paper: PrintedPaper, files: Sequence[FileEntry], texts: Texts) -> None:
    severities = ("error", "warning", "info")
    heads = [
        texts("html.draft"),
        texts("html.verdict"),
        *(texts(f"report.severity-{each}") for each in severities),
    ]
    rows = [
        [
            [Phrase(file.json["path"])],
            [Phrase(texts(f"verdict.one-{file.json['verdict']}"), strong=True)],
            *([Phrase(str(file.json["summary"][each]))] for each in severities),
        ]
        for file in files
    ]
    if rows:
        paper.table(heads, rows, (78, 30, 16, 16, 16))


def _file(paper: PrintedPaper, file: FileEntry, texts: Texts, new_page: bool) -> None:
    entry = file.json
    paper.heading(file_name(entry["path"]), 1, new_page)
    _verdict(paper, entry, texts)
    if file.remark:
        paper.text(file.remark)
    if entry["error"]:
        return
    _findings(paper, entry, texts)
    _matrix(paper, file, texts)
    paper.heading(texts("html.unchecked"), 2)
    for line in file.unchecked or (texts("html.all-read"),):
        paper.text(line)
    paper.text(texts("html.limits"))
    paper.signatures([texts(f"html.sign-{who}") for who in ("author", "reader", "day")])


def _verdict(paper: PrintedPaper, entry: Entry, texts: Texts) -> None:
    because = entry["error"]["message"] if entry["error"] else reasons_sentence(entry, texts)
    told = texts("verdict.line", verdict=texts(f"verdict.one-{entry['verdict']}"))
    paper.runs([Phrase(told, strong=True), Phrase(because or texts("html.ready-line"))])
    if profile := entry["profile"]:
        paper.text(chosen_words(**profile, texts=texts))
    if entry["papers"] > 1:
        paper.text(texts("report.papers", count=entry["papers"]))
    for line in unlisted(entry, texts):
        paper.text(line)


def _findings(paper: PrintedPaper, entry: Entry, texts: Texts) -> None:
    findings = live(entry)
    if not findings:
        return
    paper.heading(texts("html.findings", count=len(findings)), 2)
    heads = [
        texts("paper.head-number"),
        texts("markdown.head-place"),
        texts("paper.head-finding"),
        texts("paper.head-done"),
    ]
    advised: set[str] = set()
    rows = []
    for number, finding in enumerate(findings, 1):
        help = "" if finding["help"] in advised else finding["help"]
        advised.add(finding["help"])
        rows.append(list(_row(number, finding, help, texts)))
    paper.table(heads, rows, _WIDTHS)


def _row(number: int, finding: Entry, help: str, texts: Texts) -> Iterator[list[Phrase]]:
    location = finding["location"]
    severity = "notice" if is_notice(finding["code"]) else finding["severity"]
    yield [Phrase(str(number))]
    yield [
        Phrase(place_words(location, texts)),
        Phrase("\n" + texts("report.path").join(location["heading_path"]), small=True),
    ]
    told = [
        Phrase(texts(f"report.severity-{severity}") + " ", strong=True, alarm=severity == "error"),
        Phrase(f"{finding['message']} "),
        Phrase(finding["code"], small=True),
    ]
    if quote := _shortened(location["quote"]):
        told.append(Phrase("\n" + texts("paper.quote", quote=quote), quote=True))
    more = (requirement_of(finding, texts), help and texts("report.advice") + help)
    yield [*told, *(Phrase("\n" + each) for each in more if each)]
    yield [Phrase("□")]


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"


def _matrix(paper: PrintedPaper, file: FileEntry, texts: Texts) -> None:
    if not file.notes:
        return
    paper.heading(texts("html.matrix"), 2)
    for line in file.notes:
        paper.text(line)
    for table in file.tables:
        paper.heading(table.title, 3)
        paper.table(table.columns, list(_cells(table)), _shares(table))


def _shares(table: MatrixTable) -> list[int]:
    """Return the widths of columns in mm: one in which whole sentences stand gets two shares."""
    longest = [
        max((len(line) for row in table.rows for line in row[at].lines), default=0)
        for at in range(len(table.columns))
    ]
    shares = [2 if length > _SENTENCE else 1 for length in longest]
    return [_TEXT_WIDTH * share // sum(shares) for share in shares]


def _cells(table: MatrixTable) -> Iterator[list[list[Phrase]]]:
    for row in table.rows:
        yield [_cell(cell) for cell in row]


def _cell(cell: Cell) -> list[Phrase]:
    lost = cell.state == "missing"
    return [Phrase("\n" * bool(at) + line, strong=lost, alarm=lost) for at, line in enumerate(cell.lines)]


def _skipped(paper: PrintedPaper, summary: Summary, texts: Texts) -> None:
    if summary.skipped:
        paper.heading(texts("skipped.head", count=len(summary.skipped)), 2)
    for each in skipped_entries(summary, texts):
        values: dict[str, Any] = dict(each)
        paper.text(texts("skipped.entry", **values))
