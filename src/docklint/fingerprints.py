"""Where in a draft's structure a place lies: its heading path, and what stays while the rest is edited."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from docklint.spans import Range, Span
from docklint.structure.draft import Draft, Part
from docklint.structure.outline.styles import STYLES

LONGEST_CLAIM = 1000
"""So many code points of a claim tell a part from others; what has no stop for longer is no sentence."""
_AFTER_ORDINAL = "，：。,: \u3000"


class Fingerprints:
    """The drafts of one file, asked about places in it."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._starts = [draft.span(draft.range).start for draft in drafts]
        self._told: dict[int, tuple[str, str]] = {}

    def heading_path(self, place: Span) -> tuple[str, ...]:
        """Return the headings around `place`, outermost first, as a person would cite them.

        A heading is cited with its ordinal, an enumerated item (一是, 其一) by its ordinal alone, and an item
        without an ordinal not at all.
        """
        draft, parts = self._around(place)
        return tuple([cited for part in parts if (cited := self._words(draft, part)[0])])

    def identity(self, code: str, place: Span) -> tuple[str, ...]:
        """Return what tells a finding from others, whatever is edited elsewhere: no offset, no ordinal."""
        draft, parts = self._around(place)
        quote = Span(_after_ordinal(draft, parts[-1], place), place.end) if parts else place
        return (
            code,
            normalised(draft.told(quote)),
            *[self._words(draft, part)[1] for part in parts],
        )

    def _around(self, place: Span) -> tuple[Draft, tuple[Part, ...]]:
        draft = self._drafts[max(bisect_right(self._starts, place.start) - 1, 0)]
        return draft, draft.path(place)

    def _words(self, draft: Draft, part: Part) -> tuple[str, str]:
        """Return how a part is cited and what it is known by, found once for all that stands in it."""
        if id(part) not in self._told:
            self._told[id(part)] = _cited(draft, part), _known_by(draft, part)
        return self._told[id(part)]


def normalised(text: str) -> str:
    """Drop what typing habits change: blanks, and the width of letters, digits and punctuation."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _cited(draft: Draft, part: Part) -> str:
    if part.ordinal is None:
        return draft.quote(part.title) if part.kind in ("section", "dimension") else ""
    if part.kind not in ("section", "dimension") and STYLES[part.ordinal.style].level == 0:
        return draft.quote(part.ordinal.range).rstrip(_AFTER_ORDINAL)
    end = max(part.ordinal.range.end, part.title.end)
    return draft.quote(Range(part.ordinal.range.start, end)).strip()


def _known_by(draft: Draft, part: Part) -> str:
    known = draft.span(part.title if part.kind in ("section", "dimension") else part.claim)
    start = _after_ordinal(draft, part, known)
    return normalised(draft.told(Span(start, min(known.end, start + LONGEST_CLAIM))))


def _after_ordinal(draft: Draft, part: Part, place: Span) -> int:
    """Return where `place` starts to speak for itself: behind the part's ordinal, if it begins with that."""
    if part.ordinal:
        ordinal = draft.span(part.ordinal.range)
        if place.start <= ordinal.start:
            return max(place.start, min(ordinal.end, place.end))
    return place.start
