"""Kinship: how far causes and measures are about the same fields, and what that makes of their scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property

from docklint.grammar import Grammar
from docklint.structure.correspondence.answering import Side, cause, measure, odds
from docklint.structure.correspondence.choice import Limits
from docklint.structure.correspondence.fields import About, about, calls_for_show, is_show, likeness
from docklint.structure.correspondence.likeness import Matrix, Weights
from docklint.structure.correspondence.signs import nearness
from docklint.structure.correspondence.topics import Topic
from docklint.structure.draft import PartKind
from docklint.values import Value

BELOW = 0.01
"""How far below a link a score is put that the odds speak against."""
MOST_SETTLED = 5
"""Causes with a measure up to which each makes more be expected of what is left over."""
NEAR_SHOW = 0.3
"""How near a measure that is mere show must be to a cause to be told as what comes nearest."""
LEAST_TERMS = 4
"""Pairs of neighbouring characters that a measure must hold to say anything."""


class Kinship(Value):
    """Causes (rows) against measures (columns). `likeness`: 0-1; `sureness`: how sure both are understood, 0-1."""

    likeness: Matrix
    sureness: Matrix
    silent: Set[int]
    """Measures that say nothing (【待补充】)."""
    shows: Set[tuple[int, int]]
    """Pairs whose measure is mere show (换招牌, 评先进), while its cause asks for none."""
    groups: Mapping[PartKind, Sequence[Topic]]
    grammar: Grammar

    def sifted(self, scores: Matrix, limits: Limits) -> Matrix:
        """Return scores without those that would be links but for what both say: where the odds are long, headings are no answer."""
        return [
            [
                min(score, limits.linked - BELOW)
                if limits.linked <= score < limits.certain and self.odds(i, j) < limits.idle
                else score
                for j, score in enumerate(row)
            ]
            for i, row in enumerate(scores)
        ]

    def weighed(self, scores: Matrix, weights: Weights) -> Matrix:
        """Return scores that heed the fields: a common one speaks for a pair, and foreign ones against whatever else does."""
        return [
            [self._weighed(i, j, score, weights) for j, score in enumerate(row)]
            for i, row in enumerate(scores)
        ]

    def _weighed(self, i: int, j: int, score: float, weights: Weights) -> float:
        if (i, j) in self.shows:
            return 0.0
        alike, sure = self.likeness[i][j], self.sureness[i][j]
        foreign = max(0.0, 1 - alike / weights.foreign)
        return score * (1 - weights.veto * sure * foreign) + weights.fields * sure * (alike - weights.foreign)

    def may_answer(self, i: int, j: int, limits: Limits, settled: int) -> bool:
        """Return whether a measure may answer a cause: they have a field or its signs in common, or one is not understood.

        A measure that suits another cause better is lowered, as everywhere. `settled`: how many causes have their measure:
        the more of a paper is understood, the more is expected of what is left over.
        """
        if (i, j) in self.shows:
            return False
        if self.sureness[i][j] < limits.sure:
            return j not in self.silent
        column = self._odds[j]
        least = limits.akin + limits.settled * min(settled, MOST_SETTLED)
        return column[i] - limits.yielding * (max(column) - column[i]) >= least

    def serving(self, limits: Limits) -> set[int]:
        """Return the measures that are about the very thing of a cause, even if another one answers it."""
        return {j for j, most in enumerate(self._most) if most >= limits.second}

    def odds(self, i: int, j: int) -> float:
        """Return the log odds that a measure answers a cause, by what both say; each pair is weighed when it is asked for."""
        found = self._known.get((i, j))
        if found is None:
            found = self._known[i, j] = odds(self._causes[i], self._measures[j])
        return found

    @cached_property
    def _known(self) -> dict[tuple[int, int], float]:
        return {}

    @cached_property
    def _odds(self) -> Mapping[int, list[float]]:
        """The odds of every cause for each measure; worked out for what is asked for alone."""
        return _Columns(self)

    @cached_property
    def _causes(self) -> list[Side]:
        return [cause(topic.spoken, topic.body, self.grammar) for topic in self.groups["cause"]]

    @cached_property
    def _measures(self) -> list[Side]:
        return [measure(topic.spoken, topic.body, self.grammar) for topic in self.groups["measure"]]

    def near(self, i: int, j: int) -> float:
        """Return how near a cause and a measure are, by their fields and by their signs."""
        return self.likeness[i][j] + nearness(self._causes[i].traits, self._measures[j].traits)

    def nearest_show(self, i: int) -> int | None:
        """Return the measure that is mere show and comes near cause `i`; None if none does."""
        near = {j: self.near(i, j) for each, j in self.shows if each == i}
        return max((j for j in near if near[j] >= NEAR_SHOW), key=near.__getitem__, default=None)

    @cached_property
    def _most(self) -> list[float]:
        """How much each measure is like the cause that is likest."""
        return [max(column) for column in zip(*self.likeness, strict=True)]


def kinship(groups: Mapping[PartKind, Sequence[Topic]], grammar: Grammar) -> Kinship:
    """Compare every cause with every measure."""
    causes, measures = _all_about(groups["cause"], grammar), _all_about(groups["measure"], grammar)
    return Kinship(
        [[likeness(one, other, grammar) for other in measures] for one in causes],
        [[one.sureness * other.sureness for other in measures] for one in causes],
        {j for j, topic in enumerate(groups["measure"]) if len(topic.terms) < LEAST_TERMS},
        _shows(groups, grammar),
        groups,
        grammar,
    )


class _Columns(dict[int, list[float]]):
    """The columns of a kinship, each made when it is asked for."""

    def __init__(self, kin: Kinship) -> None:
        self._kin = kin

    def __missing__(self, j: int) -> list[float]:
        self[j] = column = [self._kin.odds(i, j) for i in range(len(self._kin.likeness))]
        return column


def _all_about(topics: Iterable[Topic], grammar: Grammar) -> list[About]:
    return [about(topic.spoken, topic.body, grammar) for topic in topics]


def _shows(groups: Mapping[PartKind, Sequence[Topic]], grammar: Grammar) -> set[tuple[int, int]]:
    shows = [j for j, topic in enumerate(groups["measure"]) if is_show(topic.spoken, topic.body, grammar)]
    causes = enumerate(groups["cause"] if shows else ())
    plain = [i for i, topic in causes if not calls_for_show(topic.spoken, topic.body, grammar)]
    return {(i, j) for i in plain for j in shows}
