"""Which causes and measures answer which problems, as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docklint.reports.html.markup import Child, Markup, tag
from docklint.reports.html.sheet import DraftPage
from docklint.reports.html.tree import title

_Node = Mapping[str, Any]


def matrix(sheet: DraftPage) -> Markup:
    """Return a table from dimensions to causes and measures, and one from causes to measures."""
    found = _Matrix(sheet)
    tables = list(found.tables())
    if not tables:
        return tag("p", sheet.texts("html.matrix-empty"))
    return tag("div", tag("p", sheet.texts("html.matrix-note"), class_="aside"), tables, found.unlinked())


class _Matrix:
    """The links of one file, by their kind and the part they start from."""

    def __init__(self, sheet: DraftPage) -> None:
        self._sheet = sheet
        self._nodes = {node["id"]: node for node in sheet.nodes}
        document: Mapping[str, Any] = sheet.paper.get("matrix") or {"links": (), "uncovered": ()}
        self._is_compared = document.get("applicable", bool(document["links"] or document["uncovered"]))
        self._uncovered = {(each["node"], each["kind"]) for each in document["uncovered"]}
        self._links: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
        for link in document["links"]:
            if {link["from"], link["to"]} <= self._nodes.keys():
                self._links[link["from"], link["kind"]].append(link)

    def tables(self) -> Iterator[Markup]:
        """Yield the tables; none where nothing was compared."""
        if not self._is_compared:
            return
        if dimensions := self._of("dimension"):
            yield self._table(dimensions, "dimension", "cause", "measure")
        if causes := self._of("cause"):
            yield self._table(causes, "cause", "measure")

    def unlinked(self) -> Markup | None:
        """Return the measures that answer nothing."""
        kind = "measure-without-cause"
        measures = [node for node in self._of("measure") if (node["id"], kind) in self._uncovered]
        if not measures:
            return None
        listed = tag("ul", (tag("li", self._link(node)) for node in measures))
        return tag(
            "div",
            tag("p", self._sheet.texts("html.loose-measures"), class_="missing"),
            listed,
            class_="loose",
        )

    def _of(self, kind: str) -> list[_Node]:
        return [node for node in self._nodes.values() if node["kind"] == kind]

    def _table(self, rows: Iterable[_Node], kind: str, *targets: str) -> Markup:
        heads = (tag("th", self._sheet.texts(f"html.head-{each}"), scope="col") for each in (kind, *targets))
        body = (tag("tr", self._row(node, kind, targets)) for node in rows)
        return tag(
            "table", tag("thead", tag("tr", heads)), tag("tbody", body), class_=f"matrix to{len(targets)}"
        )

    def _row(self, node: _Node, kind: str, targets: Iterable[str]) -> Iterator[Markup]:
        yield tag("th", self._link(node), self._problems(node), scope="row")
        for target in targets:
            links = self._links.get((node["id"], f"{kind}-{target}"), ())
            missing = (node["id"], f"{kind}-without-{target}") in self._uncovered
            yield tag("td", [self._answer(link) for link in links] or self._none(target, missing))

    def _problems(self, node: _Node) -> Child:
        count = sum(
            1 for each in self._nodes.values() if each["parent"] == node["id"] and each["kind"] == "problem"
        )
        return tag("span", self._sheet.texts("html.problems", count=count), class_="note") if count else None

    def _answer(self, link: Mapping[str, Any]) -> Markup:
        texts = self._sheet.texts
        score = tag("span", texts("html.score", percent=round(link["score"] * 100)), class_="note")
        evidence = texts("html.evidence", words=texts("general.semicolon").join(link["evidence"]))
        because = tag("span", evidence, class_="evidence") if link["evidence"] else None
        return tag("p", self._link(self._nodes[link["to"]]), " ", score, because)

    def _none(self, target: str, missing: bool) -> Markup:
        key, look = (f"html.no-{target}", "missing") if missing else ("html.unsure", "note")
        return tag("span", self._sheet.texts(key), class_=look)

    def _link(self, node: _Node) -> Markup:
        return tag("a", title(node), href=self._sheet.link(node["id"]), lang="zh-CN")
