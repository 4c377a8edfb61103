"""Choice: which pairs of parts become links, and how well a part suits its best candidate, rivals considered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import nlargest

from docklint.structure.correspondence.assignment import assign
from docklint.structure.correspondence.likeness import LinkKind, Matrix
from docklint.values import Value

MOST_FURTHER = 5
"""Links of one source besides its first."""
Pair = tuple[int, int]
"""The place of a source and of a target among the parts of their kind."""


class Limits(Value):
    """Where a score becomes a link, 0-1. Chosen on the development half of the labelled set.

    `linked`: for a cause and a measure that the best assignment pairs. `more`: for any further link, which must
    also reach the share `near` of the source's best and `share` of the target's best. `dimension`: for the
    best counterpart of a dimension. `rivalry`: how much a candidate is lowered for each point by which it
    suits another part better. `clear`: how much of its themes a part must show to be understood. `doubt`: the
    score from which a cause and a measure without links may answer each other in words nobody foresaw, if one
    of them is not clear. `akin`: the log odds (`answering`) for the same, clear or not; `settled` more
    is asked where many causes have their measure, `brief` less where, in a short paper, several causes are left,
    `vague` less where one of both says little or names hardly a thing; below `sure` they are not understood.
    `second`: how much alike a measure without a link must be to a cause that another one answers.
    `assignment`: pair over all causes at once instead of one by one.
    """

    linked: float = 0.22
    more: float = 0.4
    near: float = 0.6
    share: float = 0.5
    dimension: float = 0.1
    rivalry: float = 1.0
    clear: float = 1.6
    doubt: float = 0.08
    assignment: bool = True
    akin: float = -1.95
    settled: float = 0.4
    brief: float = 0.5
    vague: float = 0.9
    sure: float = 0.1
    second: float = 0.6


def pairs(scores: Mapping[LinkKind, Matrix], limits: Limits) -> Mapping[LinkKind, tuple[Pair, ...]]:
    """Choose the links of every kind, in the order of their sources."""
    return {kind: tuple(sorted(pairs_of(kind, matrix, limits))) for kind, matrix in scores.items()}


def pairs_of(kind: LinkKind, scores: Matrix, limits: Limits) -> set[Pair]:
    """Choose the links of one kind."""
    if kind == "cause-measure" and limits.assignment:
        first = set(assign(scores, limits.linked).items())
    else:
        first = set(_best(scores, limits.linked if kind == "cause-measure" else limits.dimension))
    return first | set(_further(scores, limits))


def _best(scores: Matrix, least: float) -> Iterator[Pair]:
    for i, row in enumerate(scores if scores and scores[0] else ()):
        j = max(range(len(row)), key=row.__getitem__)
        if row[j] >= least:
            yield i, j


def _further(scores: Matrix, limits: Limits) -> Iterator[Pair]:
    """Yield what fits well, and nearly as well as the best that either of the two has."""
    columns = [max(column) for column in zip(*scores, strict=True)]
    for i, row in enumerate(scores if columns else ()):
        least = max(limits.more, limits.near * max(row))
        fitting = [j for j, s in enumerate(row) if s >= least and s >= limits.share * columns[j]]
        if len(fitting) > MOST_FURTHER:
            fitting = nlargest(MOST_FURTHER, fitting, key=row.__getitem__)
        yield from ((i, j) for j in fitting)


def suits_row(scores: Matrix, i: int, limits: Limits) -> float:
    """Return how well the best column suits row `i`, lowered where it suits another row better."""
    return max(
        (
            _rivalled(score, max((row[j] for k, row in enumerate(scores) if k != i), default=0), limits)
            for j, score in enumerate(scores[i])
        ),
        default=0,
    )


def suits_column(scores: Matrix, j: int, limits: Limits) -> float:
    """Return how well the best row suits column `j`, lowered where another column suits that row better."""
    return max(
        (
            _rivalled(row[j], max((s for k, s in enumerate(row) if k != j), default=0), limits)
            for row in scores
        ),
        default=0,
    )


def _rivalled(score: float, rival: float, limits: Limits) -> float:
    return max(score - limits.rivalry * max(rival - score, 0), 0)
