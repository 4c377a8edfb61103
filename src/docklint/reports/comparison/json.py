"""A comparison as the JSON of the contract, version 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docklint.comparison import STATES, ComparedFinding, Comparison, TextEdit, Version
from docklint.fingerprints import Fingerprints
from docklint.reports.encoding import encode
from docklint.reports.imprint import tool
from docklint.reports.json import SCHEMA_VERSION, finding_entry, profile_entry
from docklint.reports.location import Locator
from docklint.rules import Finding
from docklint.spans import Span
from docklint.texts import Texts


def render(comparison: Comparison, texts: Texts, exit_code: int) -> Iterator[str]:
    """Yield the report, a finding and an edit a line."""
    old, new = _Side(comparison.old, texts), _Side(comparison.new, texts)
    head = {"schema_version": SCHEMA_VERSION, "tool": tool(), "old": old.file(), "new": new.file()}
    yield f'{encode(head)[:-1]}, "findings": ['
    yield from _lines(_finding(each, old, new) for each in comparison.findings)
    yield '], "edits": ['
    yield from _lines(_edit(each, old, new) for each in comparison.edits)
    summary: dict[str, int] = {state: len(comparison.of(state)) for state in STATES}
    summary |= {"edits": len(comparison.edits), "unasked": len(comparison.unasked)}
    yield f'], "summary": {encode(summary)}, "exit_code": {exit_code}}}\n'


class _Side:
    """One version, asked for the entries of its findings and places."""

    def __init__(self, version: Version, texts: Texts) -> None:
        assert version.result.document is not None
        self._result, self._texts = version.result, texts
        self._locator = Locator(version.result.document)
        self._fingerprints = Fingerprints(version.drafts)

    def file(self) -> dict[str, Any]:
        """Return what this version is and what was said of it."""
        result, verdict = self._result, self._result.verdict
        return {
            "path": result.path,
            "profile": profile_entry(result, self._texts),
            "verdict": verdict.word,
            "verdict_reasons": [reason.told_in(self._texts) for reason in verdict.reasons],
            "truncated": dict(result.unlisted(with_suppressed=True)),
        }

    def finding(self, finding: Finding | None) -> dict[str, Any] | None:
        """Return the contract's `finding`."""
        return finding_entry(finding, self._locator, self._texts) if finding else None

    def location(self, span: Span | None) -> dict[str, Any] | None:
        """Return the contract's `location`."""
        if span is None:
            return None
        return self._locator.location(span, self._fingerprints.heading_path(Span(span.start, span.start)))


def _finding(compared: ComparedFinding, old: _Side, new: _Side) -> dict[str, Any]:
    return {"state": compared.state, "old": old.finding(compared.old), "new": new.finding(compared.new)}


def _edit(edit: TextEdit, old: _Side, new: _Side) -> dict[str, Any]:
    places = {"old": old.location(edit.old), "new": new.location(edit.new)}
    return {"kind": edit.kind, **places, "asked": edit.asked, "slight": edit.slight}


def _lines(entries: Iterator[dict[str, Any]]) -> Iterator[str]:
    between = "\n"
    for entry in entries:
        yield between + encode(entry)
        between = ",\n"
