"""Where packs lie and how their bytes become tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from docklint.packs.table import Faults, Table

_HEADER = "\n[[rule"


def builtin() -> Path:
    """Give the folder of the rules that ship with docklint.

    A wheel carries them inside the package; a checkout (and an editable install, whose site-packages hold a
    stale copy that is never read) keeps them at the top of the tree.
    """
    packaged = Path(__file__).parent.parent / "builtin"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "rules"


def packs(folders: Iterable[Path], faults: Faults) -> Iterator[Path]:
    """Give the pack files of `folders` in the order of their names; a folder that is none is a fault."""
    return (path for folder in folders for path in _files(folder, faults) if path.name != "lexicon.toml")


def lexicons(folders: Iterable[Path]) -> Iterator[Path]:
    """Give the `lexicon.toml` of those folders that have one."""
    return (path for folder in folders if (path := folder / "lexicon.toml").is_file())


def profiles(folders: Iterable[Path]) -> Iterator[Path]:
    """Give the files in the `profiles` folders of `folders`, in the order of their names."""
    return (path for folder in folders for path in sorted((folder / "profiles").glob("*.toml"), key=_stem))


def table(path: Path, faults: Faults, samples: bool = True) -> Table:
    """Parse one TOML file (UTF-8, with or without BOM); what is no TOML is a fault and an empty table.

    Without `samples` the examples of rules are not parsed: they are half of every pack and only the rule
    tester and `explain` read them.
    """
    text = _text(path, faults)
    return Table(_parsed(text if samples else _without_samples(text), path, faults), str(path), "", faults)


def _files(folder: Path, faults: Faults) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(folder.glob("*.toml"))
    else:
        faults.add(str(folder), "", "没有这个文件夹", "no such folder")


def _without_samples(text: str) -> str:
    """Leave out the tables `[[rule.bad]]` and `[[rule.good]]`; those of a rule itself stand before them."""
    first, *others = text.split(_HEADER)
    return _HEADER.join([first, *(piece for piece in others if piece.startswith("]]"))])


def _stem(path: Path) -> str:
    return path.stem


def _text(path: Path, faults: Faults) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        faults.add(str(path), "", f"无法读取：{reason}", f"cannot be read: {reason}")
    except UnicodeDecodeError as error:
        faults.add(str(path), "", f"第 {error.start} 字节处不是 UTF-8", f"byte {error.start} is not UTF-8")
    return ""


def _parsed(text: str, path: Path, faults: Faults) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.add(str(path), "", f"不是正确的 TOML：{error}", f"not sound TOML: {error}")
    return {}
