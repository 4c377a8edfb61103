"""One file's part of the page: what every section of it needs to know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from docklint.reports.entries import live
from docklint.rules import is_notice
from docklint.texts import Texts
from docklint.values import Value


class DraftPage(Value):
    """A file as the page shows it."""

    file: Mapping[str, Any]
    """An element of `files`."""
    paper: Mapping[str, Any]
    """Its text, outline and matrix."""
    rules: Mapping[str, Mapping[str, str]]
    """Of each rule, by code, its name and what it looks at."""
    number: int
    """1-based, in the page."""
    texts: Texts

    def id(self, name: object) -> str:
        """Return an anchor that no other file of the page has."""
        return f"f{self.number}-{name}"

    def link(self, name: object) -> str:
        """Return the address of an anchor."""
        return f"#{self.id(name)}"

    @cached_property
    def verdict(self) -> str:
        """`ready`, `unchecked`, `revise` or `return`."""
        return str(self.file["verdict"])

    @cached_property
    def findings(self) -> Sequence[tuple[int, Mapping[str, Any]]]:
        """The findings that count, numbered from 1 in document order."""
        return list(enumerate(live(dict(self.file)), 1))

    @cached_property
    def to_do(self) -> Sequence[tuple[int, Mapping[str, Any]]]:
        """Those about the draft: all but what docklint says of itself."""
        return [(number, one) for number, one in self.findings if not is_notice(one["code"])]

    @cached_property
    def notices(self) -> Sequence[tuple[int, Mapping[str, Any]]]:
        """What docklint says of itself."""
        return [(number, one) for number, one in self.findings if is_notice(one["code"])]

    @cached_property
    def suppressed(self) -> Sequence[Mapping[str, Any]]:
        """The findings that do not count."""
        return [one for one in self.file["findings"] if one["suppressed"]]

    @cached_property
    def nodes(self) -> Sequence[Mapping[str, Any]]:
        """The nodes of the outline, in document order."""
        outline = self.paper.get("outline")
        return outline["nodes"] if outline else ()
