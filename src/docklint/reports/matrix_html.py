"""The matrix as one page in the design of the report: a picture, and tables that say the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from docklint.reports import matrix as matrix_report
from docklint.reports import outline as outline_report
from docklint.reports.html.head import LANGUAGES, head
from docklint.reports.html.links import Links
from docklint.reports.html.markup import Child, Markup, tag
from docklint.reports.html.picture import picture
from docklint.reports.imprint import file_name, made_by, tool
from docklint.reports.matrix import Cell, MatrixTable, tables
from docklint.reports.matrix_words import note
from docklint.structure.draft import Draft
from docklint.texts import Texts


def render(drafts: Sequence[Draft], texts: Texts) -> Iterator[str]:
    """Yield the page; what stands in the draft stays text."""
    path, title = drafts[0].document.path, texts("matrix.title")
    banner = tag("header", tag("h1", title), class_="banner")
    article = tag(
        "article", tag("h2", path), _profile(drafts[0], texts), _parts(drafts, texts), class_="plain"
    )
    footer = tag("footer", tag("p", made_by(tool(), texts)))
    body = tag("body", tag("main", banner, article), footer)
    named = texts("html.title", name=file_name(path), title=title)
    yield f"<!DOCTYPE html>\n{tag('html', head(named), body, lang=LANGUAGES[texts.lang])}\n"


def _profile(draft: Draft, texts: Texts) -> Markup:
    told = texts("matrix.profile", title=draft.profile.title_in(texts.lang))
    return tag("p", told, class_="profile")


def _parts(drafts: Sequence[Draft], texts: Texts) -> Iterator[Child]:
    """Yield the picture of each draft, its tables and what is to be known of them."""
    for number, draft in enumerate(drafts, 1):
        yield tag("p", note(draft, texts), class_="aside note-above")
        yield picture(_links(draft, texts), f"picture{number}", texts)
        yield map(_table, tables(draft, texts))


def _links(draft: Draft, texts: Texts) -> Links:
    found = json.loads("".join(matrix_report.json([draft], texts)))
    return Links(list(outline_report.nodes([draft])), found)


def _table(table: MatrixTable) -> Markup:
    heads = tag("tr", (tag("th", column, scope="col") for column in table.columns))
    rows = (tag("tr", map(_cell, row)) for row in table.rows)
    look = f"matrix to{len(table.columns) - 1}"
    listed = tag("table", tag("thead", heads), tag("tbody", rows), class_=look)
    return tag("section", tag("h3", table.title), listed)


def _cell(cell: Cell) -> Markup:
    words = {"missing": "missing", "weak": "weak-cell"}.get(cell.state)
    return tag("td", (tag("p", line, class_=words) for line in cell.lines))
