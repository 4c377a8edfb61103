"""Words of a lexicon by how they begin, so that a draft costs only those whose first two characters it holds.

Tens of thousands of words, each with a tag, are a few hundred texts, sorted by their first character; in each a line
for every beginning, with what is left of the words, the longest first: the line `卫生间:12 :12` holds 卫生间 and 卫生. To
look for a beginning there takes a tenth of what making objects of all words would.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from docklint.pairs import CODE_POINT, FIRST, SECOND
from docklint.typed import TypeVar

T = TypeVar("T")
REMEMBERED = 50_000
"""So many beginnings are kept, those of no word included: a folder's drafts repeat each other's."""
TEXTS = 1024
"""Into so many texts words are sorted: each is an object to be made at every start, and searched for every beginning."""
_CODING = "utf-8", "surrogatepass"
"""A draft's characters may be no text, words are; as bytes those of which a draft holds none cost next to nothing."""
PAIR = 2
"""Code points of a beginning; a shorter word has none and is left out."""


def packed(tags: Mapping[str, str]) -> tuple[bytes, ...]:
    """Pack words by how they begin, in UTF-8. No word and no tag holds a blank or a line end."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(tags, key=len, reverse=True):
        if len(word) >= PAIR:
            lines[word[:PAIR]].append(word[PAIR:] + tags[word])
    texts = ["\n"] * TEXTS
    for pair, rests in lines.items():
        texts[ord(pair[0]) % TEXTS] += f"{pair}{' '.join(rests)}\n"
    return tuple([text.encode(*_CODING) for text in texts])


def packed_signs(tags: Mapping[str, str]) -> tuple[bytes, ...]:
    """Pack single characters likewise, for `sign_tag`."""
    texts = ["\n"] * TEXTS
    for sign, tag in tags.items():
        texts[ord(sign) % TEXTS] += f"{sign}{tag}\n"
    return tuple([text.encode(*_CODING) for text in texts])


def sign_tag(packed: Sequence[bytes], sign: str) -> str:
    """Return the tag of a packed character; empty if it has none."""
    text, beginning = packed[ord(sign) % TEXTS] if packed else b"", f"\n{sign}".encode(*_CODING)
    at = text.find(beginning)
    start = at + len(beginning)
    return text[start : text.find(b"\n", start)].decode() if at >= 0 else ""


class Beginnings(dict[int, Sequence[T]]):
    """What is known of words by the number of their first two characters, each learned when it is asked for.

    `learn` is given a beginning and what packed words that begin so end in, each with its tag, the longest first. Where
    no word begins so, nothing is known.
    """

    def __init__(self, words: Sequence[bytes], learn: Callable[[str, Sequence[str]], Sequence[T]]) -> None:
        self._words = words or (b"",) * TEXTS
        self._learn = learn

    def __missing__(self, number: int) -> Sequence[T]:
        """Learn a beginning. Each pair of characters of a first draft comes here: a function for it would be felt."""
        if len(self) >= REMEMBERED:
            self.clear()
        first = number >> FIRST & CODE_POINT
        pair = chr(first) + chr(number >> SECOND & CODE_POINT)
        beginning = ("\n" + pair).encode(*_CODING)
        text = self._words[first % TEXTS]
        at = text.find(beginning)
        if at < 0:
            self[number] = none = ()
            return none
        start = at + len(beginning)
        rests = text[start : text.find(b"\n", start)].decode().split(" ")
        self[number] = found = self._learn(pair, rests)
        return found
