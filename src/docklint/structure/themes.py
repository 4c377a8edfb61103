"""Themes: which topics of the lexicon a text speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from docklint.profile import Lexicon


class Word(NamedTuple):
    """A word that betrays themes: `weights` maps a theme's place in the lexicon to the word's weight for it."""

    text: str
    weights: Mapping[int, float]


def words(text: str, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the theme words of `text` in order; where several begin, the longest, and none inside another."""
    index, after = _index(lexicon), 0
    for at, first in enumerate(text):
        if at < after or first not in index:
            continue
        for word in index[first]:
            if text.startswith(word.text, at):
                yield word
                after = at + len(word.text)
                break


@lru_cache(maxsize=8)
def _index(lexicon: Lexicon) -> Mapping[str, tuple[Word, ...]]:
    """Group the words of all themes by their first character, longest first."""
    weights: dict[str, dict[int, float]] = {}
    for number, theme in enumerate(lexicon.themes):
        for key, weight in theme.words.items():
            for word in key.split():
                weights.setdefault(word, {})[number] = weight
    index: dict[str, list[Word]] = {}
    for word in sorted(weights, key=lambda word: (-len(word), word)):
        index.setdefault(word[0], []).append(Word(word, weights[word]))
    return {first: tuple(group) for first, group in index.items()}
