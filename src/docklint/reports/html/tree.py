"""The outline as nested lists, each part linked to its place in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from docklint.reports.html.markup import Markup, tag
from docklint.reports.html.sheet import DraftPage

_LONGEST_TITLE = 60


def tree(sheet: DraftPage) -> Markup:
    """Return the tree, or a sentence that there is none."""
    if not sheet.nodes:
        return tag("p", sheet.texts("report.outline-empty"))
    return tag("div", _TreeHtml(sheet).under(None), class_="tree")


def title(node: Mapping[str, Any]) -> str:
    """Return a part's ordinal and title."""
    words: str = (node["ordinal"] or "") + node["title"]
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1] + "…"


class _TreeHtml:
    def __init__(self, sheet: DraftPage) -> None:
        self._sheet = sheet
        self._children: dict[str | None, list[Mapping[str, Any]]] = defaultdict(list)
        for node in sheet.nodes:
            self._children[node["parent"]].append(node)

    def under(self, parent: str | None) -> Markup | None:
        """Return the parts under one (None: the top ones)."""
        children = self._children.get(parent)
        return tag("ul", map(self._branch, children)) if children else None

    def _branch(self, node: Mapping[str, Any]) -> Markup:
        texts = self._sheet.texts
        notes = [texts(f"report.kind-{node['kind']}")]
        if node["examples"]:
            notes.append(texts("report.examples", count=len(node["examples"])))
        link = tag("a", title(node), href=self._sheet.link(node["id"]), lang="zh-CN")
        note = tag("span", texts("general.list").join(notes), class_="note")
        return tag(
            "li", tag("span", link, " ", note, class_="part"), self.under(node["id"]), class_=node["kind"]
        )
