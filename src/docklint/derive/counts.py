"""Numbers of aspects that a notice announces, and what its shape adds to the weight of a list."""

from __future__ import annotations

from re import Pattern

from docklint.derive.context import COUNT
from docklint.derive.reading import Notice
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.outline import numerals

LEAST = 3
"""A list without a number holds at least so many names."""
COUNTED, MARKED = 2, 1
"""What an announced number that fits, and marks before the names, add to the weight."""


def counts(grammar: Grammar) -> Pattern[str]:
    """Return the pattern of a number with what it counts (四个方面)."""
    units = alternatives(grammar["derive-counted"])
    number = rf"(?<![第\d{numerals.CHINESE}])(?P<count>{COUNT})(?:个|项|条|点|大|种|类)?"
    return compiled(rf"{number}(?:主要|重点|突出|具体)?(?P<unit>{units})")


def announced_in(notice: Notice, range_: Range) -> int | None:
    """Return the last number of aspects that a stretch announces, None without one."""
    told = [numerals.parse(m["count"]) for m in notice.grammar.once(counts).finditer(notice.text, *range_)]
    return told[-1] if told else None
