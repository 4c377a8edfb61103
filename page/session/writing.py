"""The files to save: the draft with comments or with changes, and reports on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import NamedTuple

from docklint.annotating.comments import AUTHOR, Signature, commented
from docklint.annotating.copy_names import copy_stem
from docklint.annotating.mending import Mender
from docklint.annotating.task import AnnotatingTask
from docklint.fixing.result import fixed_bytes
from docklint.fixing.rounds import fix
from docklint.reports import load
from docklint.reports.desk import overview_csv, overview_page
from docklint.reports.desk.overview import OverviewEntry, json
from docklint.reports.suffixes import suffix_for
from docklint.results import Run, summarise
from docklint.texts import Texts
from docklint.word.refusals import check_document
from page.session.papers import SessionPapers, readable
from page.session.words import words


class Saved(NamedTuple):
    """A file to be saved under a name."""

    name: str
    data: bytes


def report(papers: SessionPapers, key: str, format: str) -> Saved:
    """Return the report that `docklint check --format FORMAT --output FILE` writes on one draft."""
    name = papers.paper(key).name
    view, result = papers.settings.view(name), papers.result(key)
    written = load(format)(view)
    summary = summarise([result])
    pieces = (*written.begin(Run(1)), *written.file(result), *written.end(summary))
    called = view.texts("cli.report-name", stem=_stem(name), number="") + suffix_for(format)
    return Saved(called, "".join(pieces).encode("utf-8"))


def annotated(papers: SessionPapers, key: str, with_fixes: bool, author: str, unsafe: bool) -> Saved:
    """Return what `docklint annotate` writes. Raises a `DraftError` for a draft that cannot be read or written to."""
    paper, result = papers.paper(key), readable(papers.result(key))
    assert result.document is not None
    check_document(result.document)
    linter, signature = papers.settings.of(paper.name), Signature(author=author or AUTHOR)
    task = AnnotatingTask(
        Mender(linter, signature, unsafe), paper.name, paper.data, result, with_fixes=with_fixes
    )
    found = task.fresh
    made = commented(found.data, found.document, found.result, signature, linter.settings.lang)
    stem = copy_stem(_stem(paper.name), papers.settings.texts)
    return Saved(stem + PurePosixPath(paper.name).suffix, made.data)


def fixed(papers: SessionPapers, key: str, unsafe: bool, author: str) -> tuple[Saved, int]:
    """Return what `docklint fix --output` writes, and how many fixes are made. Raises as `annotated` does."""
    paper = papers.paper(key)
    outcome = fix(papers.settings.of(paper.name), paper.name, paper.data, unsafe)
    stem = words(papers.settings.texts.lang)("file.fixed", stem=_stem(paper.name))
    data = fixed_bytes(paper.data, outcome, author=author or AUTHOR)
    return Saved(stem + PurePosixPath(paper.name).suffix, data), len(outcome.made)


def overview(report: OverviewEntry, format: str, texts: Texts) -> Saved:
    """Return an overview as `html`, `csv` or `json`."""
    writers: dict[str, Callable[[], Iterable[str]]] = {
        "html": lambda: overview_page.render(report, texts),
        "csv": lambda: overview_csv.render(report, texts),
        "json": lambda: json(report),
    }
    return Saved(f"{texts('overview.title')}.{format}", "".join(writers[format]()).encode("utf-8"))


def _stem(name: str) -> str:
    return PurePosixPath(name).stem
