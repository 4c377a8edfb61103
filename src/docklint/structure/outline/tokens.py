"""Tokens: what may open a part, an ordinal or a heading that stands without one."""

from __future__ import annotations

from docklint.structure.outline.styles import Family, StyleName
from docklint.tuples import NamedTuple
from docklint.typed import Literal

Heading = Literal["section", "dimension", "plain", "bold", ""]
"""What a title is known as or looks like: `plain` is shaped like a heading whose wording is unknown, `bold` is told
by its looks."""


class Token(NamedTuple):
    """What may open a part. All places are indices of the reading."""

    start: int
    """Where it stands."""
    end: int
    """Where its marker ends; a heading without one has none."""
    style: StyleName
    """How its ordinal is written; `title` for a heading without one."""
    family: Family
    """The family of its style."""
    level: int
    """The level of its style, 0 for an enumeration."""
    value: int | None
    """The ordinal's number, None for a heading without one."""
    line_start: bool
    """Nothing stands before it in its line."""
    second: int = -1
    """Where an ordinal begins that doubles this one (二、二、); it ends at `end`. -1 if there is none."""
    title_end: int = -1
    """Where its title ends; -1 as long as nobody has looked."""
    at_boundary: bool = False
    """At a line start or right after a heading's end, where hardly anything but an ordinal can stand."""
    after_blank: bool = False
    """After a blank in mid-line."""
    after: str = ""
    """The character before."""
    heading: Heading = ""
    """What its title is known as or looks like."""
    of_measures: bool = False
    """It is a section's title, and that of the measures."""
    name: str = ""
    """The normalised title, for levels and headings; an enumeration has one only if that is a known dimension's
    (一是理论学习方面)."""
    has_lead_in: bool = False
    """Text that is no part itself leads in to this first number (在作风上：一是…), so counting may begin anew."""
    leads_away: bool = False
    """Words that promise causes or measures lead in to this first number (究其原因，一是…): it may count below a problem."""
    alone: bool = True
    """A heading without an ordinal has its line to itself; else its text follows (在理论学习方面，…)."""
    adjacent: bool = False
    """Nothing stands between the title before and this heading."""
