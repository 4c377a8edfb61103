"""What was found out about a profile, and the sentences it came from."""

from __future__ import annotations

from typing import NamedTuple

from docklint.texts import Text
from docklint.values import Value

USUAL = ("problems", "causes", "measures")
"""The roles that other profiles require."""


class Found(NamedTuple):
    """A value for the profile. `source`: the sentence it came from; `line`: its 1-based line in the file."""

    value: str
    source: str
    line: int


class ProposedPart(NamedTuple):
    """A section. `title` is None where the profile may keep the usual one.

    `required`: whether every paper must have it; None where that is as in other profiles.
    """

    role: str
    title: Found | None
    source: Found
    required: bool | None = None


class Proposal(Value):
    """A profile as far as it could be read. Empty tuples and None mean: the document does not say."""

    title: Found | None
    years: tuple[Found, ...] = ()
    sections: tuple[ProposedPart, ...] = ()
    dimensions: tuple[Found, ...] = ()
    example: Found | None = None
    audience: Found | None = None
    doubts: tuple[Text, ...] = ()
    """What the author of the profile has to decide."""
