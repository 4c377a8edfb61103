"""Kinship: how far causes and measures are about the same fields, and what that makes of their scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property

from docklint.grammar import Grammar
from docklint.structure.correspondence.answering import Side, cause, measure, odds
from docklint.structure.correspondence.choice import Limits
from docklint.structure.correspondence.fields import is_show, likeness
from docklint.structure.correspondence.likeness import Matrix, Weights
from docklint.structure.correspondence.signs import nearness
from docklint.structure.correspondence.topics import Topic
from docklint.structure.draft import PartKind
from docklint.values import Value

MANY_SETTLED = 4
"""Causes with a measure from which on a paper is understood as a whole, and more is expected of what is left over."""
FEW_WORDS = 5
"""Different words below which a part is brief: what it means is known less well."""
NEAR_SHOW = 0.3
"""How near a measure that is mere show must be to a cause to be told as what comes nearest."""
REFUTED = 0.05
"""What is left of the score of a cause and a measure that official words alone join."""
CONCRETE = 2
"""Words of a field, official ones aside, that a part must hold to name concrete things."""
NAMING = 2
"""Pairs of neighbouring characters of a cause's heading by which a measure's heading names it."""
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
    named: Set[tuple[int, int]]
    """Pairs whose measure says words of the cause's heading in its own."""
    causes: Sequence[Side]
    measures: Sequence[Side]

    def weighed(self, scores: Matrix, weights: Weights) -> Matrix:
        """Return scores that heed the fields: a common one speaks for a pair, and foreign ones against whatever else does."""
        found = [
            [self._weighed(i, j, score, weights) for j, score in enumerate(row)]
            for i, row in enumerate(scores)
        ]
        for i, row in enumerate(found):
            self._refuse(i, row, weights)
        return found

    def _weighed(self, i: int, j: int, score: float, weights: Weights) -> float:
        if (i, j) in self.shows:
            return 0.0
        alike, sure = self.likeness[i][j], self.sureness[i][j]
        foreign = max(0.0, 1 - alike / weights.foreign)
        return score * (1 - weights.veto * sure * foreign) + weights.fields * sure * (alike - weights.foreign)

    def _refuse(self, i: int, row: list[float], weights: Weights) -> None:
        """Leave next to nothing of the best score of a cause while what both say is foreign to each other."""
        while row:
            best = max(row)
            j = row.index(best)
            if not weights.asked <= best < weights.unasked or not self._is_refuted(i, j, weights):
                return
            row[j] = best * REFUTED

    def _is_refuted(self, i: int, j: int, weights: Weights) -> bool:
        """Return whether what both say is foreign to each other, although official words speak for them."""
        strange = self.sureness[i][j] * (1 - self.likeness[i][j])
        if strange < weights.strange or (i, j) in self.named or not self._are_concrete(i, j):
            return False
        return self._odds[i, j] < weights.refuted

    def _is_vague(self, i: int, j: int) -> bool:
        """Return whether one of both says little, names hardly a thing or has a gap to be filled."""
        both = (self.causes[i], self.measures[j])
        few = min(each.sense.words for each in both) < FEW_WORDS
        return few or not self._are_concrete(i, j) or any(each.has_gap for each in both)

    def _are_concrete(self, i: int, j: int) -> bool:
        return min(self.causes[i].concrete, self.measures[j].concrete) >= CONCRETE

    def may_answer(self, i: int, j: int, limits: Limits, settled: int, left: int) -> bool:
        """Return whether a measure may answer a cause, by what both say; one that is not understood may.

        `settled`, `left`: how many causes have a measure, and have none.
        """
        if (i, j) in self.shows or j in self.silent:
            return False
        if self.sureness[i][j] < limits.sure:
            return True
        more = limits.settled if settled >= MANY_SETTLED else -limits.brief if left > 1 else 0.0
        if self._is_vague(i, j):
            more -= limits.vague
        return self._odds[i, j] >= limits.akin + more

    def serving(self, limits: Limits) -> set[int]:
        """Return the measures that are about the very thing of a cause, even if another one answers it."""
        return {j for j, most in enumerate(self._most) if most >= limits.second}

    @cached_property
    def _odds(self) -> Mapping[tuple[int, int], float]:
        """The log odds of each pair; worked out for what is asked for alone."""
        return _Odds(self.causes, self.measures)

    def near(self, i: int, j: int) -> float:
        """Return how near a cause and a measure are, by their fields and by their signs."""
        return self.likeness[i][j] + nearness(self.causes[i].traits, self.measures[j].traits)

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
    causes = [cause(topic.spoken, topic.body, grammar) for topic in groups["cause"]]
    measures = [measure(topic.spoken, topic.body, grammar) for topic in groups["measure"]]
    return Kinship(
        likeness=[[likeness(one.about, other.about, grammar) for other in measures] for one in causes],
        sureness=[[one.about.sureness * other.about.sureness for other in measures] for one in causes],
        silent={j for j, topic in enumerate(groups["measure"]) if len(topic.terms) < LEAST_TERMS},
        shows=_shows(groups["measure"], causes, grammar),
        named=_named(groups),
        causes=causes,
        measures=measures,
    )


class _Odds(dict[tuple[int, int], float]):
    """The log odds of pairs, each weighed when it is asked for."""

    def __init__(self, causes: Sequence[Side], measures: Sequence[Side]) -> None:
        self._causes = causes
        self._measures = measures

    def __missing__(self, pair: tuple[int, int]) -> float:
        self[pair] = found = odds(self._causes[pair[0]], self._measures[pair[1]])
        return found


def _shows(measures: Sequence[Topic], causes: Sequence[Side], grammar: Grammar) -> set[tuple[int, int]]:
    shows = [j for j, topic in enumerate(measures) if is_show(topic.spoken, topic.body, grammar)]
    plain = [i for i, each in enumerate(causes if shows else ()) if not each.calls_for_show]
    return {(i, j) for i in plain for j in shows}


def _named(groups: Mapping[PartKind, Sequence[Topic]]) -> set[tuple[int, int]]:
    return {
        (i, j)
        for i, one in enumerate(groups["cause"])
        for j, other in enumerate(groups["measure"])
        if len(one.heading_terms & other.heading_terms) >= NAMING
    }
