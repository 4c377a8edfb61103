"""The words of the lexicon by kind, ready to be looked up where they stand in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from re import Pattern
from typing import Literal

from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled

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

SINGLE = 1 << 1
"""The bit of a word of one character."""
LEAST_OCCASION, LONGEST_OCCASION, LONGEST_LEAD = 5, 50, 12
"""Code points between 在 and the word that closes an occasion, and before 在."""

_NUMBER = r"(?P<digits>[0-9][0-9.]*)|(?P<words>百分之[一二三四五六七八九十百点]+|[零〇一二两三四五六七八九十百千万半几]{1,6})"


class Vocabulary:
    """What the room needs of one grammar, made once (`grammar.once(Vocabulary)`)."""

    def __init__(self, grammar: Grammar) -> None:
        """Sort the words; some seven thousand, in two milliseconds."""
        self.kinds: dict[str, Kind] = {}
        for key, kind in LISTS.items():
            self.kinds |= dict.fromkeys(" ".join(grammar[key]).split(), kind)
        """Every known word."""
        self.longer = _longer(self.kinds)
        """By the first two characters of a word: how long the words are that begin so, the longest first."""
        self.frames: Pattern[str] = compiled("|".join(grammar["meaning-frames"]))
        """What a saying looks like that no list holds (不温不火)."""
        self.degrees: Pattern[str] = compiled(alternatives(grammar["meaning-degrees"]))
        """What tells of a clause's subject how much, and not what happened."""
        self.vague: Pattern[str] = compiled(alternatives(grammar["meaning-vague"]))
        """What leaves open of whom or what is spoken."""
        self.occasion = compiled(_occasion(grammar))
        """A clause that names an occasion; 在工作中 and 在推进某项工作时 name none."""
        self.number = compiled(_number(grammar))
        """A number and what it counts, group `measure`; `abstract` if that is nothing (三个方面)."""


def _longer(words: Mapping[str, Kind]) -> dict[str, tuple[int, ...]]:
    """Collect the lengths as bits of an integer first: a set for each beginning takes ten times as long."""
    bits: dict[str, int] = defaultdict(int)
    for word in words:
        bits[word[:2]] |= 1 << len(word)
    lengths = {mask: _places(mask) for mask in set(bits.values())}
    return {beginning: lengths[mask] for beginning, mask in bits.items() if mask > SINGLE}


def _places(mask: int) -> tuple[int, ...]:
    return tuple(n for n in range(mask.bit_length(), 0, -1) if mask >> n & 1)


def _number(grammar: Grammar) -> str:
    abstract, measures = alternatives(grammar["abstract-nouns"]), grammar["meaning-measures"]
    # Characters as a class: each alternative costs as much to compile as a clause to read.
    longer, single = (
        alternatives(w for w in measures if len(w) > 1),
        "".join(w for w in measures if len(w) == 1),
    )
    return (
        rf"(?:{_NUMBER})(?:余|多|来)?(?:万|亿)?(?:余|多)?"
        rf"(?:(?P<abstract>个?(?:{abstract}))|(?P<measure>{longer}|[{single}]))?"
    )


def _occasion(grammar: Grammar) -> str:
    vague, closers = alternatives(grammar["meaning-vague"]), alternatives(grammar["occasion-closers"])
    stock, named = (
        alternatives(grammar["meaning-no-occasions"]),
        alternatives(grammar["meaning-undertakings"]),
    )
    made = rf"(?:{alternatives(grammar['meaning-makings'])}).{{0,{LONGEST_OCCASION}}}20[0-9]{{2}}年"
    within = rf"(?!.{{0,{LONGEST_OCCASION}}}(?:{vague}))"
    told = rf"(?!.{{0,{LONGEST_OCCASION}}}(?:{stock})$).{{{LEAST_OCCASION},{LONGEST_OCCASION}}}(?:{closers})"
    return rf".{{0,{LONGEST_LEAD}}}?在{within}(?:{told}|.{{0,{LONGEST_OCCASION}}}(?:{named}|{made}).{{0,{LONGEST_OCCASION}}})"
