"""Where a changed draft goes: a copy beside it, or its own place, and what it must never take the place of."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from docklint.cli.overwriting import WORD
from docklint.cli.replaced_file import ReplacedFile
from docklint.cli.writing import told
from docklint.errors import SetupError
from docklint.readers import is_word_name
from docklint.runner.targets import STDIN

_SUFFIXES = {"docx": ".docx", "text": ".txt"}
"""What a copy of a draft without a name should be called."""


def refuse_output(output: Path, draft: str, format: str, force: bool) -> None:
    """Raise `SetupError` if a changed copy of a draft must not be written to `output`.

    `format`: the draft's, `docx` or `text`. `force`: an existing file may go, though never the draft.
    """
    if not _fits(output.suffix.lower(), Path(draft).suffix.lower(), format):
        raise SetupError("setup.copy-suffix", output=output, suffix=Path(draft).suffix or _SUFFIXES[format])
    refuse_open(output)
    if not os.path.exists(output):
        return
    if draft != STDIN and os.path.exists(draft) and os.path.samefile(output, draft):
        raise SetupError("setup.copy-over-draft", output=output)
    if os.path.isfile(output) and not force:
        raise SetupError("setup.copy-exists", output=output)


def refuse_open(output: Path) -> None:
    """Refuse a file that Word or WPS has open: beside it lies an owner file, whose name lacks two characters or none."""
    owners = (output.with_name(f"~${name}") for name in (output.name, output.name[2:]) if name)
    if any(os.path.exists(owner) for owner in owners):
        raise SetupError("setup.copy-open", output=output)


def _fits(suffix: str, drafts: str, format: str) -> bool:
    """Say whether a copy may be called so: a Word file keeps its suffix, which says what it is; text is no Word file."""
    if format == "docx":
        return suffix == drafts if drafts else is_word_name(f"copy{suffix}")
    return suffix not in WORD


def holds(output: Path, data: bytes) -> bool:
    """Say whether a file is there that holds these very bytes: to write them again replaces nothing."""
    try:
        return output.stat().st_size == len(data) and output.read_bytes() == data
    except OSError:
        return False


def refuse_in_place(draft: str, format: str) -> None:
    """Raise `SetupError` if a draft must not be changed where it lies."""
    if draft == STDIN:
        raise SetupError("setup.in-place-stdin")
    if format == "docx":
        raise SetupError("setup.in-place-word")
    if not os.access(draft, os.W_OK):
        raise SetupError("setup.in-place-forbidden", file=draft)


def write_copy(output: Path, data: bytes) -> None:
    """Write the bytes of a draft to `output`, all at once. Raises `SetupError` if that cannot be done."""
    with _ReplacedDraft(output) as file:
        file.put_bytes(data)


def write_in_place(draft: Path, data: bytes) -> None:
    """Put other bytes into a draft, all at once; who may read and write it stays. Raises `SetupError` likewise."""
    with _ReplacedDraft(draft) as file:
        file.put_bytes(data)
        file.allow_as(draft)


class _ReplacedDraft(ReplacedFile):
    """A draft that takes its place when it is complete."""

    def put_bytes(self, data: bytes) -> None:
        """Write all of it."""
        with told(self._output):
            self._file.write(data)
            self._file.flush()
            os.fsync(self._file.fileno())

    def allow_as(self, other: Path) -> None:
        """Give the file the permissions of another."""
        with told(self._output):
            os.chmod(self._unfinished, stat.S_IMODE(os.stat(other).st_mode))
