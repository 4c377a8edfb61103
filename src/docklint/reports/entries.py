"""Results as the JSON tells them, for the formats that tell the same in another form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docklint.rules import Severity
from docklint.texts import Texts

Entry = dict[str, Any]
"""One element of the contract's `files`, or one of its findings."""
DEMANDED = "warning"
"""The mildest severity that a paper is sent back for, where nothing in a run fails."""


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


def is_demanded(finding: Entry, fail_on: str) -> bool:
    """Return whether a finding has to be dealt with: it is as severe as `fail_on`, or as a warning for `never`."""
    least = Severity(DEMANDED if fail_on == "never" else fail_on)
    return Severity(finding["severity"]).rank <= least.rank


def verdict(entry: Entry, fail_on: str) -> str:
    """Return what the file's author needs to know first: `ready`, `revise`, or `failed` (not checked)."""
    if entry["status"] == "failed":
        return "failed"
    return "revise" if any(is_demanded(finding, fail_on) for finding in live(entry)) else "ready"


def place(finding: Entry) -> str:
    """Return `line:column` of a finding, or of a related place."""
    return f"{finding['location']['line']}:{finding['location']['column']}"
