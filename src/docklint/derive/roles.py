"""Which part of a paper a notice means by some words, and for whom a sentence is."""

from __future__ import annotations

from re import Pattern

from docklint.derive.reading import Notice
from docklint.grammar import Grammar
from docklint.patterns import compiled

GROUP, INDIVIDUAL = "group", "individual"


def role_of(notice: Notice, words: str) -> str | None:
    """Return the role whose words these hold, None if they name no part."""
    if notice.says("notice-no-part", words) or notice.says("notice-left-out", words):
        return None
    return next((role for role, found in notice.grammar.once(_roles) if found.search(words)), None)


def _roles(grammar: Grammar) -> tuple[tuple[str, Pattern[str]], ...]:
    return tuple(
        (role, compiled(words)) for role, _, words in (one.partition("=") for one in grammar["notice-roles"])
    )


def audience_of(notice: Notice, *told: str) -> str | None:
    """Say of whom the nearest of some stretches speaks: the group, each member, or None for both and neither."""
    for words in told:
        group, individual = notice.says("notice-group", words), notice.says("notice-individual", words)
        if group != individual:
            return GROUP if group else INDIVIDUAL
        if group:
            return None
    return None
