"""Whether two passages tell the same fact, though the words are others or stand in another order."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from docklint.grammar import Grammar
from docklint.pairs import FIRST_HAN, LAST_HAN
from docklint.spans import Range
from docklint.structure.meaning.counted import (
    Counted,
    contradicted,
    counted_in,
    end_of_number,
    in_digits,
    measured,
)
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
SAME_THINGS = "same-things"
"""The list of the words that may be told of one thing, those of one on a line."""
LOST = 4
"""A common beginning is a frame wholly if one part in so many of the poorer passage is lost."""


class Things:
    """The words that may be told of one thing, made once (`grammar.once(Things)`)."""

    def __init__(self, grammar: Grammar) -> None:
        """Take in the words."""
        self.lines = grammar.once(same_things)
        """Every word, and the lines that it stands in."""
        self.longest = grammar.once(longest_things)
        """What a word may begin with, and how long it is at most."""
        self.joints = frozenset(grammar["meaning-joints"])
        """Characters that only join others."""
        self.plain, self.light = _Signs(1.0), _Signs(LIGHT)
        """Single characters, and those of talk."""


def same_things(grammar: Grammar) -> Mapping[str, Sequence[int]]:
    """Number the lines of words that may be told of one thing; some two thousand words, which a wheel holds numbered."""
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate("\n".join(grammar[SAME_THINGS]).split("\n")):
        for word in line.split():
            lines[word].append(number)
    return {word: tuple(numbers) for word, numbers in lines.items()}


def longest_things(grammar: Grammar) -> Mapping[str, int]:
    """Return how long the longest of these words is that begins with a character."""
    longest: dict[str, int] = {}
    for word in grammar.once(same_things):
        longest[word[0]] = max(len(word), longest.get(word[0], 0))
    return longest


class Retold(NamedTuple):
    """A word of `same-things`, or a single character, a number or Latin letters."""

    text: str
    keys: tuple[str | int, ...]
    """What it may be found by, the whole of it first: itself and its lines; behind them, its characters."""
    wholes: int
    """How many of the keys stand for all of it."""
    weight: float


class _Signs(dict[str, Retold]):
    """Single characters of one weight, each made once: most of what passages tell is read as these."""

    def __init__(self, weight: float) -> None:
        self._weight = weight

    def __missing__(self, sign: str) -> Retold:
        self[sign] = made = Retold(sign, (sign,), 1, self._weight)
        return made


class Substance(NamedTuple):
    """What a passage tells."""

    tokens: tuple[Retold, ...]
    mass: float
    """All weights together."""
    counted: Counted


def told(passage: str, grammar: Grammar) -> Substance:
    """Reduce a passage to what could be told again; 三次 is read as 3次, words that only join others are left out."""
    text = in_digits(passage)
    tokens = tuple(_tokens(text, grammar))[:MOST_TOKENS]
    mass = sum([token.weight for token in tokens])
    return Substance(tokens=tokens, mass=mass, counted=counted_in(text, grammar))


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
    foreign = dict(foreign_words(text))
    longest, joints, after = things.longest, things.joints, 0
    for at, sign in enumerate(text):
        if at < after:
            continue
        if sign in longest and (word := _thing(text, at, things)):
            after = at + len(word)
            lines = things.lines[word]
            heavy = max(weights[at:after]) * min(2, len(word))
            yield Retold(word, (*lines, *sorted({*word} - joints)), len(lines), heavy)
        elif at in foreign:
            word = foreign[at]
            after = at + len(word)
            yield _foreign(word, measured(text, at, grammar), weights[at])
        elif FIRST_HAN <= sign <= LAST_HAN and sign not in joints:
            yield things.light[sign] if weights[at] == LIGHT else things.plain[sign]


def foreign_words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the numbers, with their decimals, and the Latin words of a text, each with its place."""
    behind = 0
    for at, sign in enumerate(text):
        if at >= behind and sign.isascii() and sign.isalnum():
            behind = end_of_number(text, at) if sign.isdecimal() else _end_of_latin(text, at)
            yield at, text[at:behind]


def _end_of_latin(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end].isascii() and text[end].isalpha():
        end += 1
    return end


def _foreign(word: str, measures: tuple[str, ...], weight: float) -> Retold:
    """Return letters, or a number; one that counts something else (三成, 三次) is its counterpart by half."""
    if not word[0].isdecimal():
        return Retold(word, (word,), 1, weight)
    keys = (*[word + measure for measure in measures], word)
    return Retold(word, keys, len(measures) or 1, NUMBER)


def _thing(text: str, at: int, things: Things) -> str:
    """Return the longest word of `same-things` at a place; empty, if there is none."""
    for length in range(min(things.longest[text[at]], len(text) - at), 0, -1):
        word = text[at : at + length]
        if word in things.lines:
            return "" if word in things.joints else word
    return ""


def _aligned(poor: Sequence[Retold], rich: Sequence[Retold]) -> dict[int, tuple[int, float]]:
    """Give each token of one passage its counterpart in the other, the weightiest first, and say how much of it that is.

    Of several the one that stands nearest to its place is taken; none is taken twice.
    """
    wholes: defaultdict[str | int, list[int]] = defaultdict(list)
    parts: defaultdict[str | int, list[int]] = defaultdict(list)
    for there, token in enumerate(rich):
        for number, key in enumerate(token.keys):
            # A key that stands for all of one token may be but a character of the other.
            if number < token.wholes:
                wholes[key].append(there)
            parts[key].append(there)
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for at in sorted(range(len(poor)), key=lambda at: -poor[at].weight):
        place, keys = at / len(poor) * len(rich), poor[at].keys
        free, part = _free(keys[: poor[at].wholes], wholes, taken), 1.0
        if not free:
            free, part = _free(keys, parts, taken), HALF
        if free:
            nearest = min(free, key=lambda there: (abs(there - place), there))
            taken.add(nearest)
            pairs[at] = nearest, part
    return pairs


def _free(keys: Iterable[str | int], places: Mapping[str | int, list[int]], taken: Set[int]) -> list[int]:
    """Return the places of some keys that are not taken."""
    return [there for key in keys if key in places for there in places[key] if there not in taken]


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
        if not vocabulary.tellings.is_of_degree(text[clause.start : clause.end]):
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
