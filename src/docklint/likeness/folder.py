"""Which papers share how much, all with all: an inverted index from grams to papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from docklint.likeness.grams import grams, step_for
from docklint.likeness.threshold import THRESHOLD
from docklint.likeness.wording import OwnPaper
from docklint.tuples import NamedTuple
from docklint.values import Value

LEAST = 60
"""Of a paper with fewer grams of its own nothing can be said: any sentence would be half of it."""
COMMON_LEAST, COMMON_SHARE = 5, 0.2
"""What more papers than this share, and more than this part (0-1) of all, is common wording."""
MOST_PAIRS = 1_000
"""So many pairs are told in full, the likest; all are counted."""


class Pair(NamedTuple):
    """Two papers (numbers in the folder, the first never of an earlier year) and what they share.

    `score`: which part (0-1) of the shorter one's own wording the other has too. `identical`: their texts are the same.
    """

    first: int
    second: int
    score: float
    identical: bool


class FolderLikeness(Value, by_identity=True):
    """What came of comparing some papers.

    `pairs`: the likest first, from `threshold` on, at most `MOST_PAIRS`; `count`: how many there are. `nearest`: for
    every paper its likest other one, if any. `counts`: for every paper in how many pairs
    it is. `common`: for every paper which part (0-1) of its wording is shared by so
    many that it counts as common. `step`: one in so many grams was looked at. `measured`: the papers long enough.
    """

    papers: tuple[OwnPaper, ...]
    threshold: float
    pairs: tuple[Pair, ...]
    count: int
    nearest: tuple[Pair | None, ...]
    counts: tuple[int, ...]
    common: tuple[float, ...]
    step: int
    measured: tuple[bool, ...]
    shared_by_many: frozenset[int]
    """The grams of common wording."""


def compare(papers: Sequence[OwnPaper], threshold: float = THRESHOLD) -> FolderLikeness:
    """Compare all papers with each other, but those of earlier years only with this year's."""
    return _Folder(papers, threshold).likeness()


class _Pairs:
    """The pairs that are worth keeping: of some millions that share a few characters, most are not.

    `found`: score and both papers, from the threshold on. `nearest`: for each paper its likest pair.
    """

    def __init__(self, papers: int, threshold: float) -> None:
        self.found: list[tuple[float, int, int]] = []
        self.nearest: list[tuple[float, int, int] | None] = [None] * papers
        self._threshold = threshold
        self._best = [0.0] * papers

    def add(self, one: int, other: int, score: float) -> None:
        """Take note of a pair."""
        if score >= self._threshold:
            self.found.append((score, one, other))
        for at in (one, other):
            if score > self._best[at]:
                self._best[at] = score
                self.nearest[at] = score, one, other


class _Folder:
    """The papers with their grams. A pair is counted when its later paper comes by, those of earlier years first."""

    def __init__(self, papers: Sequence[OwnPaper], threshold: float) -> None:
        self._papers, self._threshold = papers, threshold
        self._step = step_for(sum(paper.size for paper in papers))
        self._all = [grams((each.words for each in paper.sentences), self._step) for paper in papers]
        self._own = [found - self._common for found in self._all]
        self._least = max(LEAST // self._step, 1)
        self._order = sorted(range(len(papers)), key=lambda at: not papers[at].past)

    def likeness(self) -> FolderLikeness:
        """Compare."""
        pairs = _Pairs(len(self._papers), self._threshold)
        places: dict[int, list[int]] = {}
        for later in filter(self._is_measured, self._order):
            own = self._own[later]
            if not self._papers[later].past:
                shared = Counter(chain.from_iterable([places[gram] for gram in own if gram in places]))
                for earlier, count in shared.items():
                    pairs.add(later, earlier, count / min(len(own), len(self._own[earlier])))
            for gram in own:
                places.setdefault(gram, []).append(later)
        for later, earlier in self._copies_left_with_nothing():
            pairs.add(later, earlier, 1.0)
        found = sorted(map(self._pair, pairs.found), key=lambda pair: (-pair.score, pair))
        return FolderLikeness(
            papers=tuple(self._papers),
            threshold=self._threshold,
            pairs=tuple(found[:MOST_PAIRS]),
            count=len(found),
            nearest=tuple(None if each is None else self._pair(each) for each in pairs.nearest),
            counts=_counts(len(self._papers), found),
            common=tuple(map(self._common_part, range(len(self._papers)))),
            step=self._step,
            measured=tuple(map(self._is_measured, range(len(self._papers)))),
            shared_by_many=frozenset(self._common),
        )

    def _pair(self, found: tuple[float, int, int]) -> Pair:
        score, *both = found
        first, second = sorted(both, key=lambda at: (self._papers[at].past, at))
        identical = self._papers[first].digest == self._papers[second].digest
        return Pair(first, second, round(score, 4), identical)

    def _copies_left_with_nothing(self) -> Iterator[tuple[int, int]]:
        """Yield copies to the letter among papers too short to be measured, each with the first of its kind."""
        first_of: dict[bytes, int] = {}
        for at in self._order:
            if self._is_measured(at) or not self._papers[at].size:
                continue
            earlier = first_of.setdefault(self._papers[at].digest, at)
            if earlier != at and not (self._papers[at].past and self._papers[earlier].past):
                yield at, earlier

    def _is_measured(self, at: int) -> bool:
        return len(self._own[at]) >= self._least

    def _common_part(self, at: int) -> float:
        return round(1 - len(self._own[at]) / len(self._all[at]), 4) if self._all[at] else 0.0

    @cached_property
    def _common(self) -> set[int]:
        """The grams that many papers share, this year's and earlier ones apart; copies to the letter count once."""
        return {gram for past in (False, True) for gram in _shared_by_many(self._different(past))}

    def _different(self, past: bool) -> list[set[int]]:
        by_digest = {
            paper.digest: found
            for paper, found in zip(self._papers, self._all, strict=True)
            if paper.past == past
        }
        return list(by_digest.values())


def _counts(papers: int, pairs: Iterable[Pair]) -> tuple[int, ...]:
    counts = Counter(at for pair in pairs for at in (pair.first, pair.second))
    return tuple(counts[at] for at in range(papers))


def _shared_by_many(papers: Sequence[Iterable[int]]) -> Iterator[int]:
    most = max(COMMON_LEAST, COMMON_SHARE * len(papers))
    if len(papers) > most:
        counts = Counter(chain.from_iterable(papers))
        yield from (gram for gram, count in counts.items() if count > most)
