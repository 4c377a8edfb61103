"""Choosing the profile a draft was written for: by the headings below its problems, then by what its opening says."""

from __future__ import annotations

from collections.abc import Iterable

from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.profile import Profile, Slot
from docklint.structure.binding.alignment import joined, keyword_slot
from docklint.structure.outline.tree import Node, Outline
from docklint.structure.outline.wordings import Wordings, wordings
from docklint.tuples import NamedTuple
from docklint.values import Value

LEAST = 0.5
"""Share of a profile's dimensions (0-1) a draft must have before it is taken for one of that kind."""
FOREIGN = 2
"""So many of a profile's dimensions outweigh one heading beside them that is none."""
NAMED = 3
"""Weight of year and words in the opening that makes a profile the nearest one."""


class Score(NamedTuple):
    """How well a draft fits a profile, the weightier first; tuples compare."""

    headed: float
    """Share (0-1) of the profile's dimensions that head something below the problems."""
    mentioned: float
    """Share (0-1) of them that the opening names."""
    named: int
    """Weight of the profile's words and years in the opening."""
    sections: int
    """How many of its sections the draft has."""
    native: bool
    """Whether those dimensions are unlike those of others, or hardly any other heading stands beside them."""

    @property
    def is_enough(self) -> bool:
        """Return whether the draft may be taken for one of this kind.

        Year and title alone do not choose: a paper without the dimensions of a meeting is held against none. Nor do
        dimensions that many meetings have (理论学习, 工作作风) among others: the paper follows another list.
        """
        return self.headed >= LEAST and self.native


TELLING = 8
"""Code points of a dimension's title that no paper has by chance."""


class Nearest(Value):
    """The profile that comes nearest to a draft for which none is chosen."""

    profile: Profile
    lacking: tuple[Slot, ...]
    """The dimensions the draft does not have."""


class Choice(Value):
    """What was chosen for a draft: a profile, or else the nearest one, if any is near."""

    profile: Profile | None = None
    nearest: Nearest | None = None
    year: str = ""
    """Where none is chosen: the year whose meeting the draft says it is for, and no profile is."""


class _Paper:
    """What of a draft speaks for a profile: its top parts, the headings that may name dimensions, its opening."""

    def __init__(self, outline: Outline, grammar: Grammar) -> None:
        self._grammar = grammar
        groups = outline.grouped()
        self.tops = tuple(node.name for node in groups.get(None, ()) if node.name)
        self.opening = outline.text(outline.start, outline.nodes[0].start if outline.nodes else outline.end)
        self._outline = outline
        self._groups = [
            (
                None if parent is None else self._top(parent),
                frozenset(node.name for node in group if node.name),
            )
            for parent, group in groups.items()
        ]
        """Below which top part headings stand side by side, and their names."""

    def headings(self, profile: Profile) -> frozenset[frozenset[str]]:
        """Return the names of headings side by side, where dimensions may stand: not among causes and measures."""
        sections = wordings(profile.sections, self._grammar)
        tops = {top for top, _ in self._groups if top is not None}
        others = {number for number in tops if self._is_other(self._outline.nodes[number], sections, profile)}
        return frozenset([names for top, names in self._groups if top not in others])

    def _top(self, number: int) -> int:
        parent = self._outline.nodes[number].parent
        while parent is not None:
            number, parent = parent, self._outline.nodes[parent].parent
        return number

    def _is_other(self, node: Node, sections: Wordings, profile: Profile) -> bool:
        """Return whether a heading is plainly not that of the problems; 存在的主要问题及原因分析 is that of both."""
        title = self._outline.text(node.title_start, node.title_end)
        if any(slot.role == "problems" for slot in joined(title, profile.sections, self._grammar)):
            return False
        problems = profile.slot("problems")
        slot = sections.exact(node.name) if node.name else None
        if slot is None and node.name:
            speaks_of_them = problems and any(word in node.name for word in problems.keywords)
            slot = None if speaks_of_them else keyword_slot(node.name, profile.sections)
        return slot is not None and profile.sections[slot].role != "problems"


def recognise(outline: Outline, profiles: Iterable[Profile], grammar: Grammar) -> Choice:
    """Choose the profile that fits a draft best; none if less than half of the dimensions of each stand there."""
    paper = _Paper(outline, grammar)
    scored = [(_score(paper, profile, grammar), profile) for profile in profiles if profile.dimensions]
    best = max((score for score, _ in scored), default=None)
    if best is None:
        return Choice()
    # Headings that fit two profiles fit the later one, a pack's own.
    profile = [profile for score, profile in scored if score == best][-1]
    if best.is_enough:
        return Choice(profile)
    lacking = _lacking(paper, profile, grammar)
    near = _is_telling(profile, lacking) or best.mentioned >= LEAST or best.named >= NAMED
    nearest = Nearest(profile, lacking) if near else None
    return Choice(None, nearest, _unknown_year(paper.opening, [profile for _, profile in scored]))


def _is_telling(profile: Profile, lacking: tuple[Slot, ...]) -> bool:
    """Return whether the dimensions that stand in a paper speak for a profile: one of common words (工作作风) does not."""
    found = [slot for slot in profile.dimensions if slot not in lacking]
    return len(found) > 1 or any(len(slot.title) >= TELLING for slot in found)


def _unknown_year(opening: str, profiles: Iterable[Profile]) -> str:
    """Return the latest year that the opening calls its own (2026年度), if no profile is of that year."""
    years: list[str] = compiled("20[0-9][0-9](?=年度)").findall(opening)
    told = " ".join(" ".join((each.id, each.title, *each.words)) for each in profiles)
    return max(years) if years and max(years) not in told else ""


def _score(paper: _Paper, profile: Profile, grammar: Grammar) -> Score:
    known, dimensions = wordings(profile.dimensions, grammar), profile.dimensions
    sections = wordings(profile.sections, grammar)
    group = max(
        paper.headings(profile), key=lambda names: len(_found(names, known)), default=frozenset[str]()
    )
    found = _found(group, known)
    own = [dimensions[number] for number in found]
    mentioned = sum(any(title in paper.opening for title in slot.titles) for slot in dimensions)
    years = any(f"{year}年" in paper.opening for year in profile.years)
    return Score(
        headed=len(found) / len(dimensions),
        mentioned=mentioned / len(dimensions),
        named=2 * years + sum(word in paper.opening for word in profile.words),
        sections=len(_found(paper.tops, sections)),
        native=any(len(slot.title) >= TELLING for slot in own)
        or len(found) >= FOREIGN * _strangers(group.difference(paper.tops), known, sections),
    )


def _strangers(names: Iterable[str], known: Wordings, sections: Wordings) -> int:
    """Return how many headings hold no title of the dimensions, and are none of the sections."""
    return sum(_slot(name, known) is None and sections.exact(name) is None for name in names)


def _lacking(paper: _Paper, profile: Profile, grammar: Grammar) -> tuple[Slot, ...]:
    known = wordings(profile.dimensions, grammar)
    found = max((_found(group, known) for group in paper.headings(profile)), key=len, default=set[int]())
    return tuple(slot for number, slot in enumerate(profile.dimensions) if number not in found)


def _found(names: Iterable[str], known: Wordings) -> set[int]:
    """Return the slots whose very title (or one that holds it) is among the headings."""
    return {slot for slot in (_slot(name, known) for name in names) if slot is not None}


def _slot(name: str, known: Wordings) -> int | None:
    slot = known.exact(name)
    return known.held(name) if slot is None else slot
