"""Numbers of aspects that a notice announces, and what its shape adds to the weight of a list."""

from __future__ import annotations

from re import Pattern

from docklint.derive.context import COUNT
from docklint.derive.reading import Notice
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.outline import numerals

MOST = 12
"""No notice has more dimensions."""
LEAST = 3
"""A list without a number holds at least so many names."""
COUNTED, MARKED = 2, 1
"""What an announced number that fits, and marks before the names, add to the weight."""


def counts(grammar: Grammar) -> Pattern[str]:
    """Return the pattern of a number with what it counts (四个方面)."""
    units = alternatives(grammar["derive-counted"])
    others = alternatives(grammar["notice-no-count"])
    quotas = "".join(f"(?<!{word})" for word in grammar["notice-quotas"])
    number = rf"{quotas}(?<![{numerals.CHINESE}0-9])(?P<count>{COUNT})(?:{alternatives(grammar['notice-measures'])})?"
    adjectives = alternatives((*grammar["count-adjectives"], *grammar["notice-count-adjectives"]))
    return compiled(
        rf"{number}(?:{adjectives})?(?P<unit>{units}|“[^“”，。；\n]{{1,4}}”|(?<=[这等][二两三四五六七八九]个)[^\W\d_])(?!{others})"
    )


def announced_in(notice: Notice, range_: Range) -> int | None:
    """Return the last number of aspects that a stretch announces, None without one."""
    told = [numerals.parse(m["count"]) for m in notice.grammar.once(counts).finditer(notice.text, *range_)]
    return next((number for number in reversed(told) if number and number > 1), None)
