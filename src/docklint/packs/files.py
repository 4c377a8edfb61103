"""Where packs lie and how their bytes become tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

from docklint.packs.table import Faults, Table

PREPARED = "docklint.packs.prepared"
"""The module that building a wheel adds: what its TOML files parse to, by their contents."""


def builtin() -> Path:
    """Give the folder of the rules that ship with docklint.

    A wheel carries them inside the package; a checkout (and an editable install, whose site-packages hold a
    stale copy that is never read) keeps them at the top of the tree.
    """
    packaged = Path(__file__).parent.parent / "builtin"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "rules"


def packs(folders: Iterable[Path], faults: Faults) -> Iterator[Path]:
    """Give the pack files of `folders` in the order of their names; a folder that is none is a fault."""
    for folder in folders:
        if folder.is_dir():
            yield from (path for path in _toml(folder) if path.name != "lexicon.toml")
        else:
            faults.add(str(folder), "", "没有这个文件夹", "no such folder")


def lexicons(folders: Iterable[Path]) -> Iterator[Path]:
    """Give the `lexicon.toml` of those folders that have one."""
    return (path for folder in folders if (path := folder / "lexicon.toml").is_file())


def profiles(folders: Iterable[Path]) -> Iterator[Path]:
    """Give the files in the `profiles` folders of `folders`, in the order of their names."""
    inside = (folder / "profiles" for folder in folders)
    return (path for folder in inside if folder.is_dir() for path in _toml(folder))


def table(path: Path, faults: Faults, samples: bool = False) -> Table:
    """Parse one TOML file (UTF-8, with or without BOM); what is no TOML is a fault and an empty table.

    Without `samples` the examples of rules may be absent.
    """
    data = _bytes(path, faults)
    ready = None if samples else _prepared().get(fingerprint(data))
    return Table(_parsed(data, path, faults) if ready is None else ready, str(path), "", faults)


def fingerprint(data: bytes) -> tuple[int, int]:
    """Tell contents apart: length in bytes and CRC-32. Enough against accidents; nobody gains by a forgery."""
    return len(data), crc32(data)


@cache
def _prepared() -> Mapping[tuple[int, int], dict[str, Any]]:
    try:
        tables: Mapping[tuple[int, int], dict[str, Any]] = import_module(PREPARED).TABLES
    except ModuleNotFoundError:
        # A checkout: nothing was built.
        return {}
    return tables


def _toml(folder: Path) -> list[Path]:
    return [folder / name for name in sorted(os.listdir(folder), key=_stem) if name.endswith(".toml")]


def _stem(name: str) -> str:
    return name.removesuffix(".toml")


def _bytes(path: Path, faults: Faults) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        faults.add(str(path), "", f"无法读取：{reason}", f"cannot be read: {reason}")
    return b""


def _parsed(data: bytes, path: Path, faults: Faults) -> dict[str, Any]:
    # Late: of what ships with a wheel nothing is parsed.
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        faults.add(str(path), "", f"第 {error.start} 字节处不是 UTF-8", f"byte {error.start} is not UTF-8")
    except tomllib.TOMLDecodeError as error:
        faults.add(str(path), "", f"不是正确的 TOML：{error}", f"not sound TOML: {error}")
    return {}
