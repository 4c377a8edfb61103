"""Words or marks that must not stand anywhere in the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from docklint.patterns import foreign_matches, ours
from docklint.rules import Check, Hit
from docklint.spans import Span
from docklint.structure.draft import Draft
from docklint.structure.reading import unwrapped

SHOWN = 24
"""How many code points of a match its message repeats."""
MASK = "\0"
"""What a pattern sees where text is harmless or spoken for; no draft holds it."""


class TextPattern(Check):
    """Point at what one of `patterns` matches in any part of the document.

    A pattern with groups means its groups, one without means its whole match. `unless` (in Markdown
    `unless_markdown` too) are patterns of harmless text: what touches it is left alone. Of two matches that
    overlap, the pattern that stands first has it. A text without any of the words `needs` is not searched at
    all. `notes` means the mark at the start of a note line: this mark, and the one other place that bears
    it, are no hit.
    `trusted`: the patterns ship with docklint and need no timeout; set by the loader, not by a pack.

    Raises `PatternTimeout` or `ValueError` for a pattern of a pack that runs away or does not compile.
    """

    whole_file: ClassVar[bool] = True
    no_options: ClassVar[tuple[str, ...]] = ("trusted",)

    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    unless_markdown: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    notes: str = ""
    trusted: bool = False

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Yield one hit a match, in the order of the text; a line break that only a page's width caused is none."""
        joined = unwrapped(draft.document, draft.reading)
        text = joined.text
        spans = self._spans(text, draft.document.markdown) if self._may_match(text) else []
        for span in sorted(self._without_notes(spans, text)):
            words = text[span.start : span.end]
            values = {"text": words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"}
            yield Hit(joined.place(*span), values)

    def _may_match(self, text: str) -> bool:
        """Rule out most drafts cheaply, before the patterns of harmless text are compiled and tried."""
        if self.needs and not any(word in text for word in self.needs):
            return False
        return any(True for pattern in self.patterns for _ in self._matches(pattern, text))

    def _spans(self, text: str, markdown: bool) -> list[Span]:
        harmless = self.unless + (self.unless_markdown if markdown else ())
        left = _masked(text, [span for pattern in harmless for span in self._matches(pattern, text)])
        found: list[Span] = []
        for pattern in self.patterns:
            new = [span for span in self._matches(pattern, left) if MASK not in left[span.start : span.end]]
            left = _masked(left, new)
            found += new
        return found

    def _matches(self, pattern: str, text: str) -> Iterator[Span]:
        """Yield what `pattern` means: its groups if it has any, else the whole match."""
        for match in ours(pattern).finditer(text) if self.trusted else foreign_matches(pattern, text):
            groups = range(1, match.re.groups + 1) or (0,)
            yield from (Span(*match.span(group)) for group in groups if match[group])

    def _without_notes(self, spans: list[Span], text: str) -> list[Span]:
        """Leave out the marks of notes: the one at the note's start, and the one place it belongs to."""
        notes = set(self._matches(self.notes, text)) if self.notes else set()
        if not notes:
            return spans
        marks = {text[note.start : note.end] for note in notes}
        others = [span for span in spans if span not in notes]
        count = Counter(text[span.start : span.end] for span in others)
        return [
            span for span in others if (mark := text[span.start : span.end]) not in marks or count[mark] > 1
        ]


def _masked(text: str, spans: Iterable[Span]) -> str:
    """Put a mask over some places of the text, its length unchanged."""
    pieces: list[str] = []
    end = 0
    for span in sorted(spans):
        if span.end > end:
            start = max(span.start, end)
            pieces += (text[end:start], MASK * (span.end - start))
            end = span.end
    return "".join(pieces) + text[end:] if pieces else text
