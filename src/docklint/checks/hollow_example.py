"""An example that says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from docklint.checks.problems import ProblemCheck, told
from docklint.grammar import Grammar
from docklint.rules import Hit
from docklint.spans import Range
from docklint.structure.binding import facts
from docklint.structure.draft import Draft, Example

_PLACEHOLDERS = "*＊×○□"


class HollowExample(ProblemCheck):
    """Point at an example shorter than `least` code points or made of stock words and placeholders only."""

    least: int = 8

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a hollow example; a sentence that holds evidence never is."""
        for _, example, content in told(draft):
            if self._is_hollow(draft, example, content):
                yield Hit(draft.span(example.range), {"example": draft.words(example.range)})

    def _is_hollow(self, draft: Draft, example: Example, content: str) -> bool:
        if len(content) >= self.least and _says_more(content, draft.grammar):
            return False
        whole = draft.words(Range(example.marker.end, example.range.end))
        return facts.find(whole, 0, len(whole), draft.grammar) is None


def _says_more(content: str, grammar: Grammar) -> bool:
    """Return whether more than one character stands outside stock words and placeholders; mostly the first two do."""
    at = outside = 0
    while at < len(content) and outside < 2:
        stock = _stock_at(content, at, _stock(grammar))
        at += stock or 1
        outside += not stock
    return outside > 1


def _stock_at(content: str, at: int, stock: Mapping[str, Sequence[str]]) -> int:
    """Return the length of the stock word or the character of a placeholder that stands at `at`; 0 if none does."""
    sign = content[at]
    word = next((word for word in stock.get(sign, ()) if content.startswith(word, at)), "")
    return len(word) or sign in _PLACEHOLDERS or (sign.isascii() and sign.isalpha())


@lru_cache(maxsize=8)
def _stock(grammar: Grammar) -> Mapping[str, Sequence[str]]:
    """Group the stock words by their first characters, the longest first; a pattern would take 0.4 ms to compile."""
    words: dict[str, list[str]] = {}
    for word in sorted(grammar["hollow-words"], key=len, reverse=True):
        words.setdefault(word[0], []).append(word)
    return words
