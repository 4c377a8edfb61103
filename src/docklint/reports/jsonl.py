"""JSON, a line a thing: each finding, then each file, what was passed over, the summary. `type` says which it is.

A line holds what `json` says of the same thing; a finding also has the `path` of its file, a file has no
`findings`. For streams, `jq` and log collectors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docklint.reports import Format
from docklint.reports.encoding import encode
from docklint.reports.imprint import tool
from docklint.reports.json import SCHEMA_VERSION, counts, file_entry, skipped_entries
from docklint.results import FileResult, Summary


class JsonlReport(Format):
    """The lines, as results come in."""

    streams = True

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield the findings of a file, then the file."""
        entry = file_entry(result, self.options.texts)
        for finding in entry.pop("findings"):
            yield _line("finding", {"path": result.path, **finding})
        yield _line("file", entry)

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield the summary."""
        for skipped in skipped_entries(summary, self.options.texts):
            yield _line("skipped", skipped)
        status = self.options.exit_status(summary)
        yield _line("summary", {"tool": tool(), "summary": counts(summary), "exit_code": status})


def _line(kind: str, values: dict[str, Any]) -> str:
    return encode({"schema_version": SCHEMA_VERSION, "type": kind, **values}) + "\n"
