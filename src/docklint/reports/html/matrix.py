"""Which causes and measures answer which problems: the picture, and tables that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docklint.reports.html.links import Links
from docklint.reports.html.markup import Child, Markup, tag
from docklint.reports.html.picture import picture
from docklint.reports.html.sheet import DraftPage
from docklint.reports.html.tree import title

_Node = Mapping[str, Any]


def matrix(sheet: DraftPage) -> Markup:
    """Return the picture, a table from dimensions to causes and measures, and one from causes to measures."""
    found = _Matrix(sheet)
    tables = list(found.tables())
    if not tables:
        return tag("p", sheet.texts("html.matrix-empty"))
    note = tag("p", sheet.texts("html.matrix-note"), class_="aside")
    return tag("div", note, found.picture(), tables, found.unlinked())


class _Matrix:
    """The links of one file as tables."""

    def __init__(self, sheet: DraftPage) -> None:
        self._sheet = sheet
        self._links = Links(sheet.nodes, sheet.paper.get("matrix"))

    def picture(self) -> Markup | None:
        """Return the picture; None where it would show nothing."""
        return picture(self._links, self._sheet.id("picture"), self._sheet.texts)

    def tables(self) -> Iterator[Markup]:
        """Yield the tables; none where nothing was compared."""
        if not self._links.is_compared:
            return
        if dimensions := self._links.of("dimension"):
            yield self._table(dimensions, "dimension", "cause", "measure")
        if causes := self._links.of("cause"):
            yield self._table(causes, "cause", "measure")

    def unlinked(self) -> Markup | None:
        """Return the measures that answer nothing."""
        kind = "measure-without-cause"
        measures = [node for node in self._links.of("measure") if self._links.is_uncovered(node, kind)]
        if not measures:
            return None
        listed = tag("ul", (tag("li", self._link(node)) for node in measures))
        return tag(
            "div",
            tag("p", self._sheet.texts("html.loose-measures"), class_="missing"),
            listed,
            class_="loose",
        )

    def _table(self, rows: Iterable[_Node], kind: str, *targets: str) -> Markup:
        heads = (tag("th", self._sheet.texts(f"html.head-{each}"), scope="col") for each in (kind, *targets))
        body = (tag("tr", self._row(node, kind, targets)) for node in rows)
        return tag(
            "table", tag("thead", tag("tr", heads)), tag("tbody", body), class_=f"matrix to{len(targets)}"
        )

    def _row(self, node: _Node, kind: str, targets: Iterable[str]) -> Iterator[Markup]:
        yield tag("th", self._link(node), self._problems(node), scope="row")
        for target in targets:
            links = self._links.leaving(node, f"{kind}-{target}")
            missing = self._links.is_uncovered(node, f"{kind}-without-{target}")
            yield tag("td", [self._answer(link) for link in links] or self._none(target, missing))

    def _problems(self, node: _Node) -> Child:
        under = (each for each in self._links.nodes.values() if each["parent"] == node["id"])
        count = sum(1 for each in under if each["kind"] == "problem")
        return tag("span", self._sheet.texts("html.problems", count=count), class_="note") if count else None

    def _answer(self, link: Mapping[str, Any]) -> Markup:
        texts = self._sheet.texts
        score = tag("span", texts("html.score", percent=round(link["score"] * 100)), class_="note")
        weak = (
            (" ", tag("span", texts("matrix.weak"), class_="weak-word"))
            if self._links.is_weak(link)
            else None
        )
        evidence = texts("html.evidence", words=texts("general.semicolon").join(link["evidence"]))
        because = tag("span", evidence, class_="evidence") if link["evidence"] else None
        return tag("p", self._link(self._links.nodes[link["to"]]), " ", score, weak, because)

    def _none(self, target: str, missing: bool) -> Markup:
        key, look = (f"html.no-{target}", "missing") if missing else ("html.unsure", "note")
        return tag("span", self._sheet.texts(key), class_=look)

    def _link(self, node: _Node) -> Markup:
        return tag("a", title(node), href=self._sheet.link(node["id"]), lang="zh-CN")
