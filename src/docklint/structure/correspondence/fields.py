"""Fields: what work or matter of life a part is about (值守, 食堂, 采购), so that other words for one thing meet.

The words are in `rules/lexicon-fields.toml`. Words of manner and duty belong to no field: 主动 shows no connection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import compress, count
from math import exp, sqrt

from docklint.beginnings import Beginnings
from docklint.grammar import Grammar
from docklint.pairs import pairs
from docklint.patterns import alternatives, compiled
from docklint.profile import Fields
from docklint.values import Value

NEAR = 0.7
"""How much a neighbour counts, a word chosen by hand being 1."""
TITLE = 0.6
"""How much a word of a heading counts, one of the text below it being 1: headings are where official words stand."""
LONGEST = 300
"""Code points that are read below a heading; who says more repeats what it is about."""
TENTH = 0.1
"""A field's weight is told in tenths."""
SURE = 2.0
"""How much of its fields a part must show to be understood."""
NONE = 1e-9
"""What is left of a difference of equals."""
LEAST_OWN = 2
"""Words that a part must have of its own for a stock word that it shares with another to tell nothing of the two."""
LEAST_SHOWN, SHOWN = 2, 0.2
"""How many words of show a measure must have, and what share of its words they must be, for it to be nothing else."""


class About(Value):
    """What a part is about: how much of each field, by its place in the lexicon, and the words that say so, in order."""

    shares: Mapping[int, float]
    length: float
    """The Euclidean length of the shares."""
    words: tuple[str, ...] = ()
    factors: Mapping[str, float] = {}
    """How much each word counts, its places in the part considered."""
    stock: Set[str] = frozenset()
    """Those words that official papers use of everything (统筹, 法治)."""

    @property
    def sureness(self) -> float:
        """How sure it is what the part is about, 0-1."""
        return 1 - exp(-((self.length / SURE) ** 2))


def about(title: str, body: str, grammar: Grammar) -> About:
    """Tell what a part with such a heading and such a text below it is about."""
    index = grammar.once(_index)
    factors: defaultdict[str, float] = defaultdict(float)
    for text, factor in ((title, TITLE), (body[:LONGEST], 1.0)):
        for word in index.words(text):
            factors[word] += factor
    shares = index.total(factors, factors)
    return About(shares, _length(shares), tuple(factors), factors, index.official.intersection(factors))


def likeness(one: About, other: About, grammar: Grammar) -> float:
    """Return how much two parts are about the same fields, 0-1: the cosine of their shares.

    A stock word that both use tells nothing where each has words of its own: the fields of those do.
    """
    common = one.stock & other.stock
    if common and min(len(each.words) - len(each.stock) for each in (one, other)) >= LEAST_OWN:
        index = grammar.once(_index)
        return _without(one, other, *(index.total(each.factors, common) for each in (one, other)))
    dot = _dot(one.shares, other.shares)
    return dot / (one.length * other.length) if dot else 0.0


def _dot(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    return sum([one[number] * other[number] for number in one.keys() & other.keys()])


def _without(one: About, other: About, mine: Mapping[int, float], theirs: Mapping[int, float]) -> float:
    """Return the likeness of two parts less what some words of each say."""
    dot = (
        _dot(one.shares, other.shares)
        - _dot(mine, other.shares)
        - _dot(one.shares, theirs)
        + _dot(mine, theirs)
    )
    squares = [
        each.length**2 - 2 * _dot(less, each.shares) + _dot(less, less)
        for each, less in ((one, mine), (other, theirs))
    ]
    return dot / sqrt(squares[0] * squares[1]) if dot > NONE and min(squares) > NONE else 0.0


def _length(shares: Mapping[int, float]) -> float:
    return sqrt(sum([share**2 for share in shares.values()]))


def shown(title: str, body: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the words of a measure that tell of decorating, performing, exhibiting or honouring, in order."""
    text, index = f"{title}|{body[:LONGEST]}", grammar.once(_shows)
    found: list[str] = []
    after = 0
    for at in [at for at, sign in enumerate(text) if sign in index]:
        word = (
            next((word for word in index[text[at]] if text.startswith(word, at)), "") if at >= after else ""
        )
        if word:
            found.append(word)
            after = at + len(word)
    return tuple(dict.fromkeys(found))


def _shows(grammar: Grammar) -> Mapping[str, Sequence[str]]:
    """Return the words of show by their first character, the longest first."""
    index: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(grammar["show-acts"], key=len, reverse=True):
        index[word[0]].append(word)
    return dict(index)


def is_show(title: str, body: str, grammar: Grammar) -> bool:
    """Return whether a measure decorates, performs, exhibits or honours, and does little else."""
    text = f"{title}|{body[:LONGEST]}"
    acts = shown(title, body, grammar)
    if len(acts) < LEAST_SHOWN:
        return False
    others = {
        word
        for word in grammar.once(_index).words(text)
        if not any(word in one or one in word for one in acts)
    }
    return len(acts) >= SHOWN * (len(acts) + len(others))


def calls_for_show(title: str, body: str, grammar: Grammar) -> bool:
    """Return whether a cause speaks of what decorating, performing, exhibiting or honouring may mend (荣誉激励不够)."""
    words = (*grammar["show-acts"], *grammar["show-topics"])
    return compiled(alternatives(words)).search(f"{title}|{body[:LONGEST]}") is not None


def telling(one: About, grammar: Grammar, number: int | None = None) -> list[str]:
    """Return the words of a part that say most of a field, or of any; the most telling first."""
    index = grammar.once(_index)

    def worth(word: str) -> float:
        shares = index.shares(word)
        return max(shares.values(), default=0.0) if number is None else shares.get(number, 0.0)

    return sorted((word for word in one.words if worth(word)), key=lambda word: -worth(word))


class _FieldIndex:
    """All words of all fields; what a text has no use for is never looked at."""

    def __init__(self, fields: Fields, official: frozenset[str]) -> None:
        self.official = official
        """Words that official papers use of everything, and that are of a field all the same."""
        self._fields = fields
        self._longer = Beginnings(fields.words, self._learned)
        """How long the words are that begin with two characters, the longest first."""
        self._places: dict[str, str] = {}
        """The fields of the words learned so far; none for a word that everybody uses."""
        self._shares: dict[str, Mapping[int, float]] = {}

    def words(self, text: str) -> list[str]:
        """Return the words of `text` in order; where several begin, the longest, and none inside another."""
        longer, places, beginnings = self._longer, self._places, pairs(text)
        found: list[str] = []
        after = 0
        for at in compress(count(), map(longer.__getitem__, beginnings)):
            for length in longer[beginnings[at]] if at >= after else ():
                word = text[at : at + length]
                if word in places:
                    after = at + length
                    found.append(word)
                    break
        return [word for word in found if places[word]]

    def total(self, factors: Mapping[str, float], words: Iterable[str]) -> dict[int, float]:
        """Return what some words say of the fields, each as often as it counts."""
        total: dict[int, float] = {}
        known = self._shares
        for word in words:
            factor = factors[word]
            for number, share in (known.get(word) or self.shares(word)).items():
                total[number] = total.get(number, 0.0) + factor * share
        return total

    def shares(self, word: str) -> Mapping[int, float]:
        """Return how much a word says of each field; less for a word that several fields have."""
        found = self._shares.get(word)
        if found is None:
            found = self._shares[word] = self._worked_out(self._places[word])
        return found

    def _learned(self, pair: str, rests: Sequence[str]) -> Sequence[int]:
        """Take in the words with such a beginning; `rests`: what follows it, `:`, and the places of the fields."""
        told = {pair + rest: places for rest, _, places in [rest.partition(":") for rest in rests]}
        self._places.update(told)
        return sorted(set(map(len, told)), reverse=True)

    def _worked_out(self, places: str) -> Mapping[int, float]:
        numbers = [int(place) for place in places.removeprefix("~").split(",")]
        factor = TENTH * (NEAR if places[0] == "~" else 1.0) / sqrt(len(numbers))
        return {number: factor * self._fields.weights[number] for number in numbers}


def _index(grammar: Grammar) -> _FieldIndex:
    return _FieldIndex(grammar.lexicon.fields, frozenset(" ".join(grammar["official-words"]).split()))
