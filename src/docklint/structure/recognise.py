"""Choosing the profile a draft was written for: by its headings first, by the year it names second."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from docklint.profile import Lexicon, Profile
from docklint.structure.outline import Outline
from docklint.structure.wordings import Wordings, wordings

LEAST = 0.5
"""Share of a profile's dimensions (0-1) a draft must have before it is taken for one of that kind."""
MENTIONED = 0.8
"""Share of a profile's dimensions the opening must name where the headings do not tell."""


class Score(NamedTuple):
    """How well a draft fits a profile, the weightier first; tuples compare.

    `headed`/`mentioned`: share (0-1) of the profile's dimensions that are headings/named in the opening.
    `named`: weight of the profile's words and years in the opening. `sections`: how many of its sections.
    """

    headed: float
    mentioned: float
    named: int
    sections: int

    @property
    def is_enough(self) -> bool:
        """Say whether the draft may be taken for one of this kind."""
        return self.headed >= LEAST or (self.mentioned >= MENTIONED and self.sections > 0)


def recognise(outlines: Sequence[Outline], profiles: Iterable[Profile], lexicon: Lexicon) -> Profile | None:
    """Choose the profile that fits the drafts best; None if none fits well enough."""
    scored = [
        (max(_score(outline, profile, lexicon) for outline in outlines), profile)
        for profile in profiles
        if profile.dimensions and outlines
    ]
    enough = [entry for entry in scored if entry[0].is_enough]
    return max(enough, key=lambda entry: entry[0])[1] if enough else None


def _score(outline: Outline, profile: Profile, lexicon: Lexicon) -> Score:
    groups = [[node.name for node in group] for group in outline.grouped().values()]
    found = max((_found(names, wordings(profile.dimensions, lexicon)) for names in groups), default=0)
    sections = _found(groups[0], wordings(profile.sections, lexicon)) if groups else 0
    opening = _opening(outline)
    mentioned = sum(any(title in opening for title in slot.titles) for slot in profile.dimensions)
    total = len(profile.dimensions)
    return Score(found / total, mentioned / total, _named(opening, profile), sections)


def _found(names: Iterable[str], known: Wordings) -> int:
    """Count the slots whose very title (or one that holds it) is among the headings."""
    slots = (
        known.exact(name) if known.exact(name) is not None else known.held(name) for name in names if name
    )
    return len(set(slots) - {None})


def _opening(outline: Outline) -> str:
    """Give what stands before the first heading: the title and the preamble."""
    return outline.text(outline.start, outline.nodes[0].start if outline.nodes else outline.end)


def _named(opening: str, profile: Profile) -> int:
    """Count which of the profile's years and words the opening names."""
    years = any(f"{year}年" in opening for year in profile.years)
    return 2 * years + sum(word in opening for word in profile.words)
