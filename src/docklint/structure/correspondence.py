"""Correspondence: which measure answers which cause, and which of them answers which dimension.

The method and what each ingredient of it is worth: docs/correspondence.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from docklint.structure.assignment import assign
from docklint.structure.draft import Draft, Part
from docklint.structure.likeness import KINDS, Matrix, Weights, matrices
from docklint.structure.topics import Topic, topic

MOST = 200
"""More dimensions, causes or measures than this are no draft a person wrote; nothing is compared."""
FEWEST = 2
"""Fewer causes or measures than this are one block, not parts that answer one another."""
LEAST_TEXT = 10
"""Code points a cause or measure must have on average to say what it is about."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a score becomes a link, 0-1.

    `linked`: for the pairs of the best assignment. `more`: for a further link of a cause or measure, which must
    also reach the share `near` of the best that either has. `dimension`: for links of dimensions. `rivalry`: how
    much worse a candidate counts for a part the further it prefers another one. `clear`: how much of its themes a
    part must show to be understood; what is not understood may be the missing counterpart.
    """

    linked: float = 0.22
    more: float = 0.4
    near: float = 0.6
    share: float = 0.5
    dimension: float = 0.1
    rivalry: float = 1.0
    clear: float = 1.6
    doubt: float = 0.05
    assignment: bool = True


class Link(NamedTuple):
    """`target` answers (or explains) `source`; `kind`: cause-measure, dimension-cause or dimension-measure.

    `score`: 0-1.
    """

    source: Part
    target: Part
    kind: str
    score: float


class Loose(NamedTuple):
    """A cause or measure that has no link. `score`: how well its best candidate suits it, 0-1, lower when that
    belongs to another part. `nearest`: the link that candidate would be, None if nothing is shared at all.
    """

    part: Part
    score: float
    nearest: Link | None


class Correspondence(NamedTuple):
    """All links of a draft, by kind and in document order, and the parts without one."""

    links: tuple[Link, ...] = ()
    causes: tuple[Loose, ...] = ()
    measures: tuple[Loose, ...] = ()
    without_cause: tuple[Part, ...] = ()
    without_measure: tuple[Part, ...] = ()


def comparable(draft: Draft) -> bool:
    """Say whether problems, causes and measures stand there as parts with enough text, as many as a person writes."""
    groups = [tuple(draft.of(kind)) for kind in ("cause", "measure")]
    if not any(draft.of("problem")) or sum(1 for _ in draft.of("dimension")) > MOST:
        return False
    return all(FEWEST <= len(group) <= MOST and _is_told(draft, group) for group in groups)


def _is_told(draft: Draft, parts: Sequence[Part]) -> bool:
    return sum(len(draft.understood(part.span)) for part in parts) >= LEAST_TEXT * len(parts)


def links(draft: Draft) -> tuple[Link, ...]:
    """Give the links of a draft."""
    return correspondence(draft).links


def correspondence(draft: Draft) -> Correspondence:
    """Compare the parts of a draft; empty where `comparable` says no. The same draft is compared once."""
    return _remembered(_Same(draft))


def compare(draft: Draft, weights: Weights, limits: Limits) -> Correspondence:
    """Compare the parts of a draft with weights and limits of one's own."""
    if not comparable(draft):
        return Correspondence()
    groups = {
        kind: tuple(topic(draft, part, weights.heading) for part in draft.of(kind))
        for kind in ("dimension", "cause", "measure")
    }
    return _Comparison(groups, matrices(groups, weights), limits).result()


class _Same:
    """A draft by identity, as a key: two drafts are never compared part by part."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.draft is self.draft

    def __hash__(self) -> int:
        return id(self.draft)


@lru_cache(maxsize=2)
def _remembered(same: _Same) -> Correspondence:
    return compare(same.draft, Weights(), Limits())


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The scores of all pairs by kind of link, and what follows from them."""

    groups: Mapping[str, Sequence[Topic]]
    scores: Mapping[str, Matrix]
    limits: Limits

    def result(self) -> Correspondence:
        """Tell the links, and the parts that have none."""
        found = {kind: sorted(self._pairs(kind)) for kind in KINDS}
        answered = {i for i, _ in found["cause-measure"]}
        answering = {j for kind in ("cause-measure", "dimension-measure") for _, j in found[kind]}
        causes = list(self._others("cause", answered))
        free = list(self._others("measure", {j for _, j in found["cause-measure"]}))
        idle = list(self._others("measure", answering))
        doubtful = [
            (i, j)
            for i in causes
            for j in free
            if self.scores["cause-measure"][i][j] >= self.limits.doubt
            and not (self._is_clear("cause", i) and self._is_clear("measure", j))
        ]
        return Correspondence(
            tuple(self._link(kind, i, j) for kind in KINDS for i, j in found[kind]),
            tuple(self._cause(i) for i in causes if i not in {i for i, _ in doubtful}),
            tuple(self._measure(j) for j in idle if j not in {j for _, j in doubtful}),
            tuple(self._alone(found["dimension-cause"])),
            tuple(self._alone(found["dimension-measure"])),
        )

    def _is_clear(self, kind: str, i: int) -> bool:
        return self.groups[kind][i].mass >= self.limits.clear

    def _others(self, kind: str, linked: set[int]) -> Iterator[int]:
        return (i for i in range(len(self.groups[kind])) if i not in linked)

    def _alone(self, pairs: Iterable[tuple[int, int]]) -> Iterator[Part]:
        return (self.groups["dimension"][i].part for i in self._others("dimension", {i for i, _ in pairs}))

    def _pairs(self, kind: str) -> set[tuple[int, int]]:
        scores = self.scores[kind]
        if kind != "cause-measure":
            return set(_best_of_rows(scores, self.limits.dimension)) | set(self._further(scores))
        if not self.limits.assignment:
            return set(_best_of_rows(scores, self.limits.linked)) | set(self._further(scores))
        return set(assign(scores, self.limits.linked).items()) | set(self._further(scores))

    def _further(self, scores: Matrix) -> Iterator[tuple[int, int]]:
        """Yield the pairs that fit well and nearly as well as the best either of them has."""
        columns = [max(column) for column in zip(*scores, strict=True)]
        for i, row in enumerate(scores):
            for j, score in enumerate(row):
                if score >= max(
                    self.limits.more, self.limits.near * max(row), self.limits.share * columns[j]
                ):
                    yield i, j

    def _link(self, kind: str, i: int, j: int) -> Link:
        source, target = (self.groups[end][at] for end, at in zip(kind.split("-"), (i, j), strict=True))
        return Link(source.part, target.part, kind, round(min(self.scores[kind][i][j], 1.0), 2))

    def _cause(self, i: int) -> Loose:
        scores = self.scores["cause-measure"]
        row = [
            _rivalled(score, _column(scores, j, i), self.limits.rivalry) for j, score in enumerate(scores[i])
        ]
        return Loose(
            self.groups["cause"][i].part,
            max(row),
            self._nearest("cause-measure", [(i, j) for j in range(len(row))]),
        )

    def _measure(self, j: int) -> Loose:
        ways = [
            _rivalled(row[j], (score for k, score in enumerate(row) if k != j), self.limits.rivalry)
            for kind in ("cause-measure", "dimension-measure")
            for row in self.scores[kind]
        ]
        pairs = [(i, j) for i in range(len(self.groups["cause"]))]
        return Loose(self.groups["measure"][j].part, max(ways), self._nearest("cause-measure", pairs))

    def _nearest(self, kind: str, pairs: Iterable[tuple[int, int]]) -> Link | None:
        i, j = max(pairs, key=lambda pair: self.scores[kind][pair[0]][pair[1]])
        return self._link(kind, i, j) if self.scores[kind][i][j] > 0 else None


def _best_of_rows(scores: Matrix, least: float) -> Iterator[tuple[int, int]]:
    for i, row in enumerate(scores):
        j = max(range(len(row)), key=row.__getitem__)
        if row[j] >= least:
            yield i, j


def _column(scores: Matrix, j: int, without: int) -> Iterator[float]:
    return (row[j] for i, row in enumerate(scores) if i != without)


def _rivalled(score: float, rivals: Iterable[float], weight: float) -> float:
    """Lower a score by how far its best rival is ahead of it."""
    return score - weight * max(max(rivals, default=0) - score, 0)
