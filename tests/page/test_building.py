"""The page as a file: one, whole, small enough, the same every time, under a policy that lets nothing out.

Needs node and Pyodide, which `npm install pyodide` brings (NODE_PATH) or the builder fetches into its cache; skipped elsewhere.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.installing import ROOT
from tests.page.built import page_file, pyodide
from tools.page import assemble, compiling, modules, sources
from tools.page.__main__ import LIMIT_MB, build, write

ALONE = """
import importlib, sys
sys.path[:0] = ["/work/lib"]
for path in sys.path:
    sys.path_importer_cache.pop(path, None)
missing = []
for name in open("/work/imports.txt").read().split():
    try:
        importlib.import_module(name)
    except Exception as error:
        missing.append(f"{name}: {error!r}")
open("/work/missing.txt", "w").write("\\n".join(missing))
"""


@pytest.mark.thorough
def test_the_same_sources_make_the_same_bytes(tmp_path: Path) -> None:
    page = page_file().read_bytes()
    html, package = write(build(pyodide()), tmp_path)
    assert html.read_bytes() == page
    assert len(page) <= LIMIT_MB * 10**6
    with ZipFile(package) as archive:
        assert archive.read("docklint.html") == page


@pytest.mark.thorough
def test_every_module_imports_with_the_listed_part_of_the_standard_library_alone(tmp_path: Path) -> None:
    """Compiled and started as the page has it: the list is all there is."""
    place = pyodide()
    if compiling.node() is None:
        pytest.skip("no node here")
    alone = tmp_path / "pyodide"
    alone.mkdir()
    for path in place.iterdir():
        if path.is_file() and path.name != "python_stdlib.zip":
            (alone / path.name).symlink_to(path)
    (alone / "python_stdlib.zip").write_bytes(modules.archive_of(place))
    work = tmp_path / "work"
    given = sources.docklint()
    for name, data in given.items():
        (work / "lib" / name).parent.mkdir(parents=True, exist_ok=True)
        (work / "lib" / name).write_bytes(data)
    (work / "imports.txt").write_text("\n".join(modules.imports(given)), "utf-8")
    compiling.run(alone, work, ALONE)
    missing = (work / "missing.txt").read_text("utf-8").splitlines()
    left_out = {name.removesuffix("/").removesuffix(".py").replace("/", ".") for name in sources.LEFT_OUT}
    assert [line for line in missing if not line.startswith(tuple(left_out))] == []


@pytest.mark.thorough
def test_the_policy_knows_the_script_and_nothing_else() -> None:
    page = page_file().read_text("utf-8")
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = [b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    assert re.findall(r"'sha256-([^']*)'", unescape(policy)) == hashes
    for wanted in ("default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'"):
        assert wanted in unescape(policy)
    assert not re.search(r"""\s(?:src|href)\s*=\s*["']?(?:https?:|//)""", page.partition("<script")[0])


def test_every_source_of_the_page_can_be_read_at_a_sitting() -> None:
    page = ROOT / "page"
    texts = [path for path in page.rglob("*") if path.suffix in (".js", ".css", ".html", ".py", ".toml")]
    assert texts
    assert [path.name for path in texts if len(path.read_text("utf-8").splitlines()) > 300] == []


def test_the_page_has_every_place_the_builder_fills() -> None:
    html = (ROOT / "page" / "index.html").read_text("utf-8")
    assert {place: html.count(f"<!-- build:{place} -->") for place in assemble.PLACES} == dict.fromkeys(
        assemble.PLACES, 1
    )


def test_the_sources_are_those_of_the_core() -> None:
    names = sources.docklint()
    assert not [name for name in names if name.startswith(("docklint/cli/", "docklint/testing"))]
    for wanted in ("docklint/linter.py", "docklint/builtin/lexicon.toml", "page/session/session.py"):
        assert wanted in names
