"""GitLab's Code Quality report: a JSON array of issues, each with a fingerprint of its own.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from json import JSONEncoder

from docklint.reports import ReportOptions
from docklint.reports.entries import Entry, entries, live
from docklint.reports.paths import posix
from docklint.results import FileResult

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}
_encode = JSONEncoder(ensure_ascii=False).encode


def render(results: Iterable[FileResult], view: ReportOptions) -> Iterator[str]:
    """Yield the array, an issue a line; a file that failed is a blocker."""
    between = "[\n"
    seen: Counter[str] = Counter()
    for issue in _issues(results, view):
        issue["fingerprint"] = _unique(issue["fingerprint"], seen)
        yield between + _encode(issue)
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def _issues(results: Iterable[FileResult], view: ReportOptions) -> Iterator[Entry]:
    for entry in entries(results, view):
        path = posix(entry["path"])
        if error := entry["error"]:
            yield _issue(path, error["code"], error["message"], "blocker", error["code"], 1, 1)
        for finding in live(entry):
            yield _finding(path, finding)


def _finding(path: str, finding: Entry) -> Entry:
    location = finding["location"]
    message = f"{finding['code']} {finding['message']}"
    issue = _issue(
        path,
        finding["code"],
        message,
        _SEVERITIES[finding["severity"]],
        finding["fingerprint"],
        location["line"],
        location["end_line"],
    )
    return {**issue, "content": {"body": finding["help"]}} if finding["help"] else issue


def _issue(path: str, check: str, told: str, severity: str, fingerprint: str, begin: int, end: int) -> Entry:
    return {
        "type": "issue",
        "engine_name": "docklint",
        "check_name": check,
        "description": told,
        "severity": severity,
        "fingerprint": f"{path}\0{fingerprint}",
        "location": {"path": path, "lines": {"begin": begin, "end": end}},
    }


def _unique(identity: str, seen: Counter[str]) -> str:
    """Return a fingerprint that no other issue of the report has: it is unique in a file, and the path is in it."""
    seen[identity] += 1
    return sha256(f"{identity}\0{seen[identity]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
