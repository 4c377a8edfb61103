"""Arrows point down, and what starts, starts light."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from tests.installing import ROOT, done, run
from tools.check import STEPS

HEAVY = {
    "docx",
    "lxml",
    "regex",
    "rich",
    "typer",
    "pydantic",
    "click",
    "asyncio",
    "importlib.metadata",
    "email",
}
"""Each of these costs more than a bare start of Python, or brings one that does."""


def _loaded(script: str, *arguments: str | Path) -> set[str]:
    """Return the modules that `script` leaves behind beyond those Python itself starts with."""
    told = (
        f"import sys\nbefore = set(sys.modules)\n{script}\nprint(*set(sys.modules) - before, file=sys.stderr)"
    )
    ran = run(sys.executable, "-c", told, *arguments, cwd=ROOT, PYTHONPATH="src")
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.splitlines()[-1].split())


def _check(*arguments: str) -> set[str]:
    script = "from docklint.cli.app import app\napp(sys.argv[1:], standalone_mode=False)"
    return _loaded(script, "check", "--fail-on", "never", *arguments)


def test_contracts_hold() -> None:
    pytest.importorskip("importlinter")
    done(sys.executable, *STEPS["lint-imports"], cwd=ROOT, PYTHONPATH="src")


def test_every_room_is_in_the_layers() -> None:
    """A room that no contract names would be free to import anything."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (layers,) = (each["layers"] for each in settings["contracts"] if each.get("containers") == ["docklint"])
    named = {room.strip("() ") for layer in layers for room in layer.split("|")}
    rooms = {path.stem for path in (ROOT / "src" / "docklint").iterdir() if _is_module(path)}
    assert rooms - named == set()


def test_import_docklint_loads_nothing_heavy() -> None:
    assert _loaded("import docklint") & HEAVY == set()
    own = {name for name in _loaded("import docklint") if name.startswith("docklint.")}
    assert own == {"docklint.version"}


def test_a_text_check_loads_no_reader_of_word() -> None:
    assert _check("examples/faulty.txt") & {"docx", "lxml", "rich", "pydantic", "docklint.word"} == set()


def test_a_json_report_loads_no_rich() -> None:
    loaded = _check("--format", "json", "examples/faulty.docx")
    assert loaded & {"docx", "rich", "pydantic"} == set()
    assert "lxml" in loaded


def test_the_core_imports_with_the_standard_library_alone() -> None:
    """The core runs in a browser page too, where there is nothing else."""
    absent = "sys.modules.update(dict.fromkeys(['regex', 'lxml', 'rich', 'typer', 'docx']))"
    assert "docklint.word.xml" in _loaded(f"{absent}\nimport docklint.linter, docklint.readers.docx")


def _is_module(path: Path) -> bool:
    return path.name[0] != "_" and (path.suffix == ".py" or (path / "__init__.py").is_file())
