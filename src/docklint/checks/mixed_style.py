"""Siblings use different numbering styles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docklint.checks.forms import form, write
from docklint.checks.runs import NumberedCheck, written_once
from docklint.rules import Hit, Related
from docklint.structure.draft import Draft


class MixedStyle(NumberedCheck):
    """Point at the ordinals whose style is in the minority among their siblings; on a tie, at the later ones.

    Variant `words`: the others are words (首先), of which nobody can say how this one should be written.
    """

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit an odd one out."""
        for run in written_once(draft):
            forms = [form(draft.quote(ordinal.range), ordinal.style) for _, ordinal in run]
            if len(set(forms)) == 1:
                continue
            usual, _ = Counter(forms).most_common(1)[0]
            sibling = run[forms.index(usual)][1]
            for (_, ordinal), own in zip(run, forms, strict=True):
                if own != usual:
                    expected = write(usual, sibling.style, ordinal.value)
                    values = {
                        "ordinal": draft.quote(ordinal.range),
                        "expected": expected,
                        "sibling": draft.quote(sibling.range),
                    }
                    related = (Related("sibling", draft.span(sibling.range)),)
                    yield Hit(draft.span(ordinal.range), values, related, variant="" if expected else "words")
