"""Compare the outline docklint understood with the truth, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docklint.structure.draft import Draft
from docklint.structure.draft import Part as Understood

from . import lint
from .layouts import LAYOUTS
from .paper import Paper, Part

KINDS = ("section", "dimension", "problem", "cause", "measure")
ROLES = ("problems", "causes", "measures")


class Node(NamedTuple):
    """What is compared: the kind, its first character's place, and what it was recognised as."""

    kind: str
    start: int
    meaning: str | None


class Score(NamedTuple):
    """How many nodes were right, how many the outline has, how many the truth has."""

    right: int
    given: int
    true: int

    @property
    def f1(self) -> float:
        """Return the F1 score; nothing given for nothing true is right."""
        return 2 * self.right / (self.given + self.true) if self.given + self.true else 1.0

    def plus(self, other: Score) -> Score:
        """Add two scores."""
        return Score(self.right + other.right, self.given + other.given, self.true + other.true)


class Comparison(NamedTuple):
    """Truth against outline for one draft in one layout."""

    paper: str
    layout: str
    text: str
    true: frozenset[Node]
    given: frozenset[Node]

    def score(self, kind: str) -> Score:
        """Return the score of one kind."""
        true, given = ({node for node in nodes if node.kind == kind} for nodes in (self.true, self.given))
        return Score(len(true & given), len(given), len(true))


def variants(paper: Paper) -> Iterator[tuple[str, Paper]]:
    """Yield a paper as it is and in every layout that changes it."""
    yield "as written", paper
    for layout in LAYOUTS:
        changed = layout(paper)
        if changed and changed.text != paper.text:
            yield layout.__name__, changed


def compare(paper: Paper, layout: str, profile: str) -> Comparison:
    """Compare one draft, understood with `profile`, which may be `auto`."""
    drafts = lint.drafts(paper.text.encode(), profile)
    given = frozenset(_given(draft, part) for draft in drafts for part in draft.parts if part.kind in KINDS)
    return Comparison(paper.id, layout, paper.text, frozenset(_true(paper)), given)


def _true(paper: Paper) -> Iterator[Node]:
    for part in paper.parts:
        if part.kind in KINDS:
            yield Node(part.kind, part.heading.start, _meaning(part, part.role))


def _given(draft: Draft, part: Understood) -> Node:
    return Node(part.kind, draft.span(part.heading).start, _meaning(part, part.role))


def _meaning(part: Part | Understood, role: str | None) -> str | None:
    if part.kind == "section":
        return role if role in ROLES else None
    return part.name if part.kind == "dimension" else None


def table(comparisons: Iterable[Comparison]) -> Iterator[str]:
    """Yield a Markdown table: a line a draft and layout that is not wholly right, and one for all together."""
    yield f"| draft | layout | {' | '.join(KINDS)} |"
    yield "|---" * (len(KINDS) + 2) + "|"
    total = dict.fromkeys(KINDS, Score(0, 0, 0))
    for each in comparisons:
        scores = {kind: each.score(kind) for kind in KINDS}
        total = {kind: total[kind].plus(scores[kind]) for kind in KINDS}
        if each.true != each.given:
            yield _line(each.paper, each.layout, scores)
    yield _line("all", "all", total)


def _line(paper: str, layout: str, scores: dict[str, Score]) -> str:
    return f"| {paper} | {layout} | {' | '.join(f'{scores[kind].f1:.3f}' for kind in KINDS)} |"


def differences(comparison: Comparison) -> Iterator[str]:
    """Yield a line for each node that is wrong."""
    text = comparison.text
    for sign, nodes in (("-", comparison.true - comparison.given), ("+", comparison.given - comparison.true)):
        for kind, start, meaning in sorted(nodes, key=lambda node: node.start):
            words = text[start : start + 24].replace("\n", "⏎")
            yield f"{sign} {kind} {meaning or ''} at {start}: {words}"
