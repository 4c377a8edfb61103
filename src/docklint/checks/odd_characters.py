"""Characters that look like ordinary ones and are not, and signs that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.rules import Check, Hit
from docklint.spans import Span
from docklint.structure.draft import Draft
from docklint.structure.normalise.lookalikes import BREAKS, odd, ordinary


class OddCharacters(Check):
    """Point at the first such character of a paper, and say how many there are.

    What ends a line for a reader, as a form feed does, is not one of them. Variant `unseen`: the first is a sign
    that nobody sees.
    """

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield at most one hit."""
        if draft.reading.plain is None:  # as in most drafts: all characters are ordinary
            return
        start, end = draft.span(draft.range)
        text = draft.document.text[start:end]
        signs = [sign for sign in odd(set(text)) if sign not in BREAKS]
        if signs:
            first = min(map(text.find, signs))
            meant = ordinary(text[first])
            code, count = f"U+{ord(text[first]):04X}", sum(map(text.count, signs))
            values = {"meant": meant, "code": code, "count": count}
            place = Span(start + first, start + first + 1)
            yield Hit(place, values, variant="" if meant else "unseen")
