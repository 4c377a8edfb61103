"""Answering: does this measure answer this cause? What speaks for it and against it, weighed together.

The weights are log odds, found by `python -m tests.judgement.fit_cures` on labelled pairs (docs/correspondence.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from math import log1p

from docklint.grammar import Grammar
from docklint.structure.correspondence.fields import About, about, likeness
from docklint.structure.correspondence.matters import Amounts, cures, length, product, troubles
from docklint.structure.correspondence.signs import Traits, nearness, traits

WEIGHTS: Mapping[str, float] = {
    "field": 2.31,
    "signs": 2.11,
    "remedy": 0.99,
    "remedies": 1.13,
    "troubled": -0.52,
    "active": 0.42,
    "strange": -2.03,
    "understood": 0.50,
}
"""`field`: how much both are about the same fields, 0-1. `signs`: what single characters add to that. `remedy`: how much the
measure cures the kinds of trouble that the cause tells, 0-1; `remedies`: the amount of it. `troubled`, `active`: how much
trouble and how much cure is told at all. `understood`: how sure the fields of both are, 0-1; `strange`: how much of that they
do not share.
"""
EVEN = -1.29
"""The log odds of a pair of which nothing is known."""


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

    @cached_property
    def traits(self) -> Traits:
        """What its characters say."""
        return traits(*self._words, self.grammar)

    @cached_property
    def matters(self) -> Amounts:
        """The kinds of trouble that it tells or cures."""
        return self._told(*self._words, self.grammar)

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


def features(one: Side, other: Side, heard: bool = True) -> tuple[float, ...]:
    """Return what speaks for a cause and a measure, in the order of `WEIGHTS`; `heard`: single characters are."""
    common, lengths = product(one.matters, other.matters), one.told * other.told
    field, sure = likeness(one.about, other.about, one.grammar), one.about.sureness * other.about.sureness
    return (
        field,
        nearness(one.traits, other.traits) if heard else 0.0,
        common / lengths if lengths else 0.0,
        log1p(common),
        one.told,
        other.told,
        sure * (1 - field),
        sure,
    )


def odds(one: Side, other: Side, heard: bool = True) -> float:
    """Return the log odds that a measure answers a cause; `heard`: single characters are, which takes longest."""
    values = features(one, other, heard)
    return EVEN + sum([weight * value for weight, value in zip(WEIGHTS.values(), values, strict=True)])
