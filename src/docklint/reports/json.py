"""The JSON of the contract, version 1. One file a line, so that a folder's report streams and diffs well."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.document import Document
from docklint.readers import format_of
from docklint.reports import Format
from docklint.reports.encoding import encode
from docklint.reports.imprint import tool
from docklint.reports.location import Locator
from docklint.reports.words import related_words, unread_words
from docklint.results import BY_NOTICE, FileResult, Run, Summary
from docklint.rules import Finding, Fix, Related
from docklint.texts import Texts
from docklint.typed import Any
from docklint.verdict import WORDS

SCHEMA_VERSION = 1


class JsonReport(Format):
    """The report piece by piece; it is sound JSON once the last piece is out."""

    _between = "\n"

    def begin(self, run: Run) -> Iterator[str]:
        """Yield the head."""
        yield f'{{"schema_version": {SCHEMA_VERSION}, "tool": {encode(tool())}, "files": ['

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield one element of `files`."""
        yield self._between + encode(file_entry(result, self.options.texts))
        self._between = ",\n"

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield the summary."""
        exit_code = self.options.exit_status(summary)
        skipped = encode(skipped_entries(summary, self.options.texts))
        totals = encode(counts(summary))
        yield f'\n], "skipped": {skipped}, "summary": {totals}, "exit_code": {exit_code}}}\n'


def file_entry(result: FileResult, texts: Texts) -> dict[str, Any]:
    """Return one element of `files`; its keys stand in the contract's order."""
    document = result.document
    return {
        "path": result.path,
        "format": document.format if document else format_of(result.path),
        "encoding": document.encoding if document else None,
        "converted": bool(document and document.converted),
        "status": "failed" if result.error else "checked",
        "error": {"code": result.error.code, "message": result.error.text.told_in(texts)}
        if result.error
        else None,
        "profile": profile_entry(result, texts),
        "papers": result.papers if document else 0,
        "coverage": _coverage(document, result.coverage.has_structure, texts),
        "rules": dict(result.statuses),
        "findings": list(_findings(result, texts)),
        **({"truncated": result.unlisted(with_suppressed=True)} if result.omitted else {}),
        "notices": counts(Summary().plus(result))["notices"],
        "summary": _file_counts(result),
        "verdict": result.verdict.word,
        "verdict_reasons": [reason.told_in(texts) for reason in result.verdict.reasons],
    }


def profile_entry(result: FileResult, texts: Texts) -> dict[str, Any] | None:
    """Return the profile and who chose it; None for a file that failed."""
    profile = result.profile
    if profile is None:
        return None
    title = profile.title_in(texts.lang)
    entry = {"id": profile.id, "title": title, "chosen_by": result.chosen_by}
    # A notice is named by an option, too: that is one of the three words the contract has.
    return {**entry, "chosen_by": "option", "notice": True} if result.chosen_by == BY_NOTICE else entry


def _coverage(document: Document | None, has_structure: bool, texts: Texts) -> dict[str, Any]:
    if document is None:
        return {"read": [], "unread": [], "structure": False}
    unread = [
        {"part": each.part, "reason": each.reason, "message": unread_words(each.reason, texts)}
        for each in document.unread
    ]
    return {"read": list(document.read), "unread": unread, "structure": has_structure}


def _findings(result: FileResult, texts: Texts) -> Iterator[dict[str, Any]]:
    if result.document is None or not result.findings:
        return
    locator = Locator(result.document)
    for finding in result.findings:
        yield finding_entry(finding, locator, texts)


def finding_entry(finding: Finding, locator: Locator, texts: Texts) -> dict[str, Any]:
    """Return the contract's `finding`."""
    suppressed = finding.suppressed
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "data": dict(finding.data),
        "help": finding.help,
        "location": locator.location(finding.span, finding.heading_path),
        "related": [_related(each, locator, texts) for each in finding.related],
        "fix": _fix(finding.fix) if finding.fix else None,
        "fingerprint": finding.fingerprint,
        "suppressed": {"kind": suppressed.kind, "reason": suppressed.reason} if suppressed else None,
        "requirement": finding.requirement._asdict() if finding.requirement else None,
    }


def _related(related: Related, locator: Locator, texts: Texts) -> dict[str, Any]:
    location = locator.location(related.span, related.heading_path)
    return {
        "role": related.role,
        "message": related_words(related.role, location["quote"], texts),
        "location": location,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"offset": span.start, "end_offset": span.end, "text": text} for span, text in fix.edits]
    return {"safety": fix.safety, "title": fix.title, "edits": edits}


def _file_counts(result: FileResult) -> dict[str, int]:
    all_counts = counts(Summary().plus(result))
    return {key: all_counts[key] for key in ("error", "warning", "info", "suppressed")}


def counts(summary: Summary) -> dict[str, Any]:
    """Return the contract's `summary`."""
    keys = ("files", "failed", "error", "warning", "info", "suppressed")
    return {
        **{key: getattr(summary, key) for key in keys},
        "notices": sum(summary.notices.values()),
        "verdicts": {word: summary.verdicts.get(word, 0) for word in WORDS},
    }


def skipped_entries(summary: Summary, texts: Texts) -> list[dict[str, str]]:
    """Return the contract's `skipped`."""
    return [{"path": each.path, "reason": each.reason.told_in(texts)} for each in summary.skipped]
