"""Pyodide as npm has it: pinned by version and integrity, fetched once into a cache of the user's."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256, sha512
from pathlib import Path
from tempfile import TemporaryDirectory

VERSION = "314.0.7"
INTEGRITY = "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
"""SHA-512 of the package, as the registry tells it."""
FILES = {
    "pyodide.mjs": "6f1d60f7bf529beb300f0f47983c921d3982363640ba20af0e38efdddbc66109",
    "pyodide.asm.mjs": "f7cdc8ece80678ceb712f8e65ebe6d3a83203a180c399865f49612a051693635",
    "pyodide.asm.wasm": "cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6",
    "python_stdlib.zip": "fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a",
}
"""SHA-256 of the files that go into the page or compile what does, and of nothing else in the package."""
LOCK = {
    "info": {
        "abi_version": "2026_0",
        "arch": "wasm32",
        "platform": "emscripten_5_0_3",
        "python": "3.14.2",
        "version": VERSION,
    },
    "packages": {},
}
"""The packages it might load: none. It refuses to start with those of another version."""
BESIDE = ("package.json", "pyodide-lock.json")
"""What node wants beside them to run it."""


class NoPyodide(Exception):
    """It is not here and cannot be fetched, or is not what it ought to be."""


def folder(given: Path | None = None) -> Path:
    """Return a folder with the files, each of them as it is pinned. Raises `NoPyodide`.

    `given`: a folder with an unpacked package. Without one: what node finds, or the cache, which npm fills the first time.
    """
    if given is not None:
        return checked(given)
    cache = _cache()
    if not (cache / "package.json").is_file():
        for place in _of_node():
            return checked(place)
        _fetch(cache)
    return checked(cache)


def checked(place: Path) -> Path:
    """Return `place` back if all files are there as they are pinned. Raises `NoPyodide`."""
    for name, known in FILES.items():
        path = place / name
        if not path.is_file():
            raise NoPyodide(f"{path} is missing")
        if sha256(path.read_bytes()).hexdigest() != known:
            raise NoPyodide(f"{path} is not the one of Pyodide {VERSION}")
    return place


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "docklint" / f"pyodide-{VERSION}"


def _of_node() -> Iterator[Path]:
    """Yield where node would find the package in this version."""
    for each in os.environ.get("NODE_PATH", "").split(os.pathsep):
        place = Path(each) / "pyodide"
        told = place / "package.json"
        if each and told.is_file() and f'"version": "{VERSION}"' in told.read_text("utf-8"):
            yield place


def _fetch(place: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise NoPyodide(
            f"npm is not here to fetch pyodide {VERSION}; name a folder with the package: --pyodide"
        )
    with TemporaryDirectory() as work:
        command = [npm, "pack", f"pyodide@{VERSION}", "--pack-destination", work, "--silent"]
        ran = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False, timeout=300)
        if ran.returncode:
            raise NoPyodide(f"npm cannot fetch pyodide {VERSION}: {ran.stderr.strip()[-300:]}")
        (archive,) = Path(work).glob("*.tgz")
        if sha512(archive.read_bytes()).digest() != b64decode(INTEGRITY):
            raise NoPyodide(f"the package pyodide {VERSION} is not the one that was pinned")
        _unpack(archive, place)


def _unpack(archive: Path, place: Path) -> None:
    """Write the files of the package that are wanted; nothing else of it reaches the disk."""
    place.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as package:
        for name in (*FILES, *BESIDE):
            member = package.extractfile(f"package/{name}")
            if member is None:
                raise NoPyodide(f"the package has no {name}")
            (place / name).write_bytes(member.read())
