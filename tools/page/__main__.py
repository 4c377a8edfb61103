"""Build the page; see the package's own words."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED

from tools.check import ROOT
from tools.page import assemble, compiling, modules, sources
from tools.page.licences import licences
from tools.page.payload import archive, packed, payload
from tools.page.pyodide import LOCK, NoPyodide, folder

NAME = "docklint.html"
LIMIT_MB = 8
"""In units of 1,000,000 bytes: what a mail gateway lets pass, and a cautious administrator opens."""


def main(arguments: Sequence[str]) -> int:
    """Write the page and its zip; return the status: 1 if it cannot be built here, 2 for what is no option."""
    parser = argparse.ArgumentParser(prog="python -m tools.page", description="Build the one-file page.")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="the folder it is written to")
    parser.add_argument("--pyodide", type=Path, help="a folder with the unpacked npm package")
    parser.add_argument(
        "--plain", action="store_true", help="modules as source: needs no node, starts slower"
    )
    parser.add_argument(
        "--modules", action="store_true", help="find out anew what of the standard library goes in"
    )
    given = parser.parse_args(arguments)
    try:
        place = folder(given.pyodide)
        if given.modules:
            sources.LIST.write_text("".join(f"{name}\n" for name in modules.used(place)), "utf-8")
            return 0
        built = build(place, plain=given.plain)
    except (NoPyodide, RuntimeError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path in write(built, given.output):
        sys.stdout.write(f"{path}: {path.stat().st_size / 10**6:.2f} MB\n")
    return 0


def build(place: Path, *, plain: bool = False) -> str:
    """Return the page, made with the Pyodide at `place`. Raises `RuntimeError` without node, unless it is to be `plain`."""
    if not plain and compiling.node() is None:
        raise RuntimeError("node is not here to compile the modules; --plain does without")
    files = {f"lib/{name}": data for name, data in sources.docklint().items()}
    library = sources.standard_library(place)
    if not plain:
        compiled = compiling.compiled(
            place,
            {**files, **{f"std/{name}": data for name, data in library.items()}},
            ROOT / "hatch_build.py",
        )
        library = {name[4:]: data for name, data in compiled.items() if name.startswith("std/")}
        files = {name: data for name, data in compiled.items() if name.startswith("lib/")}
    inside = {
        "pyodide.asm.wasm": (place / "pyodide.asm.wasm").read_bytes(),
        "python_stdlib.zip": archive(library),
        "lock.json": json.dumps(LOCK).encode(),
        **files,
    }
    return assemble.assembled(packed(assemble.glued(place).encode()), payload(inside), licences())


def write(page: str, output: Path) -> tuple[Path, Path]:
    """Write the page, and a zip of it, since mail gateways strip .html. Raises `RuntimeError` if it is too large."""
    data = page.encode()
    if len(data) > LIMIT_MB * 10**6:
        raise RuntimeError(f"the page has {len(data) / 10**6:.2f} MB, more than {LIMIT_MB}")
    output.mkdir(parents=True, exist_ok=True)
    html, package = output / NAME, output / f"{NAME}.zip"
    html.write_bytes(data)
    package.write_bytes(archive({NAME: data}, ZIP_DEFLATED))
    return html, package


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
