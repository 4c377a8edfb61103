"""The correspondence of one file as its table and its picture need it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from docklint.reports.weak import WEAK

_Node = Mapping[str, Any]
_Link = Mapping[str, Any]


class Links:
    """The links of one file, from the JSON of `outline` and `matrix`; a link to a part that is not there is none."""

    def __init__(self, nodes: Sequence[_Node], document: Mapping[str, Any] | None) -> None:
        told = document or {"links": (), "uncovered": ()}
        self.nodes = {node["id"]: node for node in nodes}
        self.is_compared = bool(told.get("applicable", told["links"] or told["uncovered"]))
        self._uncovered = {(each["node"], each["kind"]) for each in told["uncovered"]}
        self._links: dict[tuple[str, str], list[_Link]] = defaultdict(list)
        self._kinds: dict[str, list[_Link]] = defaultdict(list)
        for link in told["links"]:
            if {link["from"], link["to"]} <= self.nodes.keys():
                self._links[link["from"], link["kind"]].append(link)
                self._kinds[link["kind"]].append(link)

    def of(self, kind: str) -> list[_Node]:
        """Return the parts of a kind, in document order."""
        return [node for node in self.nodes.values() if node["kind"] == kind]

    def leaving(self, node: _Node, kind: str) -> Sequence[_Link]:
        """Return the links of a kind that start at a part."""
        return self._links.get((node["id"], kind), ())

    def by_kind(self, kind: str) -> Sequence[_Link]:
        """Return all links of a kind."""
        return self._kinds.get(kind, ())

    def is_uncovered(self, node: _Node, kind: str) -> bool:
        """Return whether a part lacks what `kind` says, as `cause-without-measure`."""
        return (node["id"], kind) in self._uncovered

    def is_loose(self, node: _Node) -> bool:
        """Return whether a part lacks anything."""
        return any(identity == node["id"] for identity, _ in self._uncovered)

    def is_weak(self, link: _Link) -> bool:
        """Return whether a link is worth a second look."""
        return bool(link["score"] < WEAK)
