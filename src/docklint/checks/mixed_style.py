"""Siblings use different numbering styles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docklint.checks.fixes import fix, written
from docklint.checks.forms import STOPS, form, write
from docklint.checks.runs import NumberedCheck, written_once
from docklint.rules import Fix, Hit, Related
from docklint.structure.draft import Draft, Ordinal
from docklint.structure.outline.styles import STYLES

_WIDE = str.maketrans("()0123456789", "（）０１２３４５６７８９")


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
                    yield Hit(
                        draft.span(ordinal.range),
                        values,
                        related,
                        variant="" if expected else "words",
                        fix=_fix(draft, ordinal, expected, sibling),
                    )


def _fix(draft: Draft, ordinal: Ordinal, expected: str, sibling: Ordinal) -> Fix | None:
    """Return the fix that writes an ordinal as its siblings are; safe if only the width of its signs differs.

    An enumeration is followed by the mark that follows its sibling (第一，第二，).
    """
    if not expected:
        return None
    if not STYLES[sibling.style].level:
        stop = draft.words(sibling.range)[-1]
        expected = expected.rstrip(STOPS) + (stop if stop in STOPS else "")
    old = draft.quote(ordinal.range)
    same = _wide(old).rstrip(STOPS) == _wide(expected).rstrip(STOPS)
    return fix(
        "safe" if same and sibling.style != "arabic" else "unsafe", [written(draft, ordinal.range, expected)]
    )


def _wide(text: str) -> str:
    return "".join(text.split()).translate(_WIDE)
