"""What was found in drafts that have not changed since, so that a folder checked again is read and not judged anew.

keys      what a result depends on, in one digest
records   a result as text, and back
seal      that text, unreadable without the draft
store     the folder where it lies, which may be missing, full or spoilt

A replayed result is the one a check would give: the draft is read again, and only understanding it and running
the rules are spared. Whatever is wrong with the folder, the draft is checked as if there were none.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from docklint import readers
from docklint.cache import keys, records, seal
from docklint.cache.store import Store, place
from docklint.linter import Linter
from docklint.results import FileResult


def opened() -> Cache | None:
    """Return the user's cache, tidied once a day; None where there is no place for one."""
    folder = place()
    if folder is None:
        return None
    Store(folder).tidy()
    return Cache(folder)


class _Draft(NamedTuple):
    """The bytes of a draft, the key of its result, and that result as text if it was kept."""

    data: bytes
    key: bytes
    kept: bytes | None


class Cache:
    """Checks files, and keeps what can be kept in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._store = Store(folder)
        self._keys: dict[Linter, bytes | None] = {}

    def check(self, linter: Linter, path: str, named: bool) -> FileResult:
        """Do as `Linter.check_file` does, or replay what that gave for the same draft."""
        if not self._keeps(linter, path):
            return linter.check_file(path, named)
        return linter.guarded(path, lambda: self._checked(linter, path, named))

    def replay(self, linter: Linter, path: str, named: bool) -> FileResult | None:
        """Return the result if it was kept, or the error if the file cannot be opened; nothing is checked."""
        if not self._keeps(linter, path):
            return None
        return linter.guarded(path, lambda: self._replayed(linter, path, named))

    def _keeps(self, linter: Linter, path: str) -> bool:
        """Return whether results are kept: not of converted files, where reading is most of the work."""
        if linter not in self._keys:
            self._keys[linter] = keys.of_linter(linter)
        return self._keys[linter] is not None and _suffix(path) in readers.READERS

    def _checked(self, linter: Linter, path: str, named: bool) -> FileResult:
        draft = self._looked_up(linter, path, named)
        document = readers.parse(path, draft.data, linter.settings.revisions)
        if draft.kept:
            return records.load(draft.kept, document, linter.library)
        result = linter.check(document, named)
        text = records.dump(result, linter.library)
        if text:
            self._store.write(seal.name(draft.key), seal.seal(text, draft.key))
        return result

    def _replayed(self, linter: Linter, path: str, named: bool) -> FileResult | None:
        draft = self._looked_up(linter, path, named)
        if not draft.kept:
            return None
        document = readers.parse(path, draft.data, linter.settings.revisions)
        return records.load(draft.kept, document, linter.library)

    def _looked_up(self, linter: Linter, path: str, named: bool) -> _Draft:
        data = readers.load(path)
        known = linter.baseline.known(path)
        key = keys.of_draft(data, (_suffix(path), named, sorted(known.items())), self._keys[linter] or b"")
        sealed = self._store.read(seal.name(key))
        return _Draft(data, key, seal.unseal(sealed, key) if sealed else None)


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()
