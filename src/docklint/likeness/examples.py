"""One example told in several papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain

from docklint.likeness.folder import COMMON_LEAST, COMMON_SHARE
from docklint.likeness.grams import grams
from docklint.likeness.official import CUT
from docklint.likeness.wording import LEAST_EXAMPLE, OwnPaper, Sentence
from docklint.tuples import NamedTuple
from docklint.values import Value

SHARED, ALIKE = 0.5, 0.8
"""Examples that share this part (0-1) of the shorter one's grams are compared; from that ratio on they are one."""
MOST_COMPARED = 8
"""So many earlier examples are compared with each, the likest first."""
MOST = 1_000
"""So many shared examples are told; all are counted."""


class ToldExample(NamedTuple):
    """An example and the paper (number in the folder) it stands in."""

    paper: int
    example: Sentence


class SharedExamples(Value):
    """`found`: each with all its places, the first paper's first, at most `MOST`; `count`: how many there are."""

    found: tuple[tuple[ToldExample, ...], ...]
    count: int


def shared_examples(papers: Sequence[OwnPaper]) -> SharedExamples:
    """Return the examples that stand in two papers or more, one of them of this year.

    What more papers tell than may share common wording is nobody's own example.
    """
    groups = _Groups()
    for at in sorted(range(len(papers)), key=lambda each: papers[each].past):
        for example in papers[at].examples:
            groups.add(ToldExample(at, example))
    most = max(COMMON_LEAST, COMMON_SHARE * len(papers))
    found = [group for group in groups.several() if len(group) <= most and not papers[group[0].paper].past]
    return SharedExamples(tuple(found[:MOST]), len(found))


class _Groups:
    """Examples that are one: each is held against the first of every group."""

    def __init__(self) -> None:
        self._groups: list[list[ToldExample]] = []
        self._grams: list[set[int]] = []
        self._places: dict[int, list[int]] = {}

    def add(self, told: ToldExample) -> None:
        """Put an example to those that it is one with."""
        words = told.example.words.replace(CUT, "")
        if len(words) < LEAST_EXAMPLE:
            return
        own = grams([words])
        for at in self._likest(own):
            if _alike(words, self._groups[at][0].example.words.replace(CUT, "")):
                self._groups[at].append(told)
                return
        for gram in own:
            self._places.setdefault(gram, []).append(len(self._groups))
        self._groups.append([told])
        self._grams.append(own)

    def several(self) -> Iterator[tuple[ToldExample, ...]]:
        """Yield the groups of two papers or more, each paper once."""
        for group in self._groups:
            first: dict[int, ToldExample] = {}
            for told in group:
                first.setdefault(told.paper, told)
            if len(first) > 1:
                yield tuple(first.values())

    def _likest(self, own: set[int]) -> list[int]:
        """Return the groups that share enough, the likest first."""
        shared = Counter(chain.from_iterable(self._places.get(gram, ()) for gram in own))
        enough = {
            at: part
            for at, count in shared.items()
            if (part := count / min(len(own), len(self._grams[at]))) >= SHARED
        }
        return sorted(enough, key=lambda at: (-enough[at], at))[:MOST_COMPARED]


def _alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
