"""SARIF 2.1.0 (OASIS Standard, 2020), for code scanning services and editors: one run, every rule described.

Lines and columns count as everywhere in docklint; a DOCX's refer to `docklint text`. There are no `charOffset`s,
since SARIF counts them in the file as it lies on the disk, byte order mark and CRLF included.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docklint import packs
from docklint.document import Document
from docklint.reports import Format, ReportOptions
from docklint.reports.encoding import encode
from docklint.reports.entries import Entry, requirement_of
from docklint.reports.imprint import tool
from docklint.reports.json import file_entry, skipped_entries
from docklint.reports.location import Locator
from docklint.reports.paths import in_project, uri
from docklint.reports.sarif_rules import LEVELS, description
from docklint.reports.verdicts import unchecked
from docklint.results import FileResult, Run, Summary
from docklint.spans import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "docklint/v1"
"""The name under which `partialFingerprints` holds the contract's `fingerprint`."""
_BASE = "%SRCROOT%"
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_TOLD = ("profile", "truncated", "verdict", "verdict_reasons")
"""What stands in the properties of a file, as in JSON."""
_KINDS = {"comment": "inSource"}


class SarifReport(Format):
    """The log: first what is known of the tool, then a result a line, then the files."""

    def __init__(self, options: ReportOptions) -> None:
        super().__init__(options)
        self._described = list((options.library or packs.load()).rules.values())
        self._rules = {rule.code: number for number, rule in enumerate(self._described)}
        self._artifacts: list[Entry] = []
        self._notes: list[Entry] = []
        self._between = "\n"

    def begin(self, run: Run) -> Iterator[str]:
        """Yield what is known of the tool."""
        language, made = _LANGUAGES[self.options.lang], tool()
        driver = {
            "name": made["name"],
            "version": made["version"],
            "semanticVersion": made["version"],
            "properties": {"rulesDay": made["rules"]},
            "language": language,
            "rules": [description(rule, self.options.texts) for rule in self._described],
        }
        head = {"tool": {"driver": driver}, "language": language, "columnKind": "unicodeCodePoints"}
        yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{encode(head)[:-1]}, "results": ['

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield the findings of one file as SARIF results, and note the file."""
        entry = file_entry(result, self.options.texts)
        file = Artifact(result.path, len(self._artifacts), result.document)
        told = {key: entry[key] for key in _TOLD if entry.get(key) is not None}
        self._artifacts.append({"location": file.place, "roles": ["analysisTarget"], "properties": told})
        if entry["error"]:
            self._notes.append(_note(file.place, "error", **entry["error"]))
        if reasons := unchecked(entry, self.options.texts):
            self._notes.append(_note(file.place, "warning", "unchecked", reasons))
        for finding in entry["findings"]:
            yield self._between + encode(self._result(finding, file))
            self._between = ",\n"

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield the files, and how it went."""
        for each in skipped_entries(summary, self.options.texts):
            told = self.options.texts("skipped.verdict", reason=each["reason"])
            self._notes.append(_note(_place(each["path"]), "warning", "skipped", told))
        yield f"\n], {encode(self._rest(self.options.exit_status(summary)))[1:]}]}}\n"

    def _rest(self, status: int) -> Entry:
        """Return the properties of the run that are known once all results are."""
        invocation: Entry = {"executionSuccessful": status < 2, "exitCode": status}
        if self._notes:
            invocation["toolExecutionNotifications"] = self._notes
        return {
            "artifacts": self._artifacts,
            "invocations": [invocation],
            "originalUriBaseIds": {_BASE: {"description": {"text": "The top folder of the project."}}},
            "newlineSequences": ["\r\n", "\n", "\r"],
        }

    def _result(self, finding: Entry, file: Artifact) -> Entry:
        code, because = finding["code"], requirement_of(finding, self.options.texts)
        result: Entry = {
            "ruleId": code,
            **({"ruleIndex": self._rules[code]} if code in self._rules else {}),
            "level": LEVELS[finding["severity"]],
            "message": {"text": " ".join(filter(None, (finding["message"], because)))},
            "locations": [file.location(finding["location"])],
            "partialFingerprints": {FINGERPRINT: finding["fingerprint"]},
            "suppressions": _suppressions(finding["suppressed"]),
        }
        if finding["related"]:
            result["relatedLocations"] = [file.related(at, one) for at, one in enumerate(finding["related"])]
        if finding["fix"] and file.is_text:
            result["fixes"] = [file.fix(finding["fix"])]
        return result


class Artifact:
    """One file, and places in it."""

    def __init__(self, path: str, index: int, document: Document | None) -> None:
        self.place = _place(path)
        self.is_text = document is not None and document.format == "text"
        self._index = index
        self._locator = Locator(document) if document else None

    def location(self, location: Entry) -> Entry:
        """Return a SARIF location for one of the contract's."""
        region = {**_region(location), "snippet": {"text": location["quote"]}}
        place: Entry = {
            "physicalLocation": {"artifactLocation": {**self.place, "index": self._index}, "region": region}
        }
        if path := location["heading_path"]:
            place["logicalLocations"] = [{"name": path[-1], "fullyQualifiedName": " > ".join(path)}]
        return place

    def related(self, number: int, related: Entry) -> Entry:
        """Return a SARIF location with the words that explain it."""
        return {"id": number, "message": {"text": related["message"]}, **self.location(related["location"])}

    def fix(self, fix: Entry) -> Entry:
        """Return a SARIF fix; only a text file is edited where the text stands."""
        replacements = [
            {"deletedRegion": self._deleted(edit), "insertedContent": {"text": edit["text"]}}
            for edit in fix["edits"]
        ]
        return {
            "description": {"text": fix["title"]},
            "artifactChanges": [{"artifactLocation": self.place, "replacements": replacements}],
        }

    def _deleted(self, edit: Entry) -> Entry:
        assert self._locator is not None
        return _region(self._locator.location(Span(edit["offset"], edit["end_offset"]), ()))


def _region(location: Entry) -> Entry:
    keys = {
        "startLine": "line",
        "startColumn": "column",
        "endLine": "end_line",
        "endColumn": "end_column",
    }
    return {sarif: location[ours] for sarif, ours in keys.items()}


def _suppressions(suppressed: dict[str, Any] | None) -> list[Entry]:
    if suppressed is None:
        return []
    kind = _KINDS.get(suppressed["kind"], "external")
    return [{"kind": kind, "status": "accepted", "justification": suppressed["reason"]}]


def _place(path: str) -> dict[str, str]:
    place = uri(in_project(path))
    return {"uri": place, **({} if place.startswith("file:") else {"uriBaseId": _BASE})}


def _note(place: dict[str, str], level: str, code: str, message: str) -> Entry:
    return {
        "level": level,
        "descriptor": {"id": code},
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": place}}],
    }
