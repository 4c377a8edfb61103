"""Answering: does this measure answer this cause? What speaks for it and against it, weighed together.

The weights are log odds, found by `python -m tests.judgement.fit_cures` on labelled pairs (docs/correspondence.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from math import log1p

from docklint.grammar import Grammar
from docklint.structure.correspondence.fields import About, about, calls_for_show, likeness, shown
from docklint.structure.correspondence.matters import Amounts, cures, length, product, troubles
from docklint.structure.correspondence.senses import Sense, sense, turned
from docklint.structure.correspondence.senses import likeness as likeness_of_senses
from docklint.structure.correspondence.signs import Traits, nearness, traits

WEIGHTS: Mapping[str, float] = {
    "field": 1.37,
    "signs": 2.58,
    "remedy": 0.40,
    "remedies": 0.38,
    "troubled": -0.14,
    "active": -0.04,
    "strange": -1.19,
    "understood": -0.21,
    "sense": 4.42,
    "show": -1.44,
}
"""`field`: how much both are about the same fields, 0-1. `signs`: what single characters add to that. `remedy`: how much the
measure cures the kinds of trouble that the cause tells, 0-1; `remedies`: the amount of it. `troubled`, `active`: how much
trouble and how much cure is told at all. `understood`: how sure the fields of both are, 0-1; `strange`: how much of that they
do not share. `sense`: how alike they are in what their words say, from -1 to 1. `show`: how much the measure does to be
looked at, 0-1, where the cause asks for nothing of the kind.
"""
EVEN = -1.82
"""The log odds of a pair of which nothing is known."""
SHOWN = 3
"""Words of show that make a measure half one of show."""


class Side:
    """A cause or a measure, each thing about it worked out when it is asked for."""

    def __init__(
        self, title: str, body: str, grammar: Grammar, told: Callable[[str, str, Grammar], Amounts]
    ) -> None:
        """`told`: reads the matters of that side, `troubles` or `cures`."""
        self._words = (title, body)
        self.grammar = grammar
        self._told = told

    @cached_property
    def about(self) -> About:
        """Its fields."""
        return about(*self._words, self.grammar)

    @property
    def concrete(self) -> int:
        """How many words of a field it has that official papers do not use of everything."""
        return len(self.about.words) - len(self.about.stock)

    @property
    def has_gap(self) -> bool:
        """Whether something in brackets is still to be written there."""
        return any(mark in text for text in self._words for mark in "[【")

    @cached_property
    def traits(self) -> Traits:
        """What its characters say."""
        return traits(*self._words, self.grammar)

    @cached_property
    def matters(self) -> Amounts:
        """The kinds of trouble that it tells or cures."""
        return self._told(*self._words, self.grammar)

    @cached_property
    def sense(self) -> Sense:
        """What its words say together."""
        return sense(*self._words)

    @cached_property
    def turned(self) -> Sense:
        """What a measure would say that answers it."""
        return turned(self.sense)

    @cached_property
    def show(self) -> float:
        """How much it does to be looked at, 0-1."""
        number = len(shown(*self._words, self.grammar))
        return number / (number + SHOWN)

    @cached_property
    def calls_for_show(self) -> bool:
        """Whether it speaks of what such acts may mend."""
        return calls_for_show(*self._words, self.grammar)

    @cached_property
    def told(self) -> float:
        """How much trouble or cure it tells."""
        return length(self.matters)


def cause(title: str, body: str, grammar: Grammar) -> Side:
    """Read a cause: its heading, and what stands below."""
    return Side(title, body, grammar, troubles)


def measure(title: str, body: str, grammar: Grammar) -> Side:
    """Read a measure: its heading, and what stands below."""
    return Side(title, body, grammar, cures)


def features(one: Side, other: Side) -> tuple[float, ...]:
    """Return what speaks for a cause and a measure, in the order of `WEIGHTS`."""
    common, lengths = product(one.matters, other.matters), one.told * other.told
    field, sure = likeness(one.about, other.about, one.grammar), one.about.sureness * other.about.sureness
    return (
        field,
        nearness(one.traits, other.traits),
        common / lengths if lengths else 0.0,
        log1p(common),
        one.told,
        other.told,
        sure * (1 - field),
        sure,
        likeness_of_senses(one.turned, other.sense),
        other.show if other.show and not one.calls_for_show else 0.0,
    )


def odds(one: Side, other: Side) -> float:
    """Return the log odds that a measure answers a cause."""
    values = features(one, other)
    return EVEN + sum([weight * value for weight, value in zip(WEIGHTS.values(), values, strict=True)])
