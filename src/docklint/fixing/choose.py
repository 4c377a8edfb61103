"""Which of the proposed fixes are made together: those that do not touch the same characters."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from docklint.rules import Edit, Finding, Fix
from docklint.spans import Span
from docklint.values import Value


class ChosenFixes(Value):
    """What is made of one round's proposals, in the order of the text; findings with the same fix share it.

    `overlapping`: their fixes touch what a chosen one touches.
    """

    chosen: tuple[Finding, ...] = ()
    overlapping: tuple[Finding, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits of all that is chosen, in order, each once."""
        return tuple(sorted({edit for each in self.chosen if each.fix for edit in each.fix.edits}))


def choose(findings: Iterable[Finding]) -> ChosenFixes:
    """Choose among findings that have a fix: the safe before the unsafe, the earlier before the later."""
    taken = _Taken()
    chosen, overlapping = list[Finding](), list[Finding]()
    for finding in sorted(findings, key=_precedence):
        assert finding.fix is not None, "asked for fixes only"
        (chosen if taken.take(finding.fix) else overlapping).append(finding)
    return ChosenFixes(tuple(sorted(chosen, key=_place)), tuple(sorted(overlapping, key=_place)))


def _precedence(finding: Finding) -> tuple[bool, Span, str]:
    assert finding.fix is not None
    return finding.fix.safety != "safe", finding.fix.edits[0].span, finding.code


def _place(finding: Finding) -> tuple[Span, str]:
    return finding.span, finding.code


class _Taken:
    """The edits chosen so far."""

    def __init__(self) -> None:
        self._edits: list[Edit] = []
        self._fixes: set[tuple[Edit, ...]] = set()

    def take(self, fix: Fix) -> bool:
        """Take all edits of a fix, or none if others touch what they touch; a fix that was taken may be taken again."""
        if fix.edits in self._fixes:
            return True
        if any(map(self._is_touched, fix.edits)):
            return False
        for edit in fix.edits:
            insort(self._edits, edit)
        self._fixes.add(fix.edits)
        return True

    def _is_touched(self, edit: Edit) -> bool:
        at = bisect_left(self._edits, edit)
        return any(edit.span.overlaps(other.span) for other in self._edits[max(at - 1, 0) : at + 1])
