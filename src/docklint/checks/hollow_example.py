"""An example that says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docklint.checks.problems import ProblemCheck
from docklint.patterns import either, ours
from docklint.profile import Lexicon
from docklint.rules import Hit
from docklint.spans import Span
from docklint.structure import evidence
from docklint.structure.draft import Draft, Example

_NOISE = ours(r"[^\w*＊×]|_")


class HollowExample(ProblemCheck):
    """Point at an example shorter than `least` code points or made of stock words and placeholders only."""

    least: int = 8

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a hollow example; a sentence that holds evidence never is."""
        for problem in draft.of("problem"):
            for example in problem.examples:
                if self._is_hollow(draft, example):
                    yield Hit(example.span, {"example": draft.understood(example.span)})

    def _is_hollow(self, draft: Draft, example: Example) -> bool:
        told = draft.understood(Span(example.marker.end, example.span.end))
        content = _NOISE.sub("", told)
        if len(content) >= self.least and len(ours(_stock(draft.lexicon)).sub("", content)) > 1:
            return False
        return evidence.find(told, 0, len(told), draft.lexicon) is None


@lru_cache(maxsize=8)
def _stock(lexicon: Lexicon) -> str:
    return either(lexicon["hollow-words"]) + r"|[A-Za-z*＊×○□]+"
