"""The outline: a tree of ordinals and headings. It knows no profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.grammar import Grammar
from docklint.structure.normalise.reading import Reading
from docklint.structure.outline.closing import closing
from docklint.structure.outline.ordinals import StyleName
from docklint.structure.outline.titles import after_stop, title_end
from docklint.structure.outline.transitions import Step
from docklint.values import Value


class Node(Value):
    """One part of the text that an ordinal or a heading opens. All places are indices of the reading.

    `start`: where its ordinal begins; `marker_end`: where it ends (equal for a heading without one); `title`
    runs from `title_start` to `title_end`; `body_start`: behind the title's stop; `end`: where the part ends,
    children included. `parent`: the number of the node above, None at the top. `sequence`: nodes counted in
    one run share it. `implied`: a part whose heading is lost altogether; only its children tell of it.
    """

    number: int
    parent: int | None
    depth: int
    sequence: int
    style: StyleName
    value: int | None
    start: int
    marker_end: int
    title_start: int
    title_end: int
    body_start: int
    end: int
    implied: bool = False
    heading: str = ""
    name: str = ""


class Outline(Value):
    """The structure of one draft in a document: `start`-`end` of the reading, the nodes in document order.

    `closing`: where the closing sentence begins (`end` if there is none).
    """

    reading: Reading
    start: int
    end: int
    closing: int
    nodes: tuple[Node, ...]

    def grouped(self) -> dict[int | None, list[Node]]:
        """Group the nodes by the one above them (None: the top level), ghosts left out."""
        groups: dict[int | None, list[Node]] = {}
        for node in self.nodes:
            if not node.implied:
                groups.setdefault(node.parent, []).append(node)
        return groups

    def text(self, start: int, end: int) -> str:
        """Return a stretch of the reading."""
        return self.reading.text[start:end]


def build(reading: Reading, steps: Sequence[Step], start: int, end: int, grammar: Grammar) -> Outline:
    """Make the outline of the draft in `[start, end)` of the reading from the steps taken there."""
    last = steps[-1].token.title_end if steps else start
    at = closing(reading.text, last, end, grammar)
    return Outline(reading, start, end, at, tuple(_nodes(reading.text, steps, at)))


class _Sequences:
    """The numbers of the open sequences, by depth."""

    def __init__(self) -> None:
        self.open: list[int] = []
        self.used = 0

    def at(self, step: Step) -> int:
        del self.open[step.depth + (0 if step.opens else 1) :]
        while len(self.open) <= step.depth:
            self.used += 1
            self.open.append(self.used)
        return self.open[step.depth]


def _nodes(text: str, steps: Sequence[Step], end: int) -> Iterator[Node]:
    steps = list(_with_implied(steps))
    ends, sequences, above = _ends(steps, end), _Sequences(), list[int]()
    for number, step in enumerate(steps):
        sequence = sequences.at(step)
        del above[step.depth :]
        parent = above[-1] if above else None
        limit = steps[number + 1].token.start if number + 1 < len(steps) else end
        make = _implied_node if step.implied else _node
        yield make(text, step, number, parent, sequence, min(limit, ends[number]), ends[number])
        above.append(number)


def _with_implied(steps: Sequence[Step]) -> Iterator[Step]:
    """Put the part whose heading is lost before the first of its children that is left."""
    for step in steps:
        if step.implies_parent:
            yield Step(step.token, step.depth - 1, opens=False, implied=True)
        yield step


def _ends(steps: Sequence[Step], end: int) -> list[int]:
    """Say for every step where its part ends: where the next one not below it begins."""
    ends, open_at = [end] * len(steps), list[int]()
    for i, step in enumerate(steps):
        while open_at and steps[open_at[-1]].depth >= step.depth:
            ends[open_at.pop()] = step.token.start
        open_at.append(i)
    return ends


def _node(
    text: str, step: Step, number: int, parent: int | None, sequence: int, limit: int, end: int
) -> Node:
    token = step.token
    level = bool(token.level) or token.value is None
    title_start = token.end + (level and text[token.end : token.end + 1] == "\n")
    stop = max(title_end(text, title_start, limit), title_start)
    return Node(
        number,
        parent,
        step.depth,
        sequence,
        token.style,
        token.value,
        token.start,
        token.end,
        title_start,
        stop,
        min(after_stop(text, stop), end),
        end,
        False,
        token.heading,
        token.name,
    )


def _implied_node(
    text: str, step: Step, number: int, parent: int | None, sequence: int, limit: int, end: int
) -> Node:
    at = step.token.start
    return Node(number, parent, step.depth, sequence, "title", None, at, at, at, at, at, end, implied=True)
