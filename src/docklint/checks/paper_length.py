"""A paper is longer or shorter than its notice lets it be."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.patterns import compiled
from docklint.rules import Check, Hit, Requirement
from docklint.spans import Range
from docklint.structure.draft import Draft
from docklint.typed import ClassVar, Literal, Match

_WORD = r"[!-~]+|\S"
"""What Word counts as one: a run of Latin letters and digits, or any other character that is no blank."""


class PaperLength(Check):
    """Point at where a paper passes the most its profile allows, or at the end of one that stays below the least.

    Counted as Word counts (字数): a character each, a number or Latin word once. In doubt the author is believed: of a
    paper that may be too short every digit counts.
    """

    own: ClassVar[tuple[str, ...]] = ("limit",)

    limit: Literal["most", "least"] = "most"

    def applies(self, draft: Draft) -> bool:
        """Return whether the profile has such a limit."""
        return self._number(draft) > 0

    def _number(self, draft: Draft) -> int:
        return draft.profile.limits.get("max-characters" if self.limit == "most" else "min-characters", 0)

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit at most."""
        number, source = self._number(draft), draft.profile.limits_source
        pattern = _WORD if self.limit == "most" else r"\S"
        counted = list(compiled(pattern).finditer(draft.reading.text, *draft.range))
        if len(counted) > number if self.limit == "most" else len(counted) < number:
            demanded = Requirement(source, draft.profile.source) if source else None
            values = {"count": len(counted), "limit": number}
            yield Hit(draft.span(self._place(draft, counted, number)), values, requirement=demanded)

    def _place(self, draft: Draft, counted: list[Match[str]], number: int) -> Range:
        if self.limit == "most":
            start = counted[number].start()
            end = draft.reading.text.find("\n", start, draft.range.end)
            return Range(start, end if end >= 0 else counted[-1].end())
        end = counted[-1].end() if counted else draft.range.end
        return Range(end, end)
