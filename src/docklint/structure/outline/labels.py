"""Labels: paragraphs below a dimension that say themselves what they are (整改措施：…)."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.grammar import Grammar

Label = tuple[str, int, int]
"""The role of what a label announces, where the label begins, and where its text does."""


def label(name: str, grammar: Grammar) -> str:
    """Return the role of the part that a label in the text announces (存在问题, 整改措施); empty if it is none."""
    return grammar.label_roles.get(name, "")


def labels(text: str, start: int, end: int, grammar: Grammar) -> Iterator[Label]:
    """Yield the label of every line of `text[start:end]` that opens with one."""
    known = tuple(grammar.label_roles)
    if not any(line.lstrip("【").startswith(known) for line in text[start:end].split("\n")):
        return
    for match in grammar.label.finditer(text, start, end):
        yield label(match[1], grammar), match.start(), match.end()
