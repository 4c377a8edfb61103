"""The correspondence of problems, causes and measures: as JSON, and as tables that the other formats lay out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from docklint.neutral import safe
from docklint.reports.encoding import encode
from docklint.reports.json import SCHEMA_VERSION
from docklint.reports.matrix_words import evidence_words
from docklint.reports.outline import identities
from docklint.reports.weak import WEAK
from docklint.structure.correspondence.links import (
    UNANSWERED,
    UNTOUCHED,
    Correspondence,
    Link,
    Unlinked,
    correspondence,
)
from docklint.structure.correspondence.obstacles import comparable
from docklint.structure.draft import Draft, Part
from docklint.texts import Texts
from docklint.tuples import NamedTuple


class Cell(NamedTuple):
    """What stands in a cell."""

    lines: tuple[str, ...]
    state: str = ""
    """Empty, `missing` (nothing answers) or `weak`."""


class MatrixTable(NamedTuple):
    """A table of the matrix."""

    title: str
    columns: tuple[str, ...]
    """The headings."""
    rows: tuple[tuple[Cell, ...], ...]


def json(drafts: Sequence[Draft], texts: Texts) -> Iterator[str]:
    """Yield the contract's matrix, a link or uncovered part a line. `applicable`: whether anything was compared."""
    compared = [
        (correspondence(draft), ids)
        for draft, ids in zip(drafts, identities(drafts), strict=True)
        if comparable(draft)
    ]
    head = {
        "schema_version": SCHEMA_VERSION,
        "path": drafts[0].document.path,
        "applicable": bool(compared),
    }
    links = (_link(link, ids, texts) for found, ids in compared for link in found.links)
    bare = (_uncovered(kind, unlinked, ids) for found, ids in compared for kind, unlinked in uncovered(found))
    yield encode(head)[:-1] + ', "links": [' + _lines(links) + '], "uncovered": [' + _lines(bare) + "]}\n"


def _lines(items: Iterable[Mapping[str, Any]]) -> str:
    lines = ",\n".join(map(encode, items))
    return f"\n{lines}\n" if lines else ""


def _link(link: Link, ids: Mapping[int, str], texts: Texts) -> dict[str, Any]:
    return {
        "from": ids[link.source.id],
        "to": ids[link.target.id],
        "kind": link.kind,
        "score": link.score,
        "evidence": [evidence_words(item, texts) for item in link.evidence],
    }


def _uncovered(kind: str, unlinked: Unlinked, ids: Mapping[int, str]) -> dict[str, str]:
    return {"node": ids[unlinked.part.id], "kind": kind}


def uncovered(found: Correspondence) -> Iterator[tuple[str, Unlinked]]:
    """Yield what COR101 to COR104 report with their own thresholds, by the kind of the rule."""
    yield from (("cause-without-measure", one) for one in found.causes if one.score < UNANSWERED)
    yield from (("measure-without-cause", one) for one in found.measures if one.score < UNANSWERED)
    for end in ("cause", "measure"):
        yield from (
            (f"dimension-without-{end}", one) for one in found.dimensions(end) if one.score < UNTOUCHED
        )


def tables(draft: Draft, texts: Texts) -> Iterator[MatrixTable]:
    """Yield the tables of one draft for people; none where nothing can be compared."""
    if not comparable(draft):
        return
    sheet = _MatrixTables(draft, correspondence(draft), texts)
    with_causes = any(draft.of("cause"))
    if any(draft.of("dimension")):
        keys = ("dimension", "cause", "measure") if with_causes else ("dimension", "measure")
        columns = tuple(texts(f"matrix.column-{key}") for key in keys)
        yield MatrixTable(texts("matrix.dimensions"), columns, tuple(sheet.dimensions(with_causes)))
    columns = tuple(
        texts(f"matrix.column-{key}")
        for key in ("cause" if with_causes else "dimension", "measure", "grounds")
    )
    title = texts("matrix.causes" if with_causes else "matrix.measures")
    yield MatrixTable(title, columns, tuple(chain(sheet.causes(), sheet.measures())))


class _MatrixTables:
    """One draft's links as the rows of tables."""

    def __init__(self, draft: Draft, found: Correspondence, texts: Texts) -> None:
        self._draft = draft
        self._texts = texts
        self._links = found.links
        self._bare = {(kind, unlinked.part.id): unlinked for kind, unlinked in uncovered(found)}

    def dimensions(self, with_causes: bool) -> Iterator[tuple[Cell, ...]]:
        """Yield a row for each dimension: itself, its causes (if the paper has any), its measures."""
        ends = ("cause", "measure") if with_causes else ("measure",)
        for part in self._draft.of("dimension"):
            yield Cell((self._title(part),)), *(self._targets(part, "dimension", end) for end in ends)

    def causes(self) -> Iterator[tuple[Cell, ...]]:
        """Yield a row for each cause: itself, its measures, the grounds."""
        for part in self._draft.of("cause"):
            links = self._from(part, "cause-measure")
            unlinked = self._bare.get(("cause-without-measure", part.id))
            evidence = self._nearest(unlinked) if unlinked else self._evidence(links)
            yield Cell((self._title(part),)), self._targets(part, "cause", "measure"), evidence

    def measures(self) -> Iterator[tuple[Cell, ...]]:
        """Yield a row for each measure that answers no cause."""
        for part in self._draft.of("measure"):
            to = [link for link in self._links if link.target is part]
            if any(link.kind == "cause-measure" for link in to):
                continue
            unlinked = self._bare.get(("measure-without-cause", part.id))
            evidence = self._nearest(unlinked) if unlinked else self._evidence(to)
            yield self._served(to, bool(unlinked)), Cell((self._title(part),)), evidence

    def _served(self, links: Sequence[Link], idle: bool) -> Cell:
        if links:
            titles = self._texts("general.list").join(self._title(link.source) for link in links)
            return Cell((self._texts("matrix.direct", titles=titles),))
        return Cell((self._texts("matrix.idle" if idle else "matrix.unsure"),), "missing" if idle else "weak")

    def _from(self, part: Part, kind: str) -> list[Link]:
        return [link for link in self._links if link.source is part and link.kind == kind]

    def _targets(self, part: Part, source: str, target: str) -> Cell:
        links = self._from(part, f"{source}-{target}")
        if links:
            weak = all(link.score < WEAK for link in links)
            return Cell(tuple(map(self._scored, links)), "weak" if weak else "")
        missing = (f"{source}-without-{target}", part.id) in self._bare
        key = f"matrix.no-{target}" if missing else "matrix.unsure"
        return Cell((self._texts(key),), "missing" if missing else "weak")

    def _scored(self, link: Link) -> str:
        weak = f" {self._texts('matrix.weak')}" if link.score < WEAK else ""
        return f"{self._title(link.target)} {link.score:.2f}{weak}"

    def _evidence(self, links: Iterable[Link]) -> Cell:
        return Cell(tuple(self._told(link) for link in links) or ("",))

    def _nearest(self, unlinked: Unlinked) -> Cell:
        link = unlinked.nearest
        other = link.target if link.source is unlinked.part else link.source
        nearest = self._texts("matrix.nearest", title=self._title(other))
        return Cell(tuple(line for line in (nearest, self._told(link)) if line))

    def _told(self, link: Link) -> str:
        return self._texts("general.semicolon").join(
            safe(evidence_words(item, self._texts)) for item in link.evidence
        )

    def _title(self, part: Part) -> str:
        return safe(self._draft.quote(part.heading))
