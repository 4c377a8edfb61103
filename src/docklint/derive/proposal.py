"""What was found out about a profile, and the sentences it came from."""

from __future__ import annotations

from collections.abc import Mapping

from docklint.texts import Text
from docklint.tuples import NamedTuple
from docklint.values import Value

USUAL = ("problems", "causes", "measures")
"""The roles that other profiles require."""

EXTRA = "extra-"
"""With what the role of a part begins that no profile knows; its number follows."""


class Found(NamedTuple):
    """A value for the profile, and where it stands."""

    value: str
    source: str
    """The sentence it came from."""
    line: int
    """Its 1-based line in the file."""


class ProposedPart(NamedTuple):
    """A section."""

    role: str
    title: Found | None
    """None: the profile may keep the usual one."""
    source: Found
    required: bool | None = None
    """Whether every paper must have it; None: as in other profiles."""


class Proposal(Value):
    """A profile as far as it could be read. Empty tuples and None mean: the document does not say."""

    title: Found | None
    years: tuple[Found, ...] = ()
    sections: tuple[ProposedPart, ...] = ()
    dimensions: tuple[Found, ...] = ()
    example: Found | None = None
    audience: Found | None = None
    limits: Mapping[str, int] = {}
    """`max-characters` and `min-characters` of a whole paper."""
    limits_source: Found | None = None
    """What lays them down."""
    is_model: bool = False
    """Whether it was read from a paper, not from a notice."""
    aliases: Mapping[str, tuple[str, ...]] = {}
    """Other wordings of a dimension that are just as good, by its name."""
    undecided: tuple[Text, ...] = ()
    """What has to be decided before any paper can be called ready: which dimensions, for whom."""
    doubts: tuple[Text, ...] = ()
    """What the author of the profile has to decide."""
