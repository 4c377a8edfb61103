"""Evidence: what makes a statement concrete: a date, an amount, a count, a 《document》, an occasion, an event."""

from __future__ import annotations

from docklint.grammar import Grammar


def find(text: str, start: int, end: int, grammar: Grammar) -> tuple[int, int] | None:
    """Find the first concrete fact in `text[start:end]` of a reading; None if it holds none."""
    match = grammar.fact.search(text, start, end)
    if not match or match.start() > start:
        # What is searched may begin in the middle of a word, and an undertaking's name with it.
        match = grammar.undertaking.match(text, start, end) or match
    return match.span() if match else None
