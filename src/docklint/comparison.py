"""What a comparison of two versions comes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from docklint.results import FileResult
from docklint.rules import Finding, Severity
from docklint.spans import Span
from docklint.structure.draft import Draft
from docklint.tuples import NamedTuple
from docklint.values import Value

State = Literal["new", "changed", "moved", "remaining", "fixed"]
STATES: tuple[State, ...] = ("new", "changed", "moved", "remaining", "fixed")
"""What became of a finding, in the order in which people want to read it."""
EditKind = Literal["added", "removed", "changed", "moved"]


class Version(Value):
    """One of the two: what was found in it, and its papers."""

    result: FileResult
    drafts: tuple[Draft, ...]

    @property
    def text(self) -> str:
        """All spans of this version refer to it."""
        return self.result.document.text if self.result.document else ""


class ComparedFinding(NamedTuple):
    """A finding and what became of it; `old` is None for a new one, `new` for one that is fixed."""

    state: State
    old: Finding | None
    new: Finding | None

    @property
    def told(self) -> Finding:
        """The finding as it stands now, or as it stood."""
        found = self.new or self.old
        assert found is not None
        return found


class TextEdit(NamedTuple):
    """What was done to one sentence. Spans: of the old and of the new text; None where there is none.

    `at`: where that is in the old text; for what was added, the blanks between its neighbours. `asked`: a finding had
    asked for it. `slight`: only blanks, the width of signs or the ordinal differ.
    """

    kind: EditKind
    old: Span | None
    new: Span | None
    at: Span
    asked: bool = False
    slight: bool = False


class Comparison(Value):
    """All findings of both versions, matched one to one, and all edits in the order of the text."""

    old: Version
    new: Version
    findings: tuple[ComparedFinding, ...]
    edits: tuple[TextEdit, ...]

    def of(self, state: State) -> Sequence[ComparedFinding]:
        """Return the findings of one state, in the order of the text."""
        return [each for each in self.findings if each.state == state]

    @property
    def unasked(self) -> Sequence[TextEdit]:
        """The edits that no finding had asked for."""
        return [each for each in self.edits if not each.asked]

    def fails(self, fail_on: str) -> bool:
        """Return whether something new is at or above a severity; `never`: nothing is."""
        if fail_on == "never":
            return False
        worst = Severity(fail_on).rank
        return any(each.told.severity.rank <= worst for each in self.of("new"))
