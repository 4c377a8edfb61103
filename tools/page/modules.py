"""Which modules of the standard library the page takes: what a run leaves behind that does everything.

The run imports all of docklint's modules that go in and whatever these import late, checks drafts, reads and writes Word
files, settings and notices, and makes every mistake a session can make.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.check import ROOT
from tools.page import compiling, sources
from tools.page.payload import archive

ABSENT = ("typer", "rich", "regex", "lxml", "docx", "xlsxwriter", "docklint.cli", "tools", "hatchling")
ENCODINGS = (
    *("ascii", "latin_1", "iso8859_1", "cp1252", "cp437", "utf_8", "utf_8_sig"),
    *("utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "gb2312", "gbk", "gb18030"),
)
"""Encodings of drafts, of parts of Word files and of names in archives: no run shows them all."""
RUN = """
import os, shutil, sys
sys.path[:0] = ["/work/lib", "/work"]
sys.dont_write_bytecode = True
import importlib, json
for name in open("/work/imports.txt").read().split():
    try:
        importlib.import_module(name)
    except ImportError as error:
        print("absent", name, error)
import everything
everything.run("/work/samples")
import traceback
try:
    1 / 0
except Exception:
    traceback.format_exc()
roots = {path for path in sys.path if path.endswith(".zip")}
found = set()
for module in list(sys.modules.values()):
    file = getattr(module, "__file__", None) or ""
    for root in roots:
        if file.startswith(root + "/"):
            found.add(file[len(root) + 1:].removesuffix("c"))
open("/work/found.txt", "w").write("\\n".join(sorted(found)))
"""


def used(place: Path) -> list[str]:
    """Run everything in the Pyodide at `place`; return the paths of the modules in its archive.

    Raises `RuntimeError` if the run fails.
    """
    with TemporaryDirectory() as folder:
        work = Path(folder)
        given = sources.docklint()
        for name, data in given.items():
            path = work / "lib" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        (work / "imports.txt").write_text("\n".join(imports(given)), "utf-8")
        (work / "everything.py").write_bytes(Path(__file__).with_name("everything.py").read_bytes())
        samples(work / "samples")
        told = compiling.run(place, work, RUN)
        if not (work / "found.txt").is_file():
            raise RuntimeError(told)
        found = (work / "found.txt").read_text("utf-8").split()
    return sorted({*found, *(f"encodings/{name}.py" for name in ENCODINGS)})


def archive_of(place: Path) -> bytes:
    """Return Pyodide's archive with the listed modules alone, as source."""
    return archive(sources.standard_library(place))


def samples(folder: Path) -> None:
    """Copy the drafts that the run checks."""
    folder.mkdir(parents=True)
    wanted = (*ROOT.glob("examples/*.*"), *ROOT.glob("tests/drafts/*.txt"))
    for path in wanted:
        if path.suffix in (".docx", ".txt"):
            (folder / path.name).write_bytes(path.read_bytes())


def imports(given: Mapping[str, bytes]) -> list[str]:
    """Return every module that some module imports, late or not, and all of these themselves."""
    names = {name for place, data in given.items() if place.endswith(".py") for name in _of(place, data)}
    return sorted(name for name in names if not name.startswith(ABSENT))


def _of(place: str, data: bytes) -> Iterator[str]:
    yield place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    for node in ast.walk(ast.parse(data)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
