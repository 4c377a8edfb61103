"""Docklint's own limit: nothing in the text looks like a part of such a paper."""

from __future__ import annotations

from collections.abc import Iterable

from docklint.rules import Check, Hit
from docklint.spans import Span
from docklint.structure.draft import Draft


class StructureNotFound(Check):
    """Point at the beginning of a document in which no part was found."""

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Yield at most one hit."""
        if not draft.has_structure:
            yield Hit(Span(0, 0))
