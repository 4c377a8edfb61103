"""Correspondence: which measure answers which cause, and which of them answers which dimension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from docklint.structure.draft import Draft, Part
from docklint.structure.terms import length, rarity
from docklint.structure.topics import Topic, topic

MOST = 200
"""More causes or measures than this are no draft a person wrote; nothing is compared."""
FEWEST = 2
"""Fewer causes or measures than this are one block, not parts that answer one another."""
LEAST_TEXT = 10
"""Code points a cause or measure must have on average to say what it is about."""
_LINKED = 0.34
_SILENT = 0.3
_THEMES, _TERMS, _PLACE, _THROUGH = 0.55, 1.6, 0.08, 0.35


class Link(NamedTuple):
    """`target` answers (or explains) `source`; `kind`: cause-measure, dimension-cause or dimension-measure.

    `score`: 0-1. `evidence`: what speaks for it, in the draft's own words or the themes' names.
    """

    source: Part
    target: Part
    kind: str
    score: float
    evidence: tuple[str, ...]


class Loose(NamedTuple):
    """A part that has no counterpart, and the link that comes nearest to being one, if any does."""

    part: Part
    nearest: Link | None


class Correspondence(NamedTuple):
    """All links of a draft in document order, and the parts without one. Empty where `comparable` says no."""

    links: tuple[Link, ...] = ()
    causes: tuple[Loose, ...] = ()
    measures: tuple[Loose, ...] = ()
    without_cause: tuple[Part, ...] = ()
    without_measure: tuple[Part, ...] = ()


def comparable(draft: Draft) -> bool:
    """Say whether causes and measures stand there as parts with enough text, in numbers a person writes."""
    groups = [tuple(draft.of(kind)) for kind in ("cause", "measure")]
    if not all(FEWEST <= len(group) <= MOST for group in groups) or draft.section("problems") is None:
        return any(draft.of("dimension")) and all(FEWEST <= len(group) <= MOST for group in groups)
    return all(_told(draft, group) >= LEAST_TEXT * len(group) for group in groups)


def _told(draft: Draft, parts: Sequence[Part]) -> int:
    return sum(len(draft.understood(part.span)) for part in parts)


def links(draft: Draft) -> tuple[Link, ...]:
    """Give the links of a draft."""
    return correspondence(draft).links


def correspondence(draft: Draft) -> Correspondence:
    """Compare the parts of a draft; the same draft is compared once."""
    return _correspondence(_Same(draft))


class _Same:
    """A draft by identity, as a key: two drafts are never compared part by part."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.draft is self.draft

    def __hash__(self) -> int:
        return id(self.draft)


@lru_cache(maxsize=2)
def _correspondence(same: _Same) -> Correspondence:
    draft = same.draft
    if not comparable(draft):
        return Correspondence()
    groups = {
        kind: tuple(topic(draft, part) for part in draft.of(kind))
        for kind in ("dimension", "cause", "measure")
    }
    scores = _Scores(draft, groups)
    found = tuple(
        link
        for kind in ("cause-measure", "dimension-cause", "dimension-measure")
        for link in scores.links(kind)
    )
    return Correspondence(found, *_left(scores, groups, found))


def _left(
    scores: _Scores, groups: Mapping[str, Sequence[Topic]], found: Sequence[Link]
) -> tuple[tuple[Loose, ...], tuple[Loose, ...], tuple[Part, ...], tuple[Part, ...]]:
    sources = {(link.kind, link.source.id) for link in found}
    answering = {link.target.id for link in found if link.kind != "dimension-cause"}
    return (
        tuple(
            Loose(one.part, scores.nearest(i, None))
            for i, one in enumerate(groups["cause"])
            if ("cause-measure", one.part.id) not in sources and scores.best_of_cause(i) < _SILENT
        ),
        tuple(
            Loose(one.part, scores.nearest(None, j))
            for j, one in enumerate(groups["measure"])
            if one.part.id not in answering and scores.best_of_measure(j) < _SILENT
        ),
        tuple(one.part for one in groups["dimension"] if ("dimension-cause", one.part.id) not in sources),
        tuple(one.part for one in groups["dimension"] if ("dimension-measure", one.part.id) not in sources),
    )


class _Scores:
    """How well every two parts fit, by kind of link: rows are sources, columns targets."""

    def __init__(self, draft: Draft, groups: Mapping[str, Sequence[Topic]]) -> None:
        self._draft = draft
        self._groups = groups
        everything = [one for group in groups.values() for one in group]
        self._weights = rarity(one.terms for one in everything)
        self._lengths = {one.part.id: length(one.terms, self._weights) for one in everything}
        self._of = {
            kind: self._matrix(*(groups[end] for end in kind.split("-")))
            for kind in ("dimension-cause", "dimension-measure", "cause-measure")
        }
        self._through()

    def links(self, kind: str) -> list[Link]:
        """Give what fits well enough, the best counterpart of every source."""
        sources, targets = (self._groups[end] for end in kind.split("-"))
        if not targets:
            return []
        best = [max(range(len(targets)), key=row.__getitem__) for row in self._of[kind]]
        return [
            self._link(kind, i, j)
            for i, j in zip(range(len(sources)), best, strict=True)
            if self._of[kind][i][j] >= _LINKED
        ]

    def best_of_cause(self, i: int) -> float:
        """Give the best score of a cause with any measure."""
        return max(self._of["cause-measure"][i])

    def best_of_measure(self, j: int) -> float:
        """Give the best score of a measure with any cause or dimension."""
        return max(row[j] for kind in ("cause-measure", "dimension-measure") for row in self._of[kind])

    def nearest(self, cause: int | None, measure: int | None) -> Link | None:
        """Give the best link of one cause or one measure, if there is anything between them."""
        rows = self._of["cause-measure"]
        pairs = [
            (score, -i, -j)
            for i, row in enumerate(rows)
            for j, score in enumerate(row)
            if i == cause or j == measure
        ]
        score, i, j = max(pairs)
        return self._link("cause-measure", -i, -j) if score > 0 else None

    def _link(self, kind: str, i: int, j: int) -> Link:
        one, other = (self._groups[end][at] for end, at in zip(kind.split("-"), (i, j), strict=True))
        evidence = sorted(one.terms & other.terms, key=lambda term: (-self._weights[term], term))[:3]
        return Link(one.part, other.part, kind, round(min(self._of[kind][i][j], 1.0), 2), tuple(evidence))

    def _matrix(self, rows: Sequence[Topic], columns: Sequence[Topic]) -> list[list[float]]:
        equal = len(rows) == len(columns)
        return [
            [self._score(one, other) + _PLACE * (equal and i == j) for j, other in enumerate(columns)]
            for i, one in enumerate(rows)
        ]

    def _score(self, one: Topic, other: Topic) -> float:
        shared = sum(
            self._weights[term] ** 2 * (1 + (term in one.heading_terms)) * (1 + (term in other.heading_terms))
            for term in one.terms & other.terms
        )
        alike = sum(weight * other.themes.get(number, 0) for number, weight in one.themes.items())
        return _THEMES * alike + _TERMS * shared / self._lengths[one.part.id] / self._lengths[other.part.id]

    def _through(self) -> None:
        """A cause and a measure that fit the same dimension fit each other better."""
        for i, row in enumerate(self._of["cause-measure"]):
            for j in range(len(row)):
                ways = (
                    first[i] * second[j]
                    for first, second in zip(
                        self._of["dimension-cause"], self._of["dimension-measure"], strict=True
                    )
                )
                row[j] += _THROUGH * max(ways, default=0)
