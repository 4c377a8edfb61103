"""GitLab's Code Quality report: a JSON array of issues, each with a fingerprint of its own.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from docklint.neutral import safe
from docklint.reports import Format, ReportOptions
from docklint.reports.encoding import encode
from docklint.reports.entries import Entry, live, requirement_of, unlisted
from docklint.reports.json import file_entry, skipped_entries
from docklint.reports.paths import in_project
from docklint.reports.verdicts import unchecked
from docklint.results import FileResult, Summary
from docklint.texts import Texts

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitlabReport(Format):
    """The array, an issue a line; a file that failed is a blocker."""

    def __init__(self, options: ReportOptions) -> None:
        super().__init__(options)
        self._between = "[\n"
        self._seen: Counter[str] = Counter()

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield the issues of one file."""
        yield from map(self._told, _issues(file_entry(result, self.options.texts), self.options.texts))

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield what was passed over, and close the array."""
        for each in skipped_entries(summary, self.options.texts):
            told = self.options.texts("skipped.verdict", reason=each["reason"])
            yield self._told(_note(in_project(each["path"]), "skipped", told))
        yield "[]\n" if self._between == "[\n" else "\n]\n"

    def _told(self, issue: Entry) -> str:
        issue = {**issue, "fingerprint": _unique(issue["fingerprint"], self._seen)}
        told = self._between + encode(issue)
        self._between = ",\n"
        return told


def _issues(entry: Entry, texts: Texts) -> Iterator[Entry]:
    path = in_project(entry["path"])
    if error := entry["error"]:
        yield _issue(path, error["code"], error["message"], severity="blocker", fingerprint=error["code"])
    for finding in live(entry):
        yield _finding(path, finding, texts)
    for told in unlisted(entry, texts):
        yield _note(path, "truncated", told)
    if told := unchecked(entry, texts):
        yield _note(path, "unchecked", told)


def _note(path: str, kind: str, told: str) -> Entry:
    """Return what is to be said of the file as a whole; it stays the same issue however it is worded."""
    return _issue(path, kind, told, severity="info", fingerprint=kind)


def _finding(path: str, finding: Entry, texts: Texts) -> Entry:
    location = finding["location"]
    message = f"{finding['code']} {finding['message']}"
    issue = _issue(
        path,
        finding["code"],
        message,
        severity=_SEVERITIES[finding["severity"]],
        fingerprint=finding["fingerprint"],
        lines=(location["line"], location["end_line"]),
    )
    body = "\n\n".join(safe(each) for each in (requirement_of(finding, texts), finding["help"]) if each)
    return {**issue, "content": {"body": body}} if body else issue


def _issue(
    path: str, check: str, told: str, *, severity: str, fingerprint: str, lines: tuple[int, int] = (1, 1)
) -> Entry:
    return {
        "type": "issue",
        "engine_name": "docklint",
        "check_name": check,
        "description": safe(told),
        "severity": severity,
        "fingerprint": f"{path}\0{fingerprint}",
        "location": {"path": path, "lines": {"begin": lines[0], "end": lines[1]}},
    }


def _unique(identity: str, seen: Counter[str]) -> str:
    """Return a fingerprint that no other issue of the report has: it is unique in a file, and the path is in it."""
    seen[identity] += 1
    return sha256(f"{identity}\0{seen[identity]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
