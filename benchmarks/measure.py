"""A figure of one run: what was measured, how far it spread, and what it should be."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from typing import NamedTuple


class Goal(NamedTuple):
    """What a figure should be: at most `bound`, or at `least` that."""

    bound: float
    least: bool = False

    def met(self, value: float) -> bool:
        return value >= self.bound if self.least else value <= self.bound


class Spread(NamedTuple):
    """A value and the quartiles around it."""

    value: float
    low: float
    high: float


class Measure(NamedTuple):
    """One row of the tables. `value` is None if it could not be measured; `note` then says why.

    `section`: the module that measured it, which need not say so itself.
    """

    name: str
    value: float | None
    unit: str = "×"
    low: float | None = None
    high: float | None = None
    goal: Goal | None = None
    note: str = ""
    section: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None without a goal or a value."""
        return None if self.goal is None or self.value is None else self.goal.met(self.value)


def ratio(name: str, found: Spread, goal: Goal | None = None, note: str = "") -> Measure:
    """Return the row of a ratio."""
    return Measure(name, found.value, "×", found.low, found.high, goal, note)


def figure(name: str, found: Spread, unit: str, note: str = "") -> Measure:
    """Return the row of a figure that has no goal."""
    return Measure(name, found.value, unit, found.low, found.high, None, note)


def endless(name: str, limit: int, goal: Goal | None = None) -> Measure:
    """Return the row of what was stopped after `limit` seconds: no goal is met by that."""
    return Measure(name, math.inf, "", goal=goal, note=f"stopped after {limit} s")


def missing(name: str, note: str, goal: Goal | None = None) -> Measure:
    """Return the row of what could not be measured."""
    return Measure(name, None, goal=goal, note=note)


def spread(values: Sequence[float]) -> Spread:
    """Return the median of values and their quartiles."""
    if len(values) < 2:
        return Spread(values[0], values[0], values[0])
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return Spread(middle, low, high)


def paired(compiled: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Return the ratio within each round: its median and quartiles. What slows a round slows both."""
    return spread([mine / other for mine, other in zip(compiled, theirs, strict=True)])


def best(compiled: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Return the ratio of the best of each, with the quartiles of the ratios within the rounds."""
    return paired(compiled, theirs)._replace(value=min(compiled) / min(theirs))


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Return the exponent k of seconds = c · size^k that fits best (least squares of the logarithms)."""
    return statistics.linear_regression(list(map(math.log, sizes)), list(map(math.log, seconds))).slope
