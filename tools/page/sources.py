"""What goes into the page: docklint's modules and data, the session, and the modules of the standard library they take."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from zipfile import ZipFile

from docklint.texts import sentences
from hatch_build import modules as prepared
from hatch_build import parsed, source
from tools.check import ROOT

LEFT_OUT = (
    "docklint/__main__.py",
    "docklint/cli/",
    "docklint/testing.py",
    "docklint/runner/pool.py",
    "docklint/runner/worker.py",
    "docklint/runner/papers.py",
    "docklint/api.py",
    "docklint/catalogue.py",
    "docklint/reports/docx/",
    "docklint/reports/desk/overview_docx.py",
    "docklint/reports/desk/overview_xlsx.py",
    "docklint/schemas/",
    *(
        f"docklint/reports/{name}.py"
        for name in (
            *(
                "concise",
                "github",
                "gitlab",
                "junit",
                "xml",
                "sarif",
                "sarif_rules",
                "jsonl",
                "statistics",
                "markdown",
            ),
            *(
                "fix_diff",
                "matrix_html",
                "matrix_markdown",
                "matrix_text",
                "catalogue",
                "catalogue_json",
                "sample_pairs",
            ),
        )
    ),
    "docklint/reports/comparison/",
    "docklint/reports/desk/alike_page.py",
    "docklint/reports/desk/alike_text.py",
    "docklint/reports/desk/overview_text.py",
)
"""What needs a terminal, processes, or a library that a browser has not, and formats that a page does not offer."""
DATA = (".toml", ".css", ".js", ".txt")
LIST = ROOT / "page" / "modules.txt"
"""The modules of the standard library that go in, as paths in Pyodide's archive, one a line."""
_TABLE = re.compile(r"\[\[?[a-z][a-z0-9.-]*\]")
"""The line that begins a table, which a draft's own brackets in a sample do not."""
_CATALOGUE = re.compile(r"docklint/texts/[a-z]+\.toml")
"""The files of sentences, by their place in the page."""
NOT_PREPARED = ("docklint/packs/finished.py", "docklint/packs/prepared.py")
"""The finished library is bound to the Python that makes it, so the compiler makes it anew; what the rules' files parse to
is asked for only where own rules were dropped, and large.
"""


def docklint() -> dict[str, bytes]:
    """Return the files of docklint and the session by their place in the page, modules as source."""
    found = {
        path.relative_to(ROOT / "src").as_posix(): path.read_bytes()
        for path in _files(ROOT / "src" / "docklint")
    }
    found |= {
        f"docklint/builtin/{path.relative_to(ROOT / 'rules').as_posix()}": without_samples(path.read_bytes())
        for path in _files(ROOT / "rules")
    }
    found |= {
        path.relative_to(ROOT).as_posix(): path.read_bytes() for path in _files(ROOT / "page" / "session")
    }
    found["page/__init__.py"] = (ROOT / "page" / "__init__.py").read_bytes()
    made = {place: text.encode() for place, text in prepared(ROOT).items() if place not in NOT_PREPARED}
    kept = {place: data for place, data in found.items() if not place.startswith(LEFT_OUT)}
    return dict(sorted((kept | made | _once(kept)).items()))


def _once(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the catalogues of sentences as modules alone: their files are empty, for nobody can edit one in the page."""
    catalogues = {place: data for place, data in files.items() if _CATALOGUE.fullmatch(place)}
    empty = dict.fromkeys(catalogues, b"")
    return empty | {
        place.replace("texts/", "texts/prepared_").replace(".toml", ".py"): source(
            [(b"", sentences(data))]
        ).encode()
        for place, data in catalogues.items()
    }


def without_samples(data: bytes) -> bytes:
    """Return a pack without its comments and the examples of its rules, which no check reads and which are half of it.

    A pack in which they cannot be told by their lines stays as it is.
    """
    kept, inside = [], False
    for line in data.decode("utf-8").splitlines(keepends=True):
        if _TABLE.match(line):
            inside = line.startswith(("[[rule.bad]]", "[[rule.good]]"))
        if not inside:
            kept.append(line)
    bare = [line for line in kept if line.strip() and not line.startswith("#")]
    return next((lean for lines in (bare, kept) if (lean := _if_same(lines, data))), data)


def _if_same(lines: Iterable[str], data: bytes) -> bytes:
    """Return the lines as a file if it says the same as a pack without examples, else nothing."""
    lean = "".join(lines)
    try:
        same = tomllib.loads(lean) == parsed(data)
    except tomllib.TOMLDecodeError:
        same = False
    return lean.encode() if same else b""


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", *DATA) and path.is_file():
            yield path


def standard_library(place: Path, all_of_it: bool = False) -> dict[str, bytes]:
    """Return the modules of the standard library that go in, as source, by their path in Pyodide's archive at `place`."""
    wanted = None if all_of_it else set(LIST.read_text("utf-8").split())
    with ZipFile(place / "python_stdlib.zip") as archive:
        there = [name for name in archive.namelist() if name.endswith(".py")]
        return {name: archive.read(name) for name in sorted(there) if wanted is None or name in wanted}
