"""Words of a lexicon by how they begin, so that a draft costs only those whose first two characters it holds.

Tens of thousands of words, each with a tag, are one text for each first character; in it a line for each second one,
with what is left of the words, the longest first: the line `生间:12 :12` of 卫 holds 卫生间 and 卫生. To look for a beginning
there takes a tenth of what making objects of all words would.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from docklint.pairs import CODE_POINT, FIRST, SECOND

T = TypeVar("T")
REMEMBERED = 50_000
"""So many beginnings are kept, those of no word included: a folder's drafts repeat each other's."""
PAIR = 2
"""Code points of a beginning; a shorter word has none and is left out."""


def packed(tags: Mapping[str, str]) -> dict[str, str]:
    """Pack words by their first characters. No word and no tag holds a blank or a line end."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(tags, key=len, reverse=True):
        if len(word) >= PAIR:
            lines[word[:PAIR]].append(word[PAIR:] + tags[word])
    groups: defaultdict[str, str] = defaultdict(lambda: "\n")
    for pair, rests in lines.items():
        groups[pair[0]] += f"{pair[1]}{' '.join(rests)}\n"
    return dict(groups)


class Beginnings(dict[int, T]):
    """What is known of words by the number of their first two characters, each learned when it is asked for.

    `learn` is given a beginning and what packed words that begin so end in, each with its tag, the longest first;
    nothing, if no word does.
    """

    def __init__(self, words: Mapping[str, str], learn: Callable[[str, Sequence[str]], T]) -> None:
        self._words = words
        self._learn = learn

    def __missing__(self, number: int) -> T:
        """Learn a beginning."""
        if len(self) >= REMEMBERED:
            self.clear()
        # Each pair of characters of a first draft comes here: a function for the two would be felt.
        first, second = chr(number >> FIRST & CODE_POINT), chr(number >> SECOND & CODE_POINT)
        group = self._words.get(first, "")
        start = group.find(f"\n{second}") + PAIR
        rests = group[start : group.find("\n", start)].split(" ") if start >= PAIR else ()
        self[number] = found = self._learn(first + second, rests)
        return found
