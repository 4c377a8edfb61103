"""A list that may be the dimensions, and what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence

from docklint.spans import Range
from docklint.tuples import NamedTuple


class Candidate(NamedTuple):
    """A list of names, as ranges of the notice's text.

    `place`: where the list and its announcement stand. `announced`: the number the notice gives, None without one.
    `weight`: what its sentence and its shape say for it; see `context.weight`.
    """

    names: tuple[Range, ...]
    place: Range
    announced: int | None
    weight: int

    @property
    def fits(self) -> bool:
        """Return whether there are as many names as announced, if a number was."""
        return self.announced in (None, len(self.names))


def overlap(one: Sequence[Range], other: Sequence[Range]) -> bool:
    """Return whether two lists of names have any of the text between first and last in common."""
    return one[0].start < other[-1].end and other[0].start < one[-1].end
