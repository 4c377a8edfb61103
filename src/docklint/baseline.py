"""A baseline: the findings of drafts as they were once accepted, so that only new ones count.

A JSON file, one finding a line. Drafts are named relative to the file's folder and findings by their fingerprint,
which edits elsewhere in the draft do not change.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from docklint.results import FileResult
from docklint.rules import Finding
from docklint.suppressions import KnownFinding
from docklint.texts import Text
from docklint.typed import TYPE_CHECKING, Any
from docklint.values import Value, as_dict, replace

if TYPE_CHECKING:
    from pathlib import Path

    from docklint.packs.table import Faults, Table

NAME = "docklint-baseline.json"
VERSION = 1
LIMIT_MB = 50
"""The largest baseline that is read, in units of 1024 × 1024 bytes."""
NEVER_KNOWN = frozenset({"DL903", "DL904"})
"""What is said of docklint's own run is no fault of a draft that could be accepted."""


class Entry(Value):
    """One accepted finding. `reason`: empty unless somebody wrote one into the file."""

    fingerprint: str
    code: str
    quote: str
    reason: str = ""


class Baseline(Value):
    """Accepted findings by draft."""

    file: Path | None = None
    files: Mapping[str, tuple[Entry, ...]] = {}

    @property
    def name(self) -> str:
        """The file's name, as a reason and in messages."""
        return self.file.name if self.file else ""

    @property
    def folder(self) -> Path:
        """Where the names of the drafts in it begin."""
        assert self.file is not None, "what is accepted is in a file"
        return self.file.parent

    def known(self, path: str) -> Mapping[str, KnownFinding]:
        """Return what was accepted in the draft at `path`, by fingerprint."""
        if not self.files:
            return {}
        entries = self.files.get(self._key(path), ())
        return {each.fingerprint: KnownFinding(each.code, each.reason or self.name) for each in entries}

    def updated(self, results: Iterable[FileResult]) -> Baseline:
        """Accept what these drafts have now; what is suppressed otherwise needs no accepting."""
        fresh = {
            self._key(result.path): tuple(self._entries(result)) for result in results if result.document
        }
        return self._with({**self.files, **fresh})

    def pruned(self, results: Iterable[FileResult]) -> Baseline:
        """Drop what these drafts no longer have, and drafts that are no longer there."""
        kept = {self._key(result.path): tuple(self._still(result)) for result in results if result.document}
        there = {key: entries for key, entries in self.files.items() if (self.folder / key).exists()}
        return self._with({**there, **kept})

    def count(self) -> int:
        """Return how many findings were accepted."""
        return sum(map(len, self.files.values()))

    def render(self) -> Iterator[str]:
        """Yield the file's text."""
        # Late, here and below: most runs have no baseline.
        import json

        yield f'{{"docklint_baseline": {VERSION}, "files": {{'
        for number, (key, entries) in enumerate(sorted(self.files.items())):
            lines = ",\n    ".join(
                _line(each) for each in sorted(entries, key=lambda e: (e.code, e.fingerprint))
            )
            yield f"{',' if number else ''}\n  {json.dumps(key, ensure_ascii=False)}: [\n    {lines}\n  ]"
        yield "\n}}\n"

    def _with(self, files: Mapping[str, tuple[Entry, ...]]) -> Baseline:
        return replace(self, files={key: entries for key, entries in files.items() if entries})

    def _key(self, path: str) -> str:
        from docklint.settings.globs import relative

        return relative(path, self.folder)

    def _entries(self, result: FileResult) -> Iterator[Entry]:
        reasons = {each.fingerprint: each.reason for each in self.files.get(self._key(result.path), ())}
        for finding in result.findings:
            if _counts(finding):
                reason = reasons.get(finding.fingerprint, "")
                yield Entry(finding.fingerprint, finding.code, finding.quote, reason)

    def _still(self, result: FileResult) -> Iterator[Entry]:
        there = {finding.fingerprint for finding in result.findings}
        for each in self.files.get(self._key(result.path), ()):
            looked = result.statuses.get(each.code) in ("passed", "findings")
            if each.fingerprint in there or not looked:
                yield each


NO_BASELINE = Baseline()


def read(file: Path) -> Baseline:
    """Read a baseline. Raises `SetupError` naming everything that is wrong with it."""
    from docklint.packs.table import Faults, Table

    faults = Faults("noun.baseline")
    table = Table(_parsed(file, faults), str(file), "", faults)
    if not faults.seen and table.rest("files") != {"docklint_baseline": VERSION}:
        faults.add(str(file), "", Text("fault.not-a-baseline"))
    files = table.table("files")
    read = Baseline(file, {key: tuple(map(_entry, files.tables(key))) for key in files.raw})
    faults.settle()
    return read


def _counts(finding: Finding) -> bool:
    otherwise = finding.suppressed is not None and finding.suppressed.kind != "baseline"
    return not otherwise and finding.code not in NEVER_KNOWN


def _line(entry: Entry) -> str:
    import json

    given = {key: value for key, value in as_dict(entry).items() if value or key != "reason"}
    return json.dumps(given, ensure_ascii=False)


def _entry(table: Table) -> Entry:
    read = Entry(
        table.text("fingerprint"), table.text("code"), table.text("quote", ""), table.text("reason", "")
    )
    table.close()
    return read


def _parsed(file: Path, faults: Faults) -> dict[str, Any]:
    from docklint.packs import parse
    from docklint.packs.files import bytes_of, text_of

    if not os.path.lexists(file):
        faults.add(str(file), "", Text("fault.no-baseline"))
        return {}
    text = text_of(bytes_of(file, faults, LIMIT_MB), file, faults)
    try:
        read = {} if faults.seen else parse.json(text)
    except parse.Unparsable as error:
        faults.add(str(file), "", error.text)
        return {}
    if isinstance(read, dict):
        return read
    faults.add(str(file), "", Text("fault.not-a-baseline"))
    return {}
