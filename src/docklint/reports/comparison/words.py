"""A comparison in words, for the formats that people read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from docklint.comparison import STATES, ComparedFinding, Comparison, State, TextEdit, Version
from docklint.neutral import safe
from docklint.reports.location import Locator
from docklint.reports.words import chosen_words, person_place
from docklint.spans import Span
from docklint.texts import Texts
from docklint.tuples import NamedTuple

LONGEST = 80
"""So many characters of a sentence are shown."""


class FindingLine(NamedTuple):
    """One finding as a person reads it; `before`: where or how it was, empty where that tells nothing."""

    place: str
    severity: str
    message: str
    code: str
    before: str


class EditLine(NamedTuple):
    """One edit as a person reads it."""

    place: str
    kind: str
    old: str
    new: str


class ComparisonWords:
    """Puts the places of both versions into words."""

    def __init__(self, comparison: Comparison, texts: Texts) -> None:
        self._comparison, self._texts = comparison, texts
        self._old, self._new = _locator(comparison.old), _locator(comparison.new)

    @property
    def held_against(self) -> str:
        """Against what the new version was checked, and who chose it; empty if it was not checked."""
        result = self._comparison.new.result
        if result.profile is None:
            return ""
        title = result.profile.title_in(self._texts.lang)
        return chosen_words(result.profile.id, title, result.chosen_by, self._texts)

    @property
    def summary(self) -> str:
        """How many findings have come to what, in a sentence."""
        counts = {state: len(self._comparison.of(state)) for state in STATES}
        told = [
            self._texts(f"compare.count-{state}", count=count) for state, count in counts.items() if count
        ]
        if not told:
            return self._texts("compare.nothing-found")
        return self._texts("compare.summary", counts=self._texts("verdict.comma").join(told))

    @property
    def edits_summary(self) -> str:
        """How many edits there are, and how many nobody asked for, in a sentence."""
        edits = self._comparison.edits
        if not edits:
            return self._texts("compare.same")
        slight = sum(each.slight for each in edits)
        return self._texts("compare.edits", count=len(edits), unasked=len(self.unasked), slight=slight)

    @property
    def unasked(self) -> list[TextEdit]:
        """What nobody asked for and a reader can see in the words."""
        return [each for each in self._comparison.unasked if not each.slight]

    def unasked_lines(self) -> Iterator[EditLine]:
        """Yield what nobody asked for; sentences added, taken out or moved one after the other are one line."""
        for _, run in groupby(self.unasked, key=_run()):
            first, *others = run
            line = self.edit(first)
            more = (
                self._texts("compare.several", kind=line.kind, count=len(others) + 1) if others else line.kind
            )
            yield line._replace(kind=more, old="" if first.kind == "moved" else line.old)

    def groups(self) -> Iterator[tuple[State, list[FindingLine]]]:
        """Yield the states that some finding has, what matters most first."""
        for state in STATES:
            if found := self._comparison.of(state):
                yield state, [self.finding(each) for each in found]

    def finding(self, compared: ComparedFinding) -> FindingLine:
        """Put one finding into words."""
        told = compared.told
        place = self._place(told.span, new=compared.new is not None)
        severity = self._texts(f"report.severity-{told.severity.value}")
        return FindingLine(place, severity, safe(told.message), told.code, self._before(compared))

    def edit(self, edit: TextEdit) -> EditLine:
        """Put one edit into words."""
        span, new = (edit.new, True) if edit.new else (edit.old, False)
        assert span is not None
        kind = self._texts(f"compare.edit-{edit.kind}")
        old, now = self._words(edit.old, self._comparison.old), self._words(edit.new, self._comparison.new)
        place = self._place(span, new)
        return EditLine(place if new else self._texts("compare.in-old", place=place), kind, old, now)

    def _before(self, compared: ComparedFinding) -> str:
        if compared.old is None or compared.new is None or compared.state == "remaining":
            return ""
        if compared.state == "moved":
            return self._texts("compare.was-at", place=self._place(compared.old.span, new=False))
        return self._texts("compare.was", quote=_shortened(safe(compared.old.quote)))

    def _place(self, span: Span, new: bool) -> str:
        return person_place(span, self._new if new else self._old, self._texts)

    def _words(self, span: Span | None, version: Version) -> str:
        return _shortened(" ".join(safe(version.text[slice(*span)]).split())) if span else ""


def _run() -> Callable[[TextEdit], int]:
    """Return a key that is the same for edits of one kind that follow each other without a gap."""
    number, last = 0, None

    def key(edit: TextEdit) -> int:
        nonlocal number, last
        if last is None or edit.kind == "changed" or edit.kind != last.kind or not _follows(last, edit):
            number += 1
        last = edit
        return number

    return key


def _follows(before: TextEdit, edit: TextEdit) -> bool:
    one, other = (before.new, edit.new) if edit.new else (before.old, edit.old)
    return one is not None and other is not None and one.end == other.start


def _locator(version: Version) -> Locator:
    assert version.result.document is not None
    return Locator(version.result.document)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
