"""The folder where records lie. Whatever goes wrong there is as if nothing had been kept.

Several runs may share it: a record appears all at once and under a name that only its own content has, so it does
not matter which run writes it or takes it away.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

VARIABLE = "DOCKLINT_CACHE_DIR"
"""The environment variable that names another folder."""
DAY = 86_400
OLD = 30 * DAY
"""Seconds after which a record that no run had a use for goes."""
MOST = 50 * 2**20
"""Bytes of all records that stay when the folder is tidied."""
LARGEST = 2**20
"""Bytes of the largest record that is kept. A draft's has some thousands."""
TAG = "CACHEDIR.TAG"
"""Tells backups that nothing here is worth keeping (https://bford.info/cachedir); its time is the last tidying's."""
_SIGNATURE = (
    b"Signature: 8a477f597d28d172789f06886806bc55\n# What docklint found; `docklint clean` empties it.\n"
)
_OURS = re.compile(r"[0-9a-f]{32}(\.result|\w*\.tmp)")


def place() -> Path | None:
    """Return the folder: the one the environment names or that of the user's caches; None if there is none."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    caches = _caches()
    return Path(caches, "docklint") if os.path.isabs(caches) else None


def _caches() -> str:
    # As platformdirs has it, whose import takes longer than checking a draft.
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    asked = os.environ.get("XDG_CACHE_HOME", "")
    return asked if os.path.isabs(asked) else os.path.expanduser("~/.cache")


class Store:
    """Records by name. Nothing here raises but `clear`."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)

    def read(self, name: str) -> bytes | None:
        """Return a record, or None."""
        path = self._path(name)
        try:
            status = os.lstat(path)
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
                return None
            with open(path, "rb") as file:
                data = file.read(LARGEST)
        except OSError:
            return None
        if not _is_recent(status.st_mtime):
            with suppress(OSError):
                os.utime(path)
        return data

    def write(self, name: str, data: bytes) -> None:
        """Keep a record, if that can be done."""
        if len(data) > LARGEST:
            return
        # No other process has this number; `mkstemp` takes as long as all the rest here.
        draft = os.path.join(self._folder, f"{name}{os.getpid()}.tmp")
        with suppress(OSError):
            self._make()
            try:
                with open(draft, "xb", opener=_for_the_user_alone) as file:
                    file.write(data)
                os.replace(draft, self._path(name))
            except FileExistsError:
                return
            except BaseException:
                with suppress(OSError):
                    os.unlink(draft)
                raise

    def tidy(self) -> None:
        """Once a day, drop the records that no run had a use for in a while, and the oldest ones of too many."""
        tag = os.path.join(self._folder, TAG)
        with suppress(OSError):
            if not _is_recent(os.stat(tag).st_mtime):
                os.utime(tag)
                self._drop(MOST)

    def clear(self) -> int:
        """Drop all records, and the folder if nothing else is in it; give their number. Raises `OSError`."""
        count = 0
        # Another run may clear it at the same time.
        with suppress(FileNotFoundError):
            for _, _, path in list(self._records()):
                with suppress(FileNotFoundError):
                    os.unlink(path)
                    count += 1
        tag = os.path.join(self._folder, TAG)
        with suppress(OSError):
            # A full disk may have left but its beginning, or nothing.
            if _SIGNATURE.startswith(Path(tag).read_bytes()):
                os.unlink(tag)
            os.rmdir(self._folder)
        return count

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, f"{name}.result")

    def _make(self) -> None:
        """Make the folder, for the user alone, unless it is there."""
        tag = os.path.join(self._folder, TAG)
        if not os.path.exists(tag):
            os.makedirs(self._folder, 0o700, exist_ok=True)
            with suppress(FileExistsError), open(tag, "xb") as file:
                file.write(_SIGNATURE)

    def _drop(self, room: int) -> None:
        now = time.time()
        for used, size, path in sorted(self._records(), reverse=True):
            room -= size
            if room < 0 or now - used > OLD:
                with suppress(OSError):
                    os.unlink(path)

    def _records(self) -> Iterator[tuple[float, int, str]]:
        """Return what is ours in the folder, with what killed runs left: when it was used, its size and its path."""
        with os.scandir(self._folder) as entries:
            for entry in entries:
                # Another run may have taken it away just now.
                with suppress(FileNotFoundError):
                    status = entry.stat(follow_symlinks=False)
                    if _OURS.fullmatch(entry.name) and stat.S_ISREG(status.st_mode):
                        yield status.st_mtime, status.st_size, entry.path


def _for_the_user_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _is_recent(moment: float) -> bool:
    """Return whether a moment was within a day; one to come, of a clock that went wrong, was not."""
    return 0 <= time.time() - moment < DAY
