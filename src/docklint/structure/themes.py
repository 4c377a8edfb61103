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
    index = _index(lexicon)
    at, end = 0, len(text)
    while at < end:
        found = next((word for word in index.get(text[at], ()) if text.startswith(word.text, at)), None)
        if found:
            yield found
        at += len(found.text) if found else 1


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
