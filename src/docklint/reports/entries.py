"""Results as the JSON tells them, for the formats that tell the same in another form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docklint.reports.words import requirement_words
from docklint.rules import Severity, is_notice
from docklint.texts import Texts

Entry = dict[str, Any]
"""One element of the contract's `files`, or one of its findings."""


def live(entry: Entry) -> list[Entry]:
    """Return the findings of a file that count."""
    return [finding for finding in entry["findings"] if finding["suppressed"] is None]


def unlisted(entry: Entry, texts: Texts) -> Iterator[str]:
    """Yield a sentence for each rule of which a file has more findings than are listed."""
    for code, count in entry.get("truncated", {}).items():
        yield texts("report.more", code=code, count=count)


def worst_first(findings: Iterable[Entry]) -> list[Entry]:
    """Sort findings by severity; within one they keep their order."""
    return sorted(findings, key=lambda finding: Severity(finding["severity"]).rank)


def is_demanded(finding: Entry) -> bool:
    """Return whether an author has to deal with a finding before the paper is handed in."""
    return not is_notice(finding["code"]) and Severity(finding["severity"]) is not Severity.INFO


def place(finding: Entry) -> str:
    """Return `line:column` of a finding, or of a related place."""
    return f"{finding['location']['line']}:{finding['location']['column']}"


def requirement_of(finding: Mapping[str, Any], texts: Texts) -> str:
    """Return what a finding rests on in a sentence; empty if its profile does not tell."""
    requirement = finding.get("requirement")
    return requirement_words(**requirement, texts=texts) if requirement else ""
