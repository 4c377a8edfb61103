"""An example that says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from docklint.checks.problems import ProblemCheck, told
from docklint.patterns import either, ours
from docklint.profile import Lexicon
from docklint.rules import Hit
from docklint.spans import Span
from docklint.structure import evidence
from docklint.structure.draft import Draft, Example


class HollowExample(ProblemCheck):
    """Point at an example shorter than `least` code points or made of stock words and placeholders only."""

    least: int = 8

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a hollow example; a sentence that holds evidence never is."""
        for _, example, content in told(draft):
            if self._is_hollow(draft, example, content):
                yield Hit(example.span, {"example": draft.understood(example.span)})

    def _is_hollow(self, draft: Draft, example: Example, content: str) -> bool:
        if len(content) >= self.least and _says_more(content, ours(_stock(draft.lexicon))):
            return False
        whole = draft.understood(Span(example.marker.end, example.span.end))
        return evidence.find(whole, 0, len(whole), draft.lexicon) is None


def _says_more(content: str, stock: Pattern[str]) -> bool:
    """Say whether more than one character stands outside stock words; mostly the first two do."""
    at = outside = 0
    while at < len(content) and outside < 2:
        match = stock.match(content, at)
        at = match.end() if match else at + 1
        outside += match is None
    return outside > 1


@lru_cache(maxsize=8)
def _stock(lexicon: Lexicon) -> str:
    return either(lexicon["hollow-words"]) + r"|[A-Za-z*＊×○□]+"
