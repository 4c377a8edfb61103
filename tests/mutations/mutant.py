"""A mutant: a draft with one change, and what must be found in it because of that change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from docklint.spans import Span

from .edits import Edit, Edits
from .lint import NAME
from .paper import Paper, Part

HARMLESS = "none"
"""The `rule` of a mutant in which nothing new may be found."""
LOOK = "look: "
"""How the `kind` of a mutant begins that only looks different; each look has a row of its own."""


class Place(NamedTuple):
    """Where a finding must point: at least at `inner`, at most at `outer`. Where the contract is exact, they are one."""

    inner: Span
    outer: Span

    def holds(self, span: Span) -> bool:
        """Return whether a finding's span is this place."""
        return self.outer.covers(span) and span.covers(self.inner)


def exactly(span: Span) -> Place:
    """Return the place that leaves no room."""
    return Place(span, span)


class Expected(NamedTuple):
    """One finding that must be there."""

    code: str
    place: Place


Outcome = tuple[Expected, ...]
"""All findings of one right answer."""


@dataclass(frozen=True)
class Mutant:
    """`outcomes`: right answers, any of which will do. `tolerated`: codes that may be there as well, anywhere.

    `rule`: the code under test. `kind`: what was done. `place`: where, for people. `data`: the file's bytes
    where they are not simply the text in UTF-8. `profile`: what to lint with; None: the paper's own. `edits`: what
    was done to the paper's text, where that is all. `where`: the part it was done to, in the paper. `name`: the
    file's name; its ending says how it is read.
    """

    paper: Paper
    rule: str
    kind: str
    place: str
    text: str
    outcomes: tuple[Outcome, ...]
    tolerated: frozenset[str] = field(default=frozenset())
    data: bytes | None = None
    profile: str | None = None
    edits: tuple[Edit, ...] = ()
    where: Span | None = None
    name: str = NAME

    @property
    def harmless(self) -> bool:
        """Return whether nothing has to be found."""
        return self.rule == HARMLESS


def typeset(mutant: Mutant, set_text: Callable[[str], Iterator[Edit]]) -> Mutant:
    """Lay a mutant out, its places moved along: the fault is there before the text is set."""
    edits = Edits(set_text(mutant.text))
    outcomes = tuple(tuple(_moved(each, edits) for each in outcome) for outcome in mutant.outcomes)
    paper = mutant.paper.edited(set_text(mutant.paper.text))
    return replace(mutant, paper=paper, text=edits.apply(mutant.text), outcomes=outcomes, edits=())


def _moved(expected: Expected, edits: Edits) -> Expected:
    inner, outer = expected.place
    return Expected(expected.code, Place(edits.moved(inner), edits.moved(outer)))


class Change:
    """Edits made to a paper, for the generators: the new text and the new places."""

    def __init__(self, paper: Paper, edits: Iterable[Edit]) -> None:
        self.paper = paper
        self.edits = tuple(edits)
        self._edits = Edits(self.edits)
        self.text = self._edits.apply(paper.text)
        self.moved = self._edits.moved

    def heading(self, part: Part) -> Span:
        """Return the new place of a part's heading (ordinal and title, or a problem's claim)."""
        return self.moved(part.heading)

    def marker(self, part: Part) -> Span:
        """Return the new place of a part's ordinal."""
        return self.moved(part.marker)

    def expect(self, code: str, span: Span, outer: Span | None = None) -> Expected:
        """Expect a finding at a new place."""
        return Expected(code, Place(span, outer or span))

    def mutant(
        self, rule: str, kind: str, place: Part | Span, *outcomes: Outcome, tolerated: Iterable[str] = ()
    ) -> Mutant:
        """Finish: the mutant with its right answers; no outcome means that nothing must be found."""
        span = place.heading if isinstance(place, Part) else place
        named = self.paper.quote(span).split("\n")[0]
        mutant = Mutant(self.paper, rule, kind, named, self.text, outcomes or ((),), frozenset(tolerated))
        return replace(mutant, edits=self.edits, where=span)


Generator = Callable[[Paper], Iterator[Mutant]]
