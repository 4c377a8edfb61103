"""Themes: which topics of the lexicon a text speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from docklint.profile import Lexicon
from docklint.values import Value


class Word(Value):
    """A word that betrays themes: `weights` maps a theme's place in the lexicon to the word's weight for it."""

    text: str
    weights: Mapping[int, float]


def words(text: str, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the theme words of `text` in order; where several begin, the longest, and none inside another."""
    firsts, index = _index(lexicon)
    after = 0
    for at, first in enumerate(text):
        if first not in firsts or at < after:
            continue
        for word in index.get(text[at : at + 2], firsts[first]):
            if text.startswith(word.text, at):
                yield word
                after = at + len(word.text)
                break


@lru_cache(maxsize=8)
def _index(lexicon: Lexicon) -> tuple[Mapping[str, tuple[Word, ...]], Mapping[str, tuple[Word, ...]]]:
    """Group the words of all themes by their first two characters, longest first.

    The first mapping leads from each first character to the words of no other, which fit whatever follows.
    """
    weights: dict[str, dict[int, float]] = {}
    for number, theme in enumerate(lexicon.themes):
        for key, weight in theme.words.items():
            for word in key.split():
                weights.setdefault(word, {})[number] = weight
    found = [Word(word, weights[word]) for word in sorted(weights, key=lambda word: (-len(word), word))]
    firsts: dict[str, tuple[Word, ...]] = {each.text[0]: () for each in found}
    firsts |= {each.text: (each,) for each in found if len(each.text) == 1}
    index: dict[str, list[Word]] = {}
    for each in found:
        if len(each.text) > 1:
            index.setdefault(each.text[:2], []).append(each)
    return firsts, {pair: (*group, *firsts[pair[0]]) for pair, group in index.items()}
