"""What a heading without an ordinal may turn out to be: every transition from the open sequences, with its price."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.structure.outline.steps import OpenSequence, Step, Transition, opened
from docklint.structure.outline.tokens import Token

RUNNING_TEXT = 0.5
"""What it costs to read such a line as text, beside the prices of `transitions`."""


def heading_transitions(stack: tuple[OpenSequence, ...], token: Token) -> Iterator[Transition]:
    """An unnumbered heading: a section stands at depth 0, anything else right below a section."""
    if any(sequence.name == token.name and (token.adjacent or not sequence.unnumbered) for sequence in stack):
        yield Transition(0.0, stack, None)
        return
    depth = _heading_depth(stack, token)
    shortens = _shortens(stack, token, depth)
    if shortens and not token.alone:
        yield Transition(0.0, stack, None)  # the text of that heading, which begins with its name
        return
    depth += shortens
    if stack and not depth and stack[0].unnumbered and stack[0].last > 1 and stack[0].first == token.name:
        yield Transition(0.0, (opened(token, 0),), Step(token, 0, opens=True, restart=True))
        return
    if depth < len(stack) and stack[depth].rank:
        yield from _beside(stack, token, depth, shortens)
    elif token.heading not in ("plain", "bold") or stack:
        yield Transition(0.0, (*stack[:depth], opened(token, depth)), Step(token, depth, opens=True))
    if token.heading != "section":
        yield Transition(RUNNING_TEXT, stack, None)


def _shortens(stack: tuple[OpenSequence, ...], token: Token, depth: int) -> bool:
    """Return whether a heading repeats a piece of the numbered heading it would stand beside: then it stands below that.

    担当作为 below （四）带头干事创业、担当作为 has lost its 2. and is no dimension, though other papers have such a one.
    """
    if token.heading == "section" or depth >= len(stack) or stack[depth].unnumbered:
        return False
    return len(token.name) > 1 and token.name in stack[depth].name and token.name != stack[depth].name


def _heading_depth(stack: tuple[OpenSequence, ...], token: Token) -> int:
    if token.heading == "section" or not stack or (_is_flat(stack[0]) and token.heading != "bold"):
        return 0
    # A bold line below known dimensions that bear no ordinals either is a problem's head.
    below = token.heading == "bold" and any(
        sequence.unnumbered and sequence.dimensional for sequence in stack[:2]
    )
    return 1 + (below and not _is_flat(stack[0]))


def _is_flat(top: OpenSequence) -> bool:
    """Return whether unnumbered dimensions stand at the top, as in short papers without a problems section."""
    return top.unnumbered and top.dimensional


def _beside(
    stack: tuple[OpenSequence, ...], token: Token, depth: int, shortens: bool
) -> Iterator[Transition]:
    """A heading beside numbered ones lost its number only if it is of their kind."""
    sequence = stack[depth]
    alike = sequence.unnumbered or (sequence.dimensional and token.heading == "dimension")
    if depth and not alike and not shortens:
        return
    moved = (
        sequence._replace(last=sequence.last + 1, of_measures=token.of_measures, name=token.name)
        if sequence.unnumbered
        else sequence._replace(
            slack=sequence.slack + 1,
            unmarked=sequence.unmarked + 1,
            of_measures=token.of_measures,
            name=token.name,
        )
    )
    yield Transition(0.0, (*stack[:depth], moved), Step(token, depth, opens=False))
