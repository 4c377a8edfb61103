"""Runs of ordinals that count together."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.rules import Check
from docklint.spans import Range
from docklint.structure.draft import Draft, Ordinal, Part, cached_per_draft


class NumberedCheck(Check):
    """A check of ordinals: it applies where anything is numbered."""

    def applies(self, draft: Draft) -> bool:
        """Apply where anything is numbered."""
        return any(part.ordinal for part in draft.parts)


@cached_per_draft
def runs(draft: Draft) -> tuple[list[tuple[Part, Ordinal]], ...]:
    """Return the numbered parts of each sequence, in document order."""
    found: dict[int, list[tuple[Part, Ordinal]]] = {}
    for part in draft.parts:
        if part.ordinal and part.sequence is not None:
            found.setdefault(part.sequence, []).append((part, part.ordinal))
    return tuple(found.values())


def written_once(draft: Draft) -> Iterator[list[tuple[Part, Ordinal]]]:
    """Yield the runs without the ordinals that are written twice, whose form is another rule's matter."""
    for run in runs(draft):
        once = [(part, ordinal) for part, ordinal in run if not (part.fault and part.fault.kind == "doubled")]
        if once:
            yield once


def announced_in(draft: Draft, part: Part) -> Iterator[Range]:
    """Yield where the number of such parts may be announced: between each heading above and what it heads."""
    yield draft.preamble
    above = draft.parent(part)
    while above:
        yield Range(above.title.start, draft.children(above)[0].range.start)
        above = draft.parent(above)
