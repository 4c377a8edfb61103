"""A fixed formula with one character of it wrong or lost: 习近平新世代…, 近平新时代…."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.pairs import FIRST_HAN, LAST_HAN
from docklint.rules import Check, Hit
from docklint.spans import Range
from docklint.structure.draft import Draft
from docklint.word_search import all_places

LONG = 6
"""Code points of a half that is known without its first (近平新时代中国)."""


class MisspeltPhrase(Check):
    """Point at what one of `phrases` is all but for a single character, wrong or left out; of two, the longer.

    One half of the phrase must stand as it is and the other half right beside it. The last character decides
    nothing, nor does the first unless the half is long: other words begin like a phrase (核心价值观, 核心价值体系).
    """

    phrases: tuple[str, ...]

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield the places in the order of the text."""
        start, end = draft.range
        text = draft.reading.text[start:end]
        found: dict[Range, str] = {}
        for phrase in sorted(self.phrases, key=len, reverse=True):
            new = list(_places(text, phrase))
            found |= {place: phrase for place in new if not any(_touch(place, each) for each in found)}
        for place in sorted(found):
            values = {"text": text[place.start : place.end], "meant": found[place]}
            yield Hit(draft.span(Range(start + place.start, start + place.end)), values)


def _touch(one: Range, other: Range) -> bool:
    return one.start < other.end and other.start < one.end


def _places(text: str, phrase: str) -> Iterator[Range]:
    half = len(phrase) // 2
    left, right = phrase[:half], phrase[half:]
    for at in all_places(text, left):
        begin = at + half
        if not text.startswith(right, begin) and (length := _near(text[begin : begin + len(right)], right)):
            yield Range(at, begin + length)
    for at in all_places(text, right):
        before = text[max(at - half, 0) : at]
        if before == left:
            continue
        if length := _near(before[::-1], left[::-1]):
            yield Range(at - length, at + len(right))
        elif half >= LONG and before.endswith(left[1:]) and FIRST_HAN <= before[:1] <= LAST_HAN:
            yield Range(at - half + 1, at + len(right))


def _near(words: str, meant: str) -> int:
    """Return how many characters of `words` are `meant` but for one; 0 if more differs, nothing or the last one alone."""
    same = next((i for i, (is_, want) in enumerate(zip(words, meant, strict=False)) if is_ != want), -1)
    # A character is mistaken for another; anything else in its place is a mark of redaction or of layout.
    if not 0 <= same < min(len(words), len(meant) - 1) or not FIRST_HAN <= words[same] <= LAST_HAN:
        return 0
    if words[same + 1 :] == meant[same + 1 :]:
        return len(meant)
    return len(meant) - 1 if words[same:].startswith(meant[same + 1 :]) else 0
