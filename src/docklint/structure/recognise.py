"""Choosing the profile a draft was written for: by its headings first, by the year it names second."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from docklint.profile import Lexicon, Profile
from docklint.structure.alignment import Alignment, align
from docklint.structure.outline import Outline

LEAST = 0.5
"""Share of a profile's dimensions (0-1) a draft must have before it is taken for one of that kind."""


class Score(NamedTuple):
    """How well a draft fits a profile, the weightier first; tuples compare.

    `dimensions`: share (0-1) of the profile's dimensions the draft has; `named`: how many of its words and
    years the draft names; `sections`: how many of its sections.
    """

    dimensions: float
    named: int
    sections: int


def recognise(
    outlines: Sequence[Outline], profiles: Iterable[Profile], lexicon: Lexicon
) -> Profile | None:
    """Choose the profile whose dimensions the drafts have; None if none has at least half of them."""
    scored = [
        (max(_score(outline, profile, lexicon) for outline in outlines), profile)
        for profile in profiles
        if profile.dimensions and outlines
    ]
    if not scored:
        return None
    score, best = max(scored, key=lambda entry: entry[0])
    return best if score.dimensions >= LEAST else None


def _score(outline: Outline, profile: Profile, lexicon: Lexicon) -> Score:
    groups = [[node.name for node in group] for group in outline.grouped().values()]
    found = max((_exact(align(names, profile.dimensions, lexicon)) for names in groups), default=0)
    sections = len(align(groups[0], profile.sections, lexicon).filled) if groups else 0
    return Score(found / len(profile.dimensions), _named(outline, profile), sections)


def _exact(fit: Alignment) -> int:
    return len(fit.filled) - len(fit.renamed)


def _named(outline: Outline, profile: Profile) -> int:
    """Count which of the profile's years and words the draft names before its first heading, or else at all."""
    first = outline.nodes[0].start if outline.nodes else outline.end
    opening = outline.text(outline.start, first)
    years = any(f"{year}年" in opening for year in profile.years)
    return 2 * years + sum(word in opening for word in profile.words)
