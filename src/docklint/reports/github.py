"""Workflow commands of GitHub Actions: annotations at the lines of a file, the worst of all files first.

GitHub shows at most ten errors, ten warnings and ten notices of a step, and fifty annotations of a job, hence
the order. Lines and columns of a DOCX refer to `docklint text`.
https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docklint.patterns import compiled
from docklint.reports import Format, ReportOptions
from docklint.reports.entries import Entry, live, place, requirement_of, unlisted, worst_first
from docklint.reports.json import file_entry, skipped_entries
from docklint.reports.paths import in_project
from docklint.reports.verdicts import unchecked
from docklint.results import FileResult, Summary
from docklint.texts import Texts

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_DATA: dict[str, str | int | None] = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY: dict[str, str | int | None] = {**_DATA, ":": "%3A", ",": "%2C"}
_CONTROLS = compiled("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class GithubReport(Format):
    """One command for each file that failed, and at the end one for each finding that is not suppressed."""

    streams = True

    def __init__(self, options: ReportOptions) -> None:
        super().__init__(options)
        self._found: list[Entry] = []

    def file(self, result: FileResult) -> Iterator[str]:
        """Tell a file that failed, and note the findings of any other."""
        entry = file_entry(result, self.options.texts)
        path = in_project(entry["path"])
        if entry["error"]:
            yield _command("error", {"file": path, "title": "docklint"}, entry["error"]["message"])
        for told in unlisted(entry, self.options.texts):
            yield _command("notice", {"file": path, "title": "docklint"}, told)
        if told := unchecked(entry, self.options.texts):
            yield _command("notice", {"file": path, "title": "docklint"}, told)
        self._found += ({**finding, "path": path} for finding in live(entry))

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield what was passed over, and the findings of all files, the worst first."""
        for each in skipped_entries(summary, self.options.texts):
            told = self.options.texts("skipped.verdict", reason=each["reason"])
            yield _command("notice", {"file": in_project(each["path"]), "title": "docklint"}, told)
        yield from (_annotation(each, self.options.texts) for each in worst_first(self._found))


def _annotation(finding: Entry, texts: Texts) -> str:
    location = finding["location"]
    properties = {
        "file": finding["path"],
        "line": location["line"],
        **_extent(location),
        "title": f"docklint ({finding['code']})",
    }
    told = f"{finding['path']}:{place(finding)}: {finding['code']} {finding['message']}"
    because = requirement_of(finding, texts)
    return _command(
        _COMMANDS[finding["severity"]], properties, "\n".join(filter(None, (told, because, finding["help"])))
    )


def _extent(location: Entry) -> dict[str, int]:
    """Return the further properties of a place; columns count within one line only."""
    if location["line"] != location["end_line"]:
        return {"endLine": location["end_line"]}
    return {
        "col": location["column"],
        "endLine": location["end_line"],
        "endColumn": location["end_column"],
    }


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    listed = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {listed}::{_escaped(message, _DATA)}\n"


def _escaped(text: str, escapes: dict[str, str | int | None]) -> str:
    """Escape as the runner unescapes; what could drive a log viewer is dropped."""
    return _CONTROLS.sub("", text).translate(str.maketrans(escapes))
