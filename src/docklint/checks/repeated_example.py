"""Two problems share one example."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from docklint.checks.problems import ProblemCheck, named
from docklint.patterns import ours
from docklint.rules import Hit, Related
from docklint.spans import Span
from docklint.structure.draft import Draft, Example, Part

_NOISE = ours(r"\W|_")
GRAM = 6
"""Two examples are compared only if they share a stretch of so many code points."""
LEAST = 12
"""An example of fewer code points proves nothing by being repeated."""
MOST_COMPARED = 8
"""So many earlier examples that share a stretch are compared with each new one."""


class RepeatedExample(ProblemCheck):
    """Point at the second of two examples that are at least `similarity` (0-1) alike."""

    similarity: float = 0.85

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a repetition."""
        seen: dict[str, list[tuple[str, Part, Example]]] = defaultdict(list)
        for problem, example, told in _told(draft):
            grams = {told[i : i + GRAM] for i in range(len(told) - GRAM + 1)}
            first = self._earlier(told, problem, grams, seen)
            for gram in grams:
                seen[gram].append((told, problem, example))
            if first:
                values = named(draft, problem) | {"other": _name(draft, first[0])}
                yield Hit(example.span, values, (Related("first", first[1].span),))

    def _earlier(
        self, told: str, problem: Part, grams: set[str], seen: dict[str, list[tuple[str, Part, Example]]]
    ) -> tuple[Part, Example] | None:
        candidates = {
            id(entry): entry for gram in grams if gram in seen for entry in seen[gram][:MOST_COMPARED]
        }
        for other, part, example in list(candidates.values())[:MOST_COMPARED]:
            alike = SequenceMatcher(None, told, other, autojunk=False).ratio() >= self.similarity
            if part.id != problem.id and alike:
                return part, example
        return None


def _told(draft: Draft) -> Iterator[tuple[Part, Example, str]]:
    for problem in draft.of("problem"):
        for example in problem.examples:
            told = _NOISE.sub("", draft.understood(Span(example.marker.end, example.span.end)))[:400]
            if len(told) >= LEAST:
                yield problem, example, told


def _name(draft: Draft, problem: Part) -> str:
    values = named(draft, problem)
    return f"{values['dimension']}{values['ordinal']}" or draft.understood(problem.title)
