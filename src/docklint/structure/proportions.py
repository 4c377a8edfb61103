"""How the parts of a paper are proportioned: measured here, once, for whoever asks."""

from __future__ import annotations

from docklint.spans import Range
from docklint.structure.draft import Draft, Part, cached_per_draft

WEIGHTY = ("problems", "causes")
"""The roles that should make up most of a paper."""


@cached_per_draft
def problems_and_causes(draft: Draft) -> float | None:
    """Return which part (0-1) of a paper its problems and causes are, by code points without blanks.

    Where every dimension bears its own measures these do not count. None where the paper has neither part.
    """
    whole = draft.range.end - draft.range.start
    held = [part for part in draft.parts if _is_weighty(draft, part)]
    if not held or whole <= 0:
        return None
    answers = [
        part.range for part in draft.of("measure") if any(each.range.covers(part.range) for each in held)
    ]
    return _length([each.range for each in held], answers) / whole


def _is_weighty(draft: Draft, part: Part) -> bool:
    """Return whether a part counts as a whole: a section of problems or causes."""
    return part.kind == "section" and part.role in WEIGHTY


def _length(held: list[Range], without: list[Range]) -> int:
    """Return how many code points stand in some ranges and not in others that lie within them."""
    taken = {at for place in without for at in range(*place)}
    return len({at for place in held for at in range(*place)} - taken)
