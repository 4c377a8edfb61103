"""Choosing the profile a draft was written for: by its headings first, by the year it names second."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from docklint.grammar import Grammar
from docklint.profile import Profile
from docklint.structure.outline.tree import Node, Outline
from docklint.structure.outline.wordings import Wordings, wordings
from docklint.values import Value

LEAST = 0.5
"""Share of a profile's dimensions (0-1) a draft must have before it is taken for one of that kind."""
MENTIONED = 0.8
"""Share of a profile's dimensions the opening must name where the headings do not tell."""

NAMED = 3
"""Weight of year and words in the opening that decides where too few headings tell, as in half a draft."""


class Score(NamedTuple):
    """How well a draft fits a profile, the weightier first; tuples compare.

    `headed`/`mentioned`: share (0-1) of the profile's dimensions that are headings/named in the opening.
    `named`: weight of the profile's words and years in the opening. `sections`: how many of its sections.
    `headless`: no headings stand below its problems, so none speak for another profile. `titled`: its title
    calls it a paper of the kind.
    """

    headed: float
    mentioned: float
    named: int
    sections: int
    headless: bool
    titled: bool

    @property
    def is_enough(self) -> bool:
        """Return whether the draft may be taken for one of this kind."""
        if self.headed >= LEAST or (self.mentioned >= MENTIONED and self.sections > 0):
            return True
        return self.named >= NAMED and (
            self.headed > 0 or (self.headless and self.sections + self.titled > 1)
        )


class _Paper(Value):
    """What of a draft speaks for a profile: its top parts, the names of the headings below each part, its opening.

    `titled`: its title calls it a paper of the kind.
    """

    tops: Sequence[Node]
    names: Mapping[int | None, frozenset[str]]
    opening: str
    titled: bool


def recognise(outlines: Sequence[Outline], profiles: Iterable[Profile], grammar: Grammar) -> Profile | None:
    """Choose the profile that fits the drafts best; None if none fits well enough."""
    papers = [_paper(outline, grammar) for outline in outlines]
    able = [profile for profile in profiles if profile.dimensions] if papers else []
    headed = [[_headed(paper, profile, grammar) for paper in papers] for profile in able]
    most = max(map(max, headed), default=0.0)
    # The headings count first: where they are enough for one profile, none with fewer of them can be chosen.
    scored = [
        (max(_score(*each, profile, grammar) for each in zip(papers, shares, strict=True)), profile)
        for shares, profile in zip(headed, able, strict=True)
        if max(shares) == most or most < LEAST
    ]
    enough = [entry for entry in scored if entry[0].is_enough]
    best = max((score for score, _ in enough), default=None)
    tied = [profile for score, profile in enough if score == best]
    # Headings that fit two profiles fit the later one, a pack's own; a year alone must not be a guess.
    if not tied or (len(tied) > 1 and best and best.headed < LEAST):
        return None
    return tied[-1]


def _paper(outline: Outline, grammar: Grammar) -> _Paper:
    groups = outline.grouped()
    names = {
        parent: frozenset([node.name for node in group if node.name]) for parent, group in groups.items()
    }
    opening = _opening(outline)
    named = {parent: own for parent, own in names.items() if own}
    return _Paper(groups.get(None, ()), named, opening, _titled(opening, grammar))


def _headed(paper: _Paper, profile: Profile, grammar: Grammar) -> float:
    """Return the share of the dimensions that are headings side by side."""
    known = wordings(profile.dimensions, grammar)
    found = max((_found(group, known) for group in set(paper.names.values())), default=0)
    return found / len(profile.dimensions)


def _score(paper: _Paper, headed: float, profile: Profile, grammar: Grammar) -> Score:
    sections, dimensions = wordings(profile.sections, grammar), profile.dimensions
    mentioned = sum(any(title in paper.opening for title in slot.titles) for slot in dimensions)
    problems = [node for node in paper.tops if _role(node.name, sections, profile) == "problems"]
    return Score(
        headed,
        mentioned / len(dimensions),
        _named(paper.opening, profile),
        _found(paper.names.get(None, ()), sections),
        headless=not any(node.number in paper.names for node in problems),
        titled=paper.titled,
    )


def _role(name: str, sections: Wordings, profile: Profile) -> str:
    slot = sections.exact(name) if name else None
    return "" if slot is None else profile.sections[slot].role


def _found(names: Iterable[str], known: Wordings) -> int:
    """Count the slots whose very title (or one that holds it) is among the headings."""
    slots = {known.held(name) if (slot := known.exact(name)) is None else slot for name in names}
    return len(slots - {None})


def _opening(outline: Outline) -> str:
    """Return what stands before the first heading: the title and the preamble."""
    return outline.text(outline.start, outline.nodes[0].start if outline.nodes else outline.end)


def _titled(opening: str, grammar: Grammar) -> bool:
    """Return whether a line of the opening ends as the title of such a paper does."""
    return any(line.rstrip().endswith(grammar["document-words"]) for line in opening.split("\n"))


def _named(opening: str, profile: Profile) -> int:
    """Count which of the profile's years and words the opening names."""
    years = any(f"{year}年" in opening for year in profile.years)
    return 2 * years + sum(word in opening for word in profile.words)
