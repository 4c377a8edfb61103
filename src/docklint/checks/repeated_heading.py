"""Two problems, two causes or two measures have one title."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks.levels import heading_text
from docklint.rules import Check, Hit, Related
from docklint.structure.draft import Draft, Part, PartKind

KINDS: tuple[PartKind, ...] = ("problem", "cause", "measure")


class RepeatedHeading(Check):
    """Point at the second of two numbered parts of one kind whose titles say the same in `least` or more code points.

    Labels (原因分析：) and the names of dimensions are no titles of their own.
    """

    least: int = 4

    def applies(self, draft: Draft) -> bool:
        """Apply where there are problems, causes or measures."""
        return any(part.kind in KINDS for part in draft.parts)

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a repetition; what it repeats of the first is no news."""
        first: dict[tuple[PartKind, str], Part] = {}
        for part in draft.parts:
            if part.kind not in KINDS or part.ordinal is None:
                continue
            title = draft.grammar.normal(draft.words(part.title))
            if len(title) < self.least or _names_a_part(draft, title):
                continue
            twin = first.setdefault((part.kind, title), part)
            if twin is not part:
                yield Hit(
                    draft.span(part.heading),
                    {"title": heading_text(draft, part), "other": heading_text(draft, twin)},
                    (Related("first", draft.span(twin.heading)),),
                    (draft.span(part.range),),
                )


def _names_a_part(draft: Draft, title: str) -> bool:
    return title in draft.grammar.label_roles or title in draft.grammar.known_titles
