"""Characters that look like ordinary ones and are not, and signs that nobody sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.rules import Check, Edit, Fix, Hit
from docklint.spans import Span
from docklint.structure.draft import Draft
from docklint.structure.normalise.lookalikes import BREAKS, odd, ordinary

MOST_MENDED = 2000
"""So many places are mended; a text with more of them is better copied anew."""


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
            fix = Fix("safe", tuple(_edits(text, signs, start))) if count <= MOST_MENDED else None
            yield Hit(place, values, variant="" if meant else "unseen", fix=fix)


def _edits(text: str, signs: Iterable[str], start: int) -> Iterator[Edit]:
    """Yield the edits that make all signs ordinary, a run of them at once; `start`: where the text begins."""
    # Late: most drafts hold no such character.
    import re

    for match in re.finditer(f"[{re.escape(''.join(signs))}]+", text):
        span = Span(start + match.start(), start + match.end())
        yield Edit(span, "".join(map(ordinary, match[0])))
