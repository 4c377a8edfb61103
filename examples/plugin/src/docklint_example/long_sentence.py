"""Sentences nobody can read out in one breath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from re import finditer
from typing import ClassVar

from docklint.rules import Check, Hit
from docklint.spans import Range
from docklint.structure.draft import Draft, Part


class LongSentence(Check):
    """Point at the sentences of measures that have more than `most` characters (code points)."""

    values: ClassVar[tuple[str, ...]] = ("length", "most")

    most: int = 120

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Yield one hit a sentence, in document order."""
        for measure in draft.of("measure"):
            yield from self._in(measure, draft)

    def _in(self, measure: Part, draft: Draft) -> Iterator[Hit]:
        for match in finditer(r"[^。！？\n]+[。！？]?", draft.words(measure.body)):
            if len(match[0]) > self.most:
                start = measure.body.start + match.start()
                sentence = Range(start, start + len(match[0]))
                yield Hit(draft.span(sentence), {"length": len(match[0]), "most": self.most})
