"""Whether two passages tell the same fact, though the words are others or stand in another order."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.spans import Range
from docklint.structure.meaning.counted import Counted, contradicted, counted, in_digits, measured
from docklint.structure.meaning.vocabulary import Vocabulary
from docklint.structure.meaning.words import clauses, words
from docklint.tuples import NamedTuple

FEATURES = ("lesser", "greater", "copied", "frame", "shifted", "moved", "shared", "contradicted")
"""What is weighed: the parts of the poorer and of the richer passage that stand in the other; the part of the neighbours that
are neighbours there too; how much of the poorer one is a common beginning that is not all; how far what is shared stands
from its place, and which part of it is in another order; how much is shared at all; how far they contradict each other in
numbers of one measure, or names."""
WEIGHTS: Mapping[str, float] = {
    "lesser": 4.60,
    "greater": 5.14,
    "copied": -2.94,
    "frame": -10.71,
    "shifted": 12.39,
    "moved": 8.45,
    "shared": 0.26,
    "contradicted": -8.35,
}
"""What speaks for one fact, in log odds: `python -m tests.judgement fit` finds it on the pairs in `tests/judgement`."""
EVEN = -6.38
"""The log odds of two passages that share nothing, found with the weights."""
LIGHT, NUMBER = 0.3, 2.0
"""What a character of talk and what a number weighs; any other weighs 1, a word that others may stand for as two."""
MOST_SHARED = 25
"""More weight than this, shared, tells no more."""
MOST_CONTRADICTED = 1
"""One number that contradicts says it all."""
MOST_TOKENS = 100
"""So much of a passage is compared."""
HALF = 0.5
"""What two words share that have but a character in common."""
LOST = 4
"""A common beginning is a frame wholly if one part in so many of the poorer passage is lost."""

_SIGN = r"[0-9]+(?:[.][0-9]+)?|[A-Za-z]+|[^\W_]"
"""A number, a word or a character; those that are not Chinese are left out behind it: their class is dear to compile."""
_FIRST_HAN, _LAST_HAN = "一", "鿿"


class Things:
    """The words that may be told of one thing, made once (`grammar.once(Things)`)."""

    def __init__(self, grammar: Grammar) -> None:
        """Number the lines; some two thousand words, in half a millisecond, and only where two examples are compared."""
        self.lines: defaultdict[str, list[int]] = defaultdict(list)
        """Every word, and the lines that it stands in."""
        for number, line in enumerate("\n".join(grammar["same-things"]).split("\n")):
            for word in line.split():
                self.lines[word].append(number)
        self.longest = max(map(len, self.lines), default=0)
        self.firsts = frozenset([word[0] for word in self.lines])
        """What a word may begin with."""
        self.joints = frozenset(grammar["meaning-joints"])
        """Characters that only join others."""


class Retold(NamedTuple):
    """A word of `same-things`, or a single character, a number or Latin letters."""

    text: str
    keys: tuple[str | int, ...]
    """What it may be found by, the whole of it first: itself and its lines; behind them, its characters."""
    wholes: int
    """How many of the keys stand for all of it."""
    weight: float


class Substance(NamedTuple):
    """What a passage tells."""

    tokens: tuple[Retold, ...]
    mass: float
    """All weights together."""
    counted: Counted


def told(passage: str, grammar: Grammar) -> Substance:
    """Reduce a passage to what could be told again; 三次 is read as 3次, words that only join others are left out."""
    tokens = tuple(_tokens(in_digits(passage), grammar))[:MOST_TOKENS]
    mass = sum([token.weight for token in tokens])
    return Substance(tokens=tokens, mass=mass, counted=counted(passage, grammar))


def same(one: Substance, other: Substance) -> float:
    """Return the log odds that two passages tell one fact."""
    evidence = weighed(one, other)
    return EVEN + sum([WEIGHTS[name] * number for name, number in evidence.items()])


def weighed(one: Substance, other: Substance) -> dict[str, float]:
    """Return what speaks for and against one fact; nothing, if one passage tells nothing.

    What a frame shares stands in one place and order, mostly at the beginning (贯彻落实…不够有力，…); what is told again is
    moved about.
    """
    (poor, mass, _), (rich, more, _) = sorted((one, other), key=lambda each: each.mass)
    if not poor:
        return {}
    pairs = _aligned(poor, rich)
    lesser = sum([poor[at].weight * part for at, (_, part) in pairs.items()]) / mass
    ordered = [pairs[at][0] for at in sorted(pairs)]
    apart = sum([abs(at / len(poor) - there / len(rich)) for at, (there, _) in pairs.items()])
    neighbours = sum([at + 1 in pairs and pairs[at + 1][0] == there + 1 for at, (there, _) in pairs.items()])
    return {
        "lesser": lesser,
        "greater": sum([rich[there].weight * part for there, part in pairs.values()]) / more,
        "copied": neighbours / (len(poor) - 1 or 1),
        "frame": _beginning(poor, rich) / mass * min(1, LOST * (1 - lesser)),
        "shifted": apart / (len(pairs) or 1) * lesser,
        "moved": (len(ordered) - _longest_ascent(ordered)) / len(poor),
        "shared": min(
            MOST_SHARED,
            sum([min(poor[at].weight, rich[there].weight) * part for at, (there, part) in pairs.items()]),
        ),
        "contradicted": min(MOST_CONTRADICTED, contradicted(one.counted, other.counted)),
    }


def _tokens(text: str, grammar: Grammar) -> Iterator[Retold]:
    things, weights = grammar.once(Things), _weights(text, grammar.once(Vocabulary))
    signs = {found.start(): found[0] for found in compiled(_SIGN).finditer(text) if _is_told(found[0])}
    at = 0
    while at < len(text):
        if word := _thing(text, at, things) if text[at] in things.firsts else "":
            heavy = max(weights[at : at + len(word)]) * min(2, len(word))
            lines = things.lines[word]
            yield Retold(word, (*lines, *sorted({*word} - things.joints)), len(lines), heavy)
        elif (word := signs.get(at, "")) and word not in things.joints:
            yield (
                _number(word, measured(text, at, grammar))
                if word[0].isdecimal()
                else Retold(word, (word,), 1, weights[at])
            )
        at += len(word) or 1


def _number(digits: str, measures: tuple[str, ...]) -> Retold:
    """Return a number; one that counts something else (三成, 三次) is its counterpart by half."""
    keys = (*[digits + measure for measure in measures], digits)
    return Retold(digits, keys, len(measures) or 1, NUMBER)


def _is_told(sign: str) -> bool:
    return _FIRST_HAN <= sign <= _LAST_HAN or sign.isascii()


def _thing(text: str, at: int, things: Things) -> str:
    """Return the longest word of `same-things` at a place; empty, if there is none."""
    lengths = range(min(things.longest, len(text) - at), 0, -1)
    found = (text[at : at + length] for length in lengths if text[at : at + length] in things.lines)
    word = next(found, "")
    return "" if word in things.joints else word


def _aligned(poor: Sequence[Retold], rich: Sequence[Retold]) -> dict[int, tuple[int, float]]:
    """Give each token of one passage its counterpart in the other, the weightiest first, and say how much of it that is.

    Of several the one that stands nearest to its place is taken; none is taken twice.
    """
    places: defaultdict[str | int, list[int]] = defaultdict(list)
    for there, token in enumerate(rich):
        for key in token.keys:
            places[key].append(there)
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for at in sorted(range(len(poor)), key=lambda at: -poor[at].weight):
        place = at / len(poor) * len(rich)
        for keys, part in ((poor[at].keys[: poor[at].wholes], 1.0), (poor[at].keys, HALF)):
            free = {there for key in keys for there in places.get(key, ())} - taken
            # A key that stands for all of one token may be but a character of the other.
            fits = [
                there
                for there in free
                if part < 1 or not {*keys}.isdisjoint(rich[there].keys[: rich[there].wholes])
            ]
            if fits:
                nearest = min(fits, key=lambda there: (abs(there - place), there))
                taken.add(nearest)
                pairs[at] = nearest, part
                break
    return pairs


def _beginning(one: Iterable[Retold], other: Iterable[Retold]) -> float:
    """Return the weight of what two passages begin with alike."""
    weight = 0.0
    for mine, its in zip(one, other, strict=False):
        if mine.text != its.text:
            break
        weight += mine.weight
    return weight


def _longest_ascent(numbers: Iterable[int]) -> int:
    """Return how many of some numbers, none twice, stand in ascending order at most."""
    ends: list[int] = []
    for number in numbers:
        at = bisect(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)


def _weights(text: str, vocabulary: Vocabulary) -> list[float]:
    weights = [LIGHT] * len(text)
    for clause in clauses(text, Range(0, len(text))):
        if not vocabulary.degrees.search(text, *clause):
            for kind, start, end in words(text, clause, vocabulary):
                if kind != "saying":
                    weights[start:end] = [1.0] * (end - start)
    return weights


def in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest common subsequence; the bits of an integer stand for the signs of `one`."""
    places: dict[str, int] = {}
    for at, sign in enumerate(one):
        places[sign] = places.get(sign, 0) | 1 << at
    whole = (1 << len(one)) - 1
    open_places = whole
    for sign in other:
        matched = open_places & places.get(sign, 0)
        open_places = (open_places + matched | open_places - matched) & whole
    return len(one) - open_places.bit_count()
