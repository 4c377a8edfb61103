"""Correspondence: which measure answers which cause, and which of them answers which dimension.

The method, and what each ingredient of it is worth: docs/correspondence.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from docklint.grammar import Grammar
from docklint.structure.correspondence.choice import (
    Limits,
    Pair,
    pairs,
    pairs_of,
    suits_column,
    suits_row,
)
from docklint.structure.correspondence.fields import shown
from docklint.structure.correspondence.kinship import Kinship, kinship
from docklint.structure.correspondence.likeness import (
    ENDS,
    KINDS,
    LinkKind,
    Matrix,
    Weights,
    matrices,
    matrix,
)
from docklint.structure.correspondence.topics import (
    Topic,
    missing_dimensions,
    stray_statements,
    terms,
    topics,
)
from docklint.structure.draft import Draft, Part, PartKind, cached_per_draft
from docklint.typed import TYPE_CHECKING, Literal
from docklint.values import Value, replace

if TYPE_CHECKING:
    from docklint.structure.correspondence.link_evidence import LinkEvidence

UNANSWERED = 0.25
"""A cause or measure without a link counts as unanswered while `Unlinked.score` stays below this."""
LEAST_MATTERS = 3
"""So many terms of one problem alone show that a measure is about that problem."""
UNTOUCHED = 0.05
"""The same for a dimension, of which causes and measures often speak only in passing."""


class Link(Value):
    """`target` answers (or explains) `source`; `kind`: one of `likeness.KINDS`. `score`: 0-1.

    `placed`: both bear the same number. The topics are kept so that the grounds are looked for only when told.
    """

    one: Topic
    other: Topic
    kind: LinkKind
    score: float
    placed: bool
    grammar: Grammar

    @property
    def source(self) -> Part:
        """The part that is answered."""
        return self.one.part

    @property
    def target(self) -> Part:
        """The part that answers."""
        return self.other.part

    @property
    def evidence(self) -> tuple[LinkEvidence, ...]:
        """What speaks for it, in the draft's own words."""
        # Late: most drafts leave nothing loose, and links are told only when asked for.
        from docklint.structure.correspondence.link_evidence import evidence

        return evidence(self.one, self.other, self.placed, self.grammar)

    @property
    def subjects(self) -> tuple[list[str], list[str]]:
        """What the one and what the other is about, in the draft's own words."""
        from docklint.structure.correspondence.link_evidence import subjects

        return subjects(self.one, self.grammar), subjects(self.other, self.grammar)


class Unlinked(Value):
    """A part without a link. `score`: how well its best candidate suits it, 0-1, less if that suits another better.

    `nearest`: the link that the best candidate would be. `shown`: what that does to be looked at, if it does nothing else.
    """

    part: Part
    score: float
    nearest: Link
    shown: tuple[str, ...] = ()


@cached_per_draft
def correspondence(draft: Draft) -> Correspondence:
    """Compare the parts of a `comparable` draft; the same draft is compared once."""
    return compare(draft, Weights(), Limits())


def compare(draft: Draft, weights: Weights, limits: Limits) -> Correspondence:
    """Compare the parts of a `comparable` draft with weights and limits of one's own."""
    groups = topics(draft, ("dimension", "cause", "measure"), weights.heading)
    kin, scores = kinship(groups, draft.grammar), dict(matrices(groups, weights))
    scores["cause-measure"] = kin.weighed(scores["cause-measure"], weights)
    return Correspondence(
        draft=draft,
        groups=groups,
        scores=scores,
        kin=kin,
        pairs=pairs(scores, limits),
        weights=weights,
        limits=limits,
    )


def _bear_same_number(draft: Draft, problem: Part, measure: Part) -> bool:
    """Return whether a problem that stands under no dimension has the number of a measure."""
    numbers = (problem.ordinal and problem.ordinal.value, measure.ordinal and measure.ordinal.value)
    return draft.above(problem, "dimension") is None and numbers[0] is not None and numbers[0] == numbers[1]


class Correspondence(Value):
    """What was compared, and what follows from it. The parts of a kind bear their place in `groups[kind]`."""

    draft: Draft
    groups: Mapping[PartKind, Sequence[Topic]]
    scores: Mapping[LinkKind, Matrix]
    kin: Kinship
    pairs: Mapping[LinkKind, Sequence[Pair]]
    weights: Weights
    limits: Limits

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links, by kind and in document order."""
        return tuple(self._link(kind, i, j) for kind in KINDS for i, j in self.pairs[kind])

    @cached_property
    def causes(self) -> tuple[Unlinked, ...]:
        """The causes no measure is linked to, unless a measure may be meant that is not understood."""
        return tuple(self._cause(i) for i in self._free_causes if i not in self._doubtful[0])

    @cached_property
    def measures(self) -> tuple[Unlinked, ...]:
        """The measures linked to no cause and no dimension, unless a cause may be meant that is not understood.

        One that answers a dimension the paper lacks is none of them: that one fault is told there.
        """
        served = {j for kind in ("cause-measure", "dimension-measure") for _, j in self.pairs[kind]}
        served |= {j for _, j in pairs_of("dimension-measure", self._missing, self.limits)}
        served |= self.kin.serving(self.limits) | self._doubtful[1]
        free = self._others("measure", served)
        return tuple(self._measure(j) for j in free if not self._names_matter_of_a_problem(j))

    def _names_matter_of_a_problem(self, measure: int) -> bool:
        """Return whether a measure speaks of what one problem alone tells (广播, 光伏收益): it answers that.

        Where there are no dimensions, and measures are numbered as the problems are, one word will do for the same number.
        """
        part = self.groups["measure"][measure].part
        mine = terms(self.draft.words(part.range), self.draft.grammar)
        return any(
            len(mine & own) >= (1 if _bear_same_number(self.draft, problem, part) else LEAST_MATTERS)
            for problem, own in self._matters
        )

    @cached_property
    def _matters(self) -> list[tuple[Part, frozenset[int]]]:
        """Each problem with the terms that no other problem tells."""
        draft = self.draft
        told = [(each, terms(draft.words(each.range), draft.grammar)) for each in draft.of("problem")]
        counts = Counter(term for _, found in told for term in found)
        return [(each, frozenset(term for term in found if counts[term] == 1)) for each, found in told]

    @cached_property
    def _missing(self) -> Matrix:
        """What dimensions the draft lacks against the measures."""
        found = missing_dimensions(self.draft, self.weights.heading)
        return matrix(found, self.groups["measure"], replace(self.weights, place=0)) if found else []

    def dimensions(self, without: Literal["cause", "measure"]) -> tuple[Unlinked, ...]:
        """Return the dimensions no part of the kind `without` (`cause`, `measure`) is linked to."""
        kind: LinkKind = "dimension-cause" if without == "cause" else "dimension-measure"
        if not self.groups[without]:
            return ()
        linked = {i for i, _ in self.pairs[kind]}
        return tuple(self._row(kind, i) for i in self._others("dimension", linked))

    @cached_property
    def _free_causes(self) -> tuple[int, ...]:
        return tuple(self._others("cause", {i for i, _ in self.pairs["cause-measure"]}))

    @cached_property
    def _doubtful(self) -> tuple[set[int], set[int]]:
        """The causes and measures without a link that may answer each other in words the lexicon lacks."""
        free = tuple(self._others("measure", {j for _, j in self.pairs["cause-measure"]}))
        found = [(i, j) for i in self._free_causes for j in free if self._may_answer(i, j)]
        return {i for i, _ in found}, {j for _, j in found}

    def _may_answer(self, i: int, j: int) -> bool:
        causes, measures = self.groups["cause"], self.groups["measure"]
        left = len(self._free_causes)
        if self.kin.may_answer(i, j, self.limits, len(causes) - left, left):
            return True
        if min(causes[i].mass, measures[j].mass) >= self.limits.clear:
            return False
        # The same number alone is no sign: a measure from another paper bears one too.
        place = self.weights.place if i == j and len(causes) == len(measures) else 0
        return self.scores["cause-measure"][i][j] - place >= self.limits.doubt

    def _others(self, kind: PartKind, known: set[int]) -> Iterator[int]:
        return (i for i in range(len(self.groups[kind])) if i not in known)

    def _cause(self, i: int) -> Unlinked:
        show = self.kin.nearest_show(i)
        if show is not None:
            link = self._link("cause-measure", i, show)
            unlinked = Unlinked(
                link.source, 0.0, link, shown(link.other.spoken, link.other.body, link.grammar)
            )
        else:
            unlinked = self._row("cause-measure", i)
        scores = [suits_row(matrix, i, self.limits) for matrix in (self.scores["cause-measure"], self._stray)]
        return replace(unlinked, score=max(scores))

    @cached_property
    def _stray(self) -> Matrix:
        """Causes against what stands among the measures without being one, as when an ordinal is lost."""
        return matrix(
            self.groups["cause"],
            stray_statements(self.draft, self.weights.heading),
            replace(self.weights, place=0),
        )

    def _row(self, kind: LinkKind, i: int) -> Unlinked:
        row = self.scores[kind][i]
        nearest = self._link(kind, i, max(range(len(row)), key=row.__getitem__))
        return Unlinked(nearest.source, max(row), nearest)

    def _measure(self, j: int) -> Unlinked:
        kinds: tuple[LinkKind, ...] = ("cause-measure", "dimension-measure")
        score = max(suits_column(self.scores[kind], j, self.limits) for kind in kinds)
        kind = next(kind for kind in kinds if self.scores[kind])
        rows = self.scores[kind]
        nearest = self._link(kind, max(range(len(rows)), key=lambda i: rows[i][j]), j)
        return Unlinked(nearest.target, score, nearest)

    def _link(self, kind: LinkKind, i: int, j: int) -> Link:
        left, right = ENDS[kind]
        one, other = self.groups[left][i], self.groups[right][j]
        placed = i == j and len(self.groups[left]) == len(self.groups[right])
        score = round(min(max(self.scores[kind][i][j], 0.0), 1.0), 2)
        return Link(one, other, kind, score, placed, self.draft.grammar)
