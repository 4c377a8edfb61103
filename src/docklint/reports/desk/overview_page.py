"""An overview as a page: a table that can be sorted and filtered, a row leading to that paper's own report."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from docklint.reports.desk.columns import NUMBERS, OverviewCell, cells, counted, head, notes, worst
from docklint.reports.desk.overview import OverviewEntry
from docklint.reports.desk.page import control_words, page
from docklint.reports.html.markup import Child, Markup, tag
from docklint.texts import Texts
from docklint.verdict import WORDS

COLUMNS = ("verdict", "path", "likeness", *NUMBERS, "worst", "problems", "share")
FIGURES = (*NUMBERS, "problems", "share", "likeness")


def render(report: OverviewEntry, texts: Texts) -> str:
    """Return the page for the JSON of `docklint overview`."""
    return page(texts("overview.title"), list(_parts(report, texts)), texts)


def _parts(report: OverviewEntry, texts: Texts) -> Iterator[Child]:
    title = texts("overview.title")
    yield tag(
        "header",
        (tag("h1", title), tag("p", counted(report, texts), class_="lead")),
        tag("div", (tag("p", sentence) for sentence in notes(report, texts)), class_="notes"),
        class_="banner",
    )
    heads = (tag("th", head(key, texts), scope="col", class_=_figure(key)) for key in COLUMNS)
    rows = (_row(paper, texts) for paper in report["papers"])
    table = tag(
        "table", tag("thead", tag("tr", heads)), tag("tbody", rows), class_="overview", **control_words(texts)
    )
    wide = tag("div", table, class_="wide", tabindex="0", role="region", aria_label=title)
    yield tag("section", wide, class_="contents")


def _row(paper: OverviewEntry, texts: Texts) -> Markup:
    row = cells(paper, texts)
    likeness = paper["likeness"]
    return tag(
        "tr",
        tag(
            "td",
            tag("span", row["verdict"].shown, class_=f"verdict-word {paper['verdict']}"),
            data_value=_rank(paper),
        ),
        tag("th", _name(paper), _about(paper, texts), scope="row", data_value=paper["path"]),
        (_counted(key, row[key]) for key in ("likeness", *NUMBERS)),
        tag("td", _found(paper, texts)),
        (_counted(key, row[key]) for key in ("problems", "share")),
        data_score=likeness["score"] if likeness else None,
        data_past="" if likeness and likeness["past"] else None,
    )


def _rank(paper: OverviewEntry) -> int:
    return len(WORDS) - WORDS.index(paper["verdict"])


def _name(paper: OverviewEntry) -> Child:
    if not paper["report"]:
        return str(paper["path"])
    return tag("a", paper["path"], href=quote(paper["report"].replace("\\", "/"), errors="surrogateescape"))


def _about(paper: OverviewEntry, texts: Texts) -> Child:
    row = cells(paper, texts)
    said = [row[key].shown for key in ("who", "audience", "meeting") if row[key].shown]
    return tag("span", texts("general.list").join(said), class_="because") if said else None


def _found(paper: OverviewEntry, texts: Texts) -> Child:
    """Return why the verdict is what it is, and the worst that was found."""
    reasons = texts("general.semicolon").join(paper["verdict_reasons"])
    items = (tag("li", told) for told in worst(paper, texts))
    return [tag("p", reasons) if reasons else None, tag("ul", items, class_="worst")]


def _counted(key: str, cell: OverviewCell) -> Markup:
    value = "-1" if cell.value is None else str(cell.value)
    return tag("td", cell.shown, class_=_figure(key), data_value=value)


def _figure(key: str) -> str | None:
    return "figure" if key in FIGURES else None
