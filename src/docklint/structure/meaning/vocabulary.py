"""The words of the lexicon by kind, ready to be looked up where they stand in a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from docklint.beginnings import PAIR, Beginnings, packed
from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.structure.meaning.frames import Frames
from docklint.structure.meaning.numbers import CountedNumbers
from docklint.structure.meaning.tellings import Tellings
from docklint.typed import Literal, Pattern
from docklint.values import Value

Kind = Literal[
    "talk", "saying", "act", "paper", "person", "place", "thing", "time", "amount", "one", "date", "rest"
]
"""What a word is: `talk` and `saying` are no evidence, `rest` is any character of no known word, the others tell what
could be checked; `one` is an amount that may be a manner of speaking (一次)."""

LISTS: Mapping[str, Kind] = {
    "meaning-talk": "talk",
    "meaning-sayings": "saying",
    "meaning-acts": "act",
    "meaning-papers": "paper",
    "meaning-people": "person",
    "meaning-places": "place",
    "meaning-things": "thing",
    "meaning-times": "time",
}
"""The lists of the lexicon and what their words are; of a word that is in two lists the later one counts."""
KINDS = tuple(LISTS.values())


class Vocabulary:
    """What the room needs of one grammar, made once (`grammar.once(Vocabulary)`)."""

    def __init__(self, grammar: Grammar) -> None:
        """Take in the words that consist of one character; the others are learned as texts hold them."""
        self._grammar = grammar
        tags = grammar.once(tags_of_words)
        self.kinds: dict[str, Kind] = {sign: KINDS[int(tag)] for sign, tag in tags.single.items()}
        """Every known word that some text might have held."""
        self.longer = Beginnings(tags.longer, self._learned)
        """By the first two characters of a word: how long the words are that begin so, the longest first."""
        self.signs: dict[str, float] = {}
        for weight, signs in map(str.split, grammar["meaning-signs"]):
            self.signs |= dict.fromkeys(signs, float(weight))
        """What single characters speak for, in log odds: 查 is of something that happened, 多 of talk."""
        self.frames = Frames(grammar["meaning-frames"])
        """What a saying looks like that no list holds (不温不火)."""
        self.vague: tuple[str, ...] = grammar["meaning-vague"]
        """What leaves open of whom or what is spoken."""
        self.numbers = grammar.once(CountedNumbers)
        self.tellings = grammar.once(Tellings)

    @cached_property
    def findings(self) -> Pattern[str]:
        """What was found out by somebody."""
        return compiled("|".join(self._grammar["meaning-findings"]))

    def _learned(self, pair: str, rests: Sequence[str]) -> tuple[int, ...]:
        """Take in the words with such a beginning; `rests`: what follows it, and the place of the kind."""
        self.kinds.update([(pair + rest[:-1], KINDS[int(rest[-1])]) for rest in rests])
        return tuple(dict.fromkeys([PAIR + len(rest) - 1 for rest in rests]))


class TaggedWords(Value):
    """The words of the kinds, each with the place of its kind in `KINDS`: those of one character, and packed the longer."""

    single: Mapping[str, str]
    longer: Sequence[bytes]


def tags_of_words(grammar: Grammar) -> TaggedWords:
    """Sort the words into kinds; some ten thousand, which a wheel holds sorted."""
    tags = {
        word: str(KINDS.index(kind))
        for key, kind in LISTS.items()
        for line in grammar[key]
        for word in line.split()
    }
    return TaggedWords({word: tag for word, tag in tags.items() if len(word) < PAIR}, packed(tags))
