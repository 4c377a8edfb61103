"""Which sentence of the old text is which of the new: the same, the same elsewhere, or the same in other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from docklint.comparing.sentences import TextSentence
from docklint.tuples import NamedTuple

ALIKE = 0.5
"""So alike (0-1) are two sentences at least of which one is taken for the other in new words."""
LOOKED_AT = 200
"""So many characters of a sentence are compared; what has no stop for longer is no sentence."""
AHEAD = 8
"""So many sentences are looked at to find the one that was changed."""
LEAST_WORDS = 4
"""A sentence of fewer characters that stands elsewhere may be any."""
OFTEN = 50
"""What stands so often in a text tells nothing about its order, and comparing all with all would take too long."""


class SentencePairs(NamedTuple):
    """Pairs of sentences by number: `same` in place, `moved` elsewhere, `changed` in words; the rest has no partner."""

    same: Mapping[int, int]
    moved: Mapping[int, int]
    changed: Mapping[int, int]

    def partner(self, old: int) -> int | None:
        """Return the new sentence that an old one became."""
        return self.same.get(old, self.moved.get(old, self.changed.get(old)))


def aligned(old: Sequence[TextSentence], new: Sequence[TextSentence]) -> SentencePairs:
    """Pair the sentences of two texts, each once."""
    same, changed = dict[int, int](), dict[int, int]()
    gaps = list[tuple[range, range]]()
    for kind, a, b, c, d in _steps([each.words for each in old], [each.words for each in new]):
        if kind == "equal":
            same.update(zip(range(a, b), range(c, d), strict=True))
        elif a < b and c < d:
            gaps.append((range(a, b), range(c, d)))
    moved = _moved(old, new, same)
    taken = set(moved.values())
    for mine, theirs in gaps:
        left = [number for number in mine if number not in moved]
        changed.update(_changed(old, new, left, [number for number in theirs if number not in taken]))
    return SentencePairs(same, moved, changed)


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield difflib's opcodes, what both texts begin and end with found first."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    yield "equal", 0, head, 0, head
    times = Counter(new)
    between = SequenceMatcher(
        lambda words: not words or times[words] > OFTEN,
        old[head : len(old) - tail],
        new[head : len(new) - tail],
        autojunk=False,
    )
    for kind, a, b, c, d in between.get_opcodes():
        yield kind, a + head, b + head, c + head, d + head
    yield "equal", len(old) - tail, len(old), len(new) - tail, len(new)


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many of the first are the same in both."""
    return next(
        (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )


def _moved(
    old: Sequence[TextSentence], new: Sequence[TextSentence], same: Mapping[int, int]
) -> dict[int, int]:
    """Pair what has no partner in place with the same words elsewhere, in the order of the text."""
    there = dict[str, list[int]]()
    taken = set(same.values())
    for number in range(len(new) - 1, -1, -1):
        if number not in taken and len(new[number].words) >= LEAST_WORDS:
            there.setdefault(new[number].words, []).append(number)
    pairs = {}
    for number, each in enumerate(old):
        if number not in same and there.get(each.words):
            pairs[number] = there[each.words].pop()
    return pairs


def _changed(
    old: Sequence[TextSentence], new: Sequence[TextSentence], mine: Sequence[int], theirs: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pair sentences between two that stay, in order, each with the likest of the next ones."""
    start = 0
    for number in mine:
        ahead = theirs[start : start + AHEAD]
        if not ahead:
            return
        rated = [(likeness(old[number].words, new[other].words), -at) for at, other in enumerate(ahead)]
        best, at = max(rated)
        if best >= ALIKE:
            yield number, ahead[-at]
            start += 1 - at


def likeness(one: str, other: str) -> float:
    """Return how alike (0-1) two sentences are, by what their characters have in common in the same order."""
    matcher = SequenceMatcher(None, one[:LOOKED_AT], other[:LOOKED_AT], autojunk=False)
    # The cheap bounds first: most pairs are not alike at all.
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
