"""The words of the lexicon by kind, ready to be looked up where they stand in a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from re import Pattern
from typing import Literal

from docklint.beginnings import PAIR, Beginnings, packed
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.structure.meaning.numbers import CountedNumbers
from docklint.values import Value
from docklint.word_search import WordSearch

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

LEAST_OCCASION, LONGEST_OCCASION, LONGEST_LEAD = 5, 50, 12
"""Code points between 在 and the word that closes an occasion, and before 在."""


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
        self.frames: Pattern[str] = compiled("|".join(grammar["meaning-frames"]))
        """What a saying looks like that no list holds (不温不火)."""
        self.vague: tuple[str, ...] = grammar["meaning-vague"]
        """What leaves open of whom or what is spoken."""
        self.occasion = compiled(_occasion(grammar))
        """A clause that names an occasion; 在工作中 and 在推进某项工作时 name none. Group `any`: it may be of nothing."""
        self.numbers = grammar.once(CountedNumbers)

    def is_of_degree(self, clause: str) -> bool:
        """Return whether a clause tells of its subject how much, and not what happened."""
        return self._degrees.first(clause) is not None or self._other_degrees.search(clause) is not None

    @cached_property
    def _degrees(self) -> WordSearch:
        return WordSearch(each for each in self._grammar["meaning-degrees"] if each.isalnum())

    @cached_property
    def _other_degrees(self) -> Pattern[str]:
        return compiled("|".join(each for each in self._grammar["meaning-degrees"] if not each.isalnum()))

    @cached_property
    def tallies(self) -> Pattern[str]:
        """Where 一 is counted (一次也没有)."""
        return compiled("|".join(self._grammar["meaning-tallies"]))

    @cached_property
    def speech(self) -> Pattern[str]:
        """What leads in to somebody's own words."""
        return compiled("|".join(self._grammar["meaning-speech"]))

    @cached_property
    def findings(self) -> Pattern[str]:
        """What was found out by somebody."""
        return compiled("|".join(self._grammar["meaning-findings"]))

    def _learned(self, pair: str, rests: Sequence[str]) -> tuple[int, ...]:
        """Take in the words with such a beginning; `rests`: what follows it, and the place of the kind."""
        if not rests:
            return ()
        self.kinds.update([(pair + rest[:-1], KINDS[int(rest[-1])]) for rest in rests])
        return tuple(dict.fromkeys([PAIR + len(rest) - 1 for rest in rests]))


class TaggedWords(Value):
    """The words of the kinds, each with the place of its kind in `KINDS`: those of one character, and packed the longer."""

    single: Mapping[str, str]
    longer: Sequence[str]


def tags_of_words(grammar: Grammar) -> TaggedWords:
    """Sort the words into kinds; some ten thousand, which a wheel holds sorted."""
    tags = {
        word: str(KINDS.index(kind))
        for key, kind in LISTS.items()
        for line in grammar[key]
        for word in line.split()
    }
    return TaggedWords({word: tag for word, tag in tags.items() if len(word) < PAIR}, packed(tags))


def _occasion(grammar: Grammar) -> str:
    vague, closers = alternatives(grammar["meaning-vague"]), alternatives(grammar["occasion-closers"])
    stock, named = (
        alternatives(grammar["meaning-no-occasions"]),
        alternatives(grammar["meaning-undertakings"]),
    )
    made = rf"(?:{alternatives(grammar['meaning-makings'])}).{{0,{LONGEST_OCCASION}}}20[0-9]{{2}}年"
    within = rf"(?!.{{0,{LONGEST_OCCASION}}}(?:{vague}))"
    told = rf"(?!.{{0,{LONGEST_OCCASION}}}(?:{stock})$).{{{LEAST_OCCASION},{LONGEST_OCCASION}}}(?:{closers})"
    named = rf".{{0,{LONGEST_OCCASION}}}(?:{named}|{made}).{{0,{LONGEST_OCCASION}}}"
    return rf".{{0,{LONGEST_LEAD}}}?在{within}(?:{named}|(?P<any>{told}))"
