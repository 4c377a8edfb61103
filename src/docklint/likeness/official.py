"""Wording that is nobody's own: the titles of the profile, the sentences of its notice, and set phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.profile import Profile

Source = Literal["profile", "notice", "phrases"]
CUT = "\n"
"""What stands where wording was taken out: no five characters reach across it."""
LEAST = 4
"""A title of fewer code points (学习) is a word that anybody may need."""
_NOISE = r"[^\w]|_"
_STOP = r"[。；\n]"


class Official:
    """The official wording of one profile, ready to be taken out of papers."""

    def __init__(self, profile: Profile, grammar: Grammar) -> None:
        self._profile, self._grammar = profile, grammar

    def taken_out(self, words: str) -> tuple[str, Counter[str]]:
        """Return `words` (no punctuation) without official wording, and how many code points of which source went."""
        taken: Counter[str] = Counter()
        for phrase, source in self._phrases.items():
            # Nearly none stands in a given paper, and finding that out this way costs next to nothing.
            if times := words.count(phrase):
                words = words.replace(phrase, CUT)
                taken[source] += times * len(phrase)
        return words, taken

    @cached_property
    def _phrases(self) -> Mapping[str, Source]:
        """All of it, the longest first, so that nothing hides behind its own beginning."""
        slots = (*self._profile.sections, *self._profile.dimensions)
        found = {
            **_bare(self._grammar["official-phrases"], "phrases"),
            **_bare((title for slot in slots for title in slot.titles), "profile"),
            **_bare((part for slot in slots for part in compiled(_STOP).split(slot.source)), "notice"),
        }
        return dict(sorted(found.items(), key=lambda each: (-len(each[0]), each[0])))


def official_wording(grammar: Grammar, profile: Profile) -> Official:
    """Return the official wording of a profile; made once by `grammar.once`."""
    return Official(profile, grammar)


def _bare(phrases: Iterable[str], source: Source) -> dict[str, Source]:
    noise = compiled(_NOISE)
    return {words: source for phrase in phrases if len(words := noise.sub("", phrase)) >= LEAST}
