"""What a dimension, cause or measure is about, reduced to what two of them can share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log1p, sqrt

from docklint.structure import themes
from docklint.structure.draft import Draft, Part
from docklint.structure.terms import terms

HEADING = 2.0
"""How many times more a theme word counts in a heading than its first mention in a body."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A part reduced to what others can share with it.

    `heading`/`body`: its words as understood. `themes`: theme number → weight, of length 1. `terms`: the
    character pairs of both, `heading_terms` those of the heading alone.
    """

    part: Part
    heading: str
    body: str
    themes: Mapping[int, float]
    heading_terms: frozenset[str]
    terms: frozenset[str]


def topic(draft: Draft, part: Part) -> Topic:
    """Reduce a part, everything under it included. A dimension also speaks with its profile's words."""
    heading, body = draft.understood(part.title), _body(draft, part)
    named = _named(draft, part) or heading
    own = terms(named, draft.lexicon)
    return Topic(part, heading, body, _themes(draft, named, body), own, own | terms(body, draft.lexicon))


def _body(draft: Draft, part: Part) -> str:
    text, reading = draft.reading.text, draft.reading
    return text[reading.index(part.title.end) : reading.index(part.span.end)]


def _named(draft: Draft, part: Part) -> str:
    slot = next((slot for slot, bound in draft.dimensions.bound if bound is part), None)
    return "|".join((slot.title, *slot.words)) if slot else ""


def _themes(draft: Draft, heading: str, body: str) -> Mapping[int, float]:
    weights = {number: HEADING * weight for number, weight in _counted(draft, heading).items()}
    for number, weight in _counted(draft, body).items():
        # The tenth mention in a long body says little more than the third.
        weights[number] = weights.get(number, 0) + log1p(weight)
    length = sqrt(sum(weight**2 for weight in weights.values()))
    return {number: weight / length for number, weight in weights.items()} if length else {}


def _counted(draft: Draft, text: str) -> Mapping[int, float]:
    counts: Counter[int] = Counter()
    for word in themes.words(text, draft.lexicon):
        for number, weight in word.weights.items():
            counts[number] += weight  # type: ignore[assignment]  # a Counter of floats
    return counts
