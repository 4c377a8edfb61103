"""The outline: a tree of ordinals and headings. It knows no profile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from docklint.grammar import Grammar
from docklint.structure.normalise.reading import Reading
from docklint.structure.outline.closing import ClosingFinder
from docklint.structure.outline.steps import OrdinalFault, Step
from docklint.structure.outline.styles import STYLES, StyleName
from docklint.structure.outline.titles import after_stop, title_end
from docklint.structure.outline.tokens import Heading
from docklint.tuples import NamedTuple
from docklint.values import Value

_LEVELS: frozenset[StyleName] = frozenset({"title", *(name for name, style in STYLES.items() if style.level)})


class Node(NamedTuple):
    """One part of the text that an ordinal or a heading opens. All places are indices of the reading."""

    number: int
    """Its place among the nodes of the outline."""
    parent: int | None
    """The number of the node above, None at the top."""
    depth: int
    """How many nodes stand above it."""
    sequence: int
    """Nodes counted in one run share it."""
    style: StyleName
    """How its ordinal is written; `title` without one."""
    value: int | None
    """The ordinal's number, None without one."""
    start: int
    """Where its ordinal begins."""
    marker_end: int
    """Where its ordinal ends; equal to `start` without one."""
    title_start: int
    """Where its title begins."""
    title_end: int
    """Where its title ends, in front of its stop."""
    body_start: int
    """Where the text behind the title's stop begins."""
    end: int
    """Where the part ends, children included."""
    implied: bool = False
    """Its heading is lost altogether; only its children tell of it."""
    heading: Heading = ""
    """What its title is known as or looks like."""
    name: str = ""
    """Its normalised title, if that matters."""
    fault: OrdinalFault | None = None
    """What is wrong with its ordinal in its sequence."""


class Outline(Value):
    """The structure of one draft in a document."""

    reading: Reading
    """The reading of the whole document."""
    start: int
    """Where the draft begins in it."""
    end: int
    """Where the draft ends."""
    closing: int
    """Where the closing sentence begins; `end` if there is none."""
    nodes: tuple[Node, ...]
    """The nodes in document order."""

    def grouped(self) -> dict[int | None, list[Node]]:
        """Group the nodes by the one above them (None: the top level), those without a heading left out."""
        groups: dict[int | None, list[Node]] = {}
        for node in self.nodes:
            if not node.implied:
                groups.setdefault(node.parent, []).append(node)
        return groups

    def runs(self) -> list[list[Node]]:
        """Return the nodes with an ordinal, those together that are counted in one run."""
        runs: dict[int, list[Node]] = {}
        for node in self.nodes:
            if node.value is not None:
                runs.setdefault(node.sequence, []).append(node)
        return list(runs.values())

    def text(self, start: int, end: int) -> str:
        """Return a stretch of the reading."""
        return self.reading.text[start:end]


def build(reading: Reading, steps: Sequence[Step], start: int, end: int, grammar: Grammar) -> Outline:
    """Make the outline of the draft in `[start, end)` of the reading from the steps taken there."""
    last = steps[-1].token.title_end if steps else start
    at = ClosingFinder(reading.text, grammar).closing(last, end)
    return Outline(reading, start, end, at, tuple(_NodeBuilder(reading.text, steps, at).nodes()))


def highest(nodes: Sequence[Node]) -> list[Node]:
    """Leave out what stands beside headings only because its own is lost (（一） before 二、) or as a remark (一是).

    What counts on in their run stays, though it bears the mark of another level: （一） （二） 三、.
    """
    levels = [STYLES[node.style].level for node in nodes]
    rank = min((level for level in levels if level), default=0)
    runs = {node.sequence for node, level in zip(nodes, levels, strict=True) if level == rank > 0}
    headed = [node for node in nodes if node.style == "title" or node.sequence in runs]
    return headed or list(nodes)


def is_level(node: Node) -> bool:
    """Return whether a node is a level of the standard or an unnumbered heading, not an enumeration (一是)."""
    return node.style in _LEVELS


class _NodeBuilder:
    """The steps of one draft, which ends at `end` of the text, on their way to be nodes."""

    def __init__(self, text: str, steps: Sequence[Step], end: int) -> None:
        self._text = text
        self._steps = list(_with_implied(steps))
        self._ends = _ends(self._steps, end)
        self._sequences = _sequences(self._steps)
        numbered = zip(self._steps, self._sequences, strict=True)
        self._counts = Counter(sequence for step, sequence in numbered if step.token.value is not None)

    def nodes(self) -> Iterator[Node]:
        """Yield the nodes in document order."""
        above: list[int] = []
        for number, step in enumerate(self._steps):
            del above[step.depth :]
            parent = above[-1] if above else None
            yield self._implied(number, parent) if step.implied else self._node(number, parent)
            above.append(number)

    def _node(self, number: int, parent: int | None) -> Node:
        step, text, end = self._steps[number], self._text, self._ends[number]
        token = step.token
        level = bool(token.level) or token.value is None
        title_start = token.end + (level and text[token.end : token.end + 1] == "\n")
        limit = min(self._steps[number + 1].token.start, end) if number + 1 < len(self._steps) else end
        stop = max(title_end(text, title_start, limit), title_start)
        return Node(
            number=number,
            parent=parent,
            depth=step.depth,
            sequence=self._sequences[number],
            style=token.style,
            value=token.value,
            start=token.start,
            marker_end=token.end,
            title_start=title_start,
            title_end=stop,
            body_start=min(after_stop(text, stop), end),
            end=end,
            heading=token.heading,
            name=token.name,
            fault=self._fault(number),
        )

    def _fault(self, number: int) -> OrdinalFault | None:
        """Return what is wrong with an ordinal; words (首先) may stand alone."""
        step = self._steps[number]
        token = step.token
        if token.second >= 0 and token.value is not None:
            return OrdinalFault("doubled", token.value, token.second)
        if step.fault:
            return step.fault
        lone = token.value == 1 and token.family != "word" and self._counts[self._sequences[number]] == 1
        return OrdinalFault("lone", 2) if lone else None

    def _implied(self, number: int, parent: int | None) -> Node:
        step = self._steps[number]
        at = step.token.start
        return Node(
            number=number,
            parent=parent,
            depth=step.depth,
            sequence=self._sequences[number],
            style="title",
            value=None,
            start=at,
            marker_end=at,
            title_start=at,
            title_end=at,
            body_start=at,
            end=self._ends[number],
            implied=True,
        )


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


def _sequences(steps: Sequence[Step]) -> list[int]:
    """Say for every step in which sequence it is counted."""
    open_, used, found = list[int](), 0, list[int]()
    for step in steps:
        del open_[step.depth + (0 if step.opens else 1) :]
        while len(open_) <= step.depth:
            used += 1
            open_.append(used)
        found.append(open_[step.depth])
    return found
