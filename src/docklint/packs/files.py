"""Where packs lie and how their bytes become tables."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator

from docklint.packs.parse import Unparsable, toml
from docklint.packs.table import Faults, Table
from docklint.prepared import fingerprint, prepared
from docklint.texts import Text
from docklint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

LIMIT_MB = 1
"""The largest TOML file that is read, in units of 1024 × 1024 bytes."""
PREPARED = "docklint.packs.prepared"
"""The module that building a wheel adds: what its TOML files parse to, by their contents."""


def packs(folders: Iterable[Path], faults: Faults) -> Iterator[Path]:
    """Return the pack files of `folders` in the order of their names; a folder that is none is a fault."""
    for folder in folders:
        if os.path.isdir(folder):
            yield from (path for path in _toml(folder) if not is_lexicon(path))
        else:
            faults.add(str(folder), "", Text("fault.no-folder"))


def lexicons(folders: Iterable[Path]) -> Iterator[Path]:
    """Return the lexicons of those folders that have any, in the order of their names."""
    return (path for folder in folders if os.path.isdir(folder) for path in _toml(folder) if is_lexicon(path))


def is_lexicon(path: Path) -> bool:
    """Return whether a pack file holds words and no rules: `lexicon.toml`, and `lexicon-….toml` for more of them."""
    return path.stem.partition("-")[0] == "lexicon"


def profiles(folders: Iterable[Path]) -> Iterator[Path]:
    """Return the files in the `profiles` folders of `folders`, in the order of their names."""
    inside = (folder / "profiles" for folder in folders)
    return (path for folder in inside if os.path.isdir(folder) for path in _toml(folder))


def table(path: Path, faults: Faults, samples: bool = False) -> Table:
    """Parse one TOML file (UTF-8, with or without BOM); what is no TOML is a fault and an empty table.

    Without `samples` the examples of rules may be absent.
    """
    data = bytes_of(path, faults)
    ready = None if samples else prepared(PREPARED).get(fingerprint(data))
    return Table(parsed(data, path, faults) if ready is None else ready, str(path), "", faults)


def bytes_of(path: str | Path, faults: Faults, limit_mb: int = LIMIT_MB) -> bytes:
    """Read a file of settings; a fault and nothing if that cannot be done.

    A pipe or a device is not opened: reading it might never end.
    """
    try:
        unfit = _unfit(os.stat(path), limit_mb)
        if unfit is None:
            with open(path, "rb") as file:
                return file.read()
        faults.add(str(path), "", unfit)
    except OSError as error:
        # Late: only who fails needs the words for it.
        from docklint.error_texts import of_system

        faults.add(str(path), "", Text("fault.unreadable", reason=of_system(error)))
    return b""


def text_of(data: bytes, path: str | Path, faults: Faults) -> str:
    """Decode UTF-8, with or without BOM; a fault and nothing if it is none."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        faults.add(str(path), "", Text("fault.not-utf8", offset=error.start))
        return ""


def parsed(data: bytes, path: str | Path, faults: Faults) -> dict[str, Any]:
    """Parse TOML; a fault and an empty table if it is none."""
    try:
        return toml(text_of(data, path, faults))
    except Unparsable as error:
        faults.add(str(path), "", error.text)
        return {}


def _unfit(status: os.stat_result, limit_mb: int) -> Text | None:
    """Say why a file is not even opened, if it is not."""
    if stat.S_ISDIR(status.st_mode):
        return Text("fault.folder")
    if not stat.S_ISREG(status.st_mode):
        return Text("fault.device")
    if status.st_size > limit_mb * 2**20:
        return Text("fault.too-large", limit=limit_mb)
    return None


def _toml(folder: Path) -> list[Path]:
    return [folder / name for name in sorted(os.listdir(folder), key=_stem) if name.endswith(".toml")]


def _stem(name: str) -> str:
    return name.removesuffix(".toml")
