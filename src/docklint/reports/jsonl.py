"""JSON, a line a thing: each finding, then each file, at the end the summary. `type` says which it is.

A line holds what `json` says of the same thing; a finding also has the `path` of its file, a file has no
`findings`. For streams, `jq` and log collectors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import JSONEncoder
from typing import Any

from docklint.reports import ReportOptions
from docklint.reports.json import SCHEMA_VERSION, counts, file_entry, tool
from docklint.results import FileResult, Summary

_encode = JSONEncoder(ensure_ascii=False, default=str).encode


def render(results: Iterable[FileResult], view: ReportOptions) -> Iterator[str]:
    """Yield the lines as results come in."""
    summary = Summary()
    for result in results:
        summary = summary.plus(result)
        yield from _file(result, view.lang)
    end = {"tool": tool(), "summary": counts(summary), "exit_code": summary.exit_status(view.fail_on)}
    yield _line("summary", end)


def _file(result: FileResult, lang: str) -> Iterator[str]:
    entry = file_entry(result, lang)
    for finding in entry.pop("findings"):
        yield _line("finding", {"path": result.path, **finding})
    yield _line("file", entry)


def _line(kind: str, values: dict[str, Any]) -> str:
    return _encode({"schema_version": SCHEMA_VERSION, "type": kind, **values}) + "\n"
