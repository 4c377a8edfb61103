"""Which part of a paper each piece of a row names, if any: by what stands in it and beside it, and by the part before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from math import exp, log

from docklint.derive.evidence.part_pieces import LONGEST, TextPiece
from docklint.derive.evidence.weights import feature, grams
from docklint.derive.part_names import is_left_out
from docklint.derive.reading import Notice
from docklint.derive.roles import role_of
from docklint.patterns import compiled
from docklint.spans import Range
from docklint.tuples import NamedTuple

TAGS = "OPCMARSX"
"""No part, problems, causes, measures, analysis of a case, rectification, a personal report, a part that no profile knows."""
NONE = "O"
ROLES = {
    "P": "problems",
    "C": "causes",
    "M": "measures",
    "A": "case-analysis",
    "R": "rectification",
    "S": "personal",
    "X": None,
}
BEAM = 7
NEAR = 1
LABEL = 4
"""So much of what numbers a piece is told."""
WHOLE = 5
"""A piece of so few code points is told as a whole."""


class Tagged(NamedTuple):
    """The parts of a row so far: the tag and the words of each, and the sum of the logarithms of their likelihoods."""

    parts: tuple[tuple[str, Range], ...]
    score: float
    last: str = NONE
    pieces: int = 0


def of_piece(notice: Notice, row: Sequence[TextPiece], at: int) -> list[str]:
    """Return what tells of a piece."""
    piece = row[at]
    words = notice.words(piece.words)[-LONGEST:]
    left = notice.words(row[at - 1].words) if at else ""
    right = notice.words(row[at + 1].words) if at + 1 < len(row) else ""
    told = {
        *grams("in", words),
        *(feature("end", words[-n:]) for n in (1, 2) if len(words) >= n),
        *(feature("head", words[:n]) for n in (1, 2) if len(words) >= n),
        feature("sign-before", piece.before[-1:]),
        feature("label", piece.before[:LABEL]),
        feature("sign-behind", piece.behind[-1:]),
        feature("long", min(len(words) // 3, 6)),
        feature("left", left[-NEAR:]),
        feature("right", right[-NEAR:]),
    }
    if len(words) <= WHOLE:
        told.add(feature("whole", words))
    role = role_of(notice, words)
    if role:
        told.add(feature("role", role))
    return sorted(told)


class TagWeights:
    """What the features of a piece weigh for each tag, and each tag behind another."""

    def __init__(self, table: Mapping[str, float]) -> None:
        self._by_feature: dict[str, list[tuple[int, float]]] = {}
        for name, weight in table.items():
            tag, _, told = name.partition(".")
            self._by_feature.setdefault(told, []).append((TAGS.index(tag), weight))

    def scores(self, features: Iterable[str]) -> list[float]:
        """Return what some features weigh for each tag."""
        sums = [0.0] * len(TAGS)
        for each in features:
            for at, weight in self._by_feature.get(each, ()):
                sums[at] += weight
        return sums


class Tagger:
    """Tags the pieces of a notice; what stands beside a piece is looked at once."""

    def __init__(self, notice: Notice, weights: TagWeights, taken: frozenset[int]) -> None:
        self._notice, self._weights, self._taken = notice, weights, taken
        self._known: dict[tuple[int, str], list[float]] = {}
        self._behind = [weights.scores([f"last:{tag}"]) for tag in TAGS]

    def likely(self, row: Sequence[TextPiece], at: int, last: str) -> list[float]:
        """Return the logarithms of how likely each tag is for a piece behind the part `last`."""
        key = (row[at].words.start, last)
        if key not in self._known:
            base = self._base(row, at)
            self._known[key] = _logarithms(
                [a + b for a, b in zip(base, self._behind[TAGS.index(last)], strict=True)]
            )
        return self._known[key]

    def _base(self, row: Sequence[TextPiece], at: int) -> list[float]:
        key = (row[at].words.start, "")
        if key not in self._known:
            self._known[key] = self._weights.scores(of_piece(self._notice, row, at))
        return self._known[key]

    def is_strong(self, row: Sequence[TextPiece], least: float, last: str = NONE) -> bool:
        """Return whether any piece is likely enough a part behind `last`."""
        return any(
            1 - exp(self.likely(row, at, last)[0]) >= least
            for at, piece in enumerate(row)
            if not self._is_barred(piece)
        )

    def _is_barred(self, piece: TextPiece) -> bool:
        """Return whether a piece can be no part: it is long, names a dimension, or says that a part is left out."""
        if piece.words.end - piece.words.start > LONGEST or piece.words.end - 1 in self._taken:
            return True
        told = self._notice.says("notice-left-out", self._notice.words(piece.words))
        return told or is_left_out(self._notice, piece.words)

    def onward(self, found: Sequence[Tagged], row: Sequence[TextPiece]) -> list[Tagged]:
        """Return the likeliest ways to go on with the pieces of a further row."""
        for at, piece in enumerate(row):
            found = nlargest(BEAM, self._each(found, row, at, piece), key=lambda each: each.score)
        return list(found)

    def _each(
        self, found: Sequence[Tagged], row: Sequence[TextPiece], at: int, piece: TextPiece
    ) -> Iterator[Tagged]:
        barred = self._is_barred(piece)
        for one in found:
            for tag, likely in zip(TAGS, self.likely(row, at, one.last), strict=True):
                if tag == NONE:
                    score = one.score + (0 if barred else likely)
                    yield Tagged(one.parts, score, one.last, one.pieces + 1)
                elif not barred:
                    yield Tagged((*one.parts, (tag, piece.words)), one.score + likely, tag, one.pieces + 1)


def _logarithms(scores: Sequence[float]) -> list[float]:
    most = max(scores)
    total = most + log(sum(exp(each - most) for each in scores))
    return [each - total for each in scores]


def joined(notice: Notice, parts: Sequence[tuple[str, Range]]) -> tuple[tuple[str, Range], ...]:
    """Join neighbours of one tag that a word joins, and take each tag once; one that nobody knows as often as it stands."""
    told: list[tuple[str, Range]] = []
    for tag, words in parts:
        if told and told[-1][0] == tag and _is_near(notice, told[-1][1].end, words.start):
            told[-1] = (tag, Range(told[-1][1].start, words.end))
        elif tag == "X" or tag not in {one for one, _ in told}:
            told.append((tag, words))
        elif {one for one, _ in told} == {tag}:
            told[-1] = (tag, words)
    return tuple(told)


def _is_near(notice: Notice, end: int, start: int) -> bool:
    return compiled("[^、，。；：\n]{0,2}").fullmatch(notice.text, end, start) is not None
