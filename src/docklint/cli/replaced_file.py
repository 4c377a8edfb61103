"""A file that takes the place of another at once, or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import IO, Self

from docklint.cli.writing import told, utf8
from docklint.errors import SetupError

HIDDEN = ".docklint-"
"""How the file that is to take the place of another begins; nobody sees it but after a run that was killed."""
_numbers = count()


class ReplacedFile:
    """A file that takes its place when it is complete; devices and pipes are written to where they are."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._target = Path(os.path.realpath(output))
        # Renaming would put a file in the place of /dev/null, /dev/stdout or a pipe.
        self._in_place = self._target.exists() and not self._target.is_file()
        # Numbered: a run may write several files into one folder.
        self._unfinished = self._target.with_name(f"{HIDDEN}{os.getpid()}-{next(_numbers)}.tmp")

    def __enter__(self) -> Self:
        with told(self._output):
            if self._in_place:
                self._file = open(self._target, "wb")
            else:
                _clear_away(self._target.parent)
                self._file = open(self._unfinished, "xb")
                _lock(self._file)
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            with told(self._output):
                self._file.close()
                if kind is None and not self._in_place:
                    self._take_place()
        finally:
            if not self._in_place:
                self._unfinished.unlink(missing_ok=True)

    def put(self, pieces: Iterable[str]) -> None:
        """Write what is there so far."""
        self.put_bytes(utf8("".join(pieces)))

    def put_bytes(self, data: bytes) -> None:
        """Write bytes as they are."""
        with told(self._output):
            self._file.write(data)

    def _take_place(self) -> None:
        """Put the complete file where the old one is; who may read and write that stays."""
        with suppress(FileNotFoundError):
            os.chmod(self._unfinished, stat.S_IMODE(os.stat(self._target).st_mode))
        try:
            os.replace(self._unfinished, self._target)
        except PermissionError as error:
            # Windows lets nobody replace a file that a program has open, as Word keeps its documents.
            if hasattr(error, "winerror") and self._target.exists():
                raise SetupError("setup.copy-open", output=self._output) from error
            raise


def _clear_away(folder: Path) -> None:
    """Delete what runs that were killed have left in a folder; what a run still writes to is locked."""
    for left in folder.glob(f"{HIDDEN}*.tmp"):
        # One that another run has finished or cleared away meanwhile is gone, and one that it still has stays.
        with suppress(OSError):
            with open(left, "rb+") as file:
                _lock(file)
            left.unlink()


def _lock(file: IO[bytes]) -> None:
    """Lock a file of ours against being cleared away. Raises `OSError` if somebody else has locked it."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        # Windows: there nobody deletes a file that is open.
        return
    flock(file, LOCK_EX | LOCK_NB)
