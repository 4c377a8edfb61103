"""An environment of its own that holds the wheel of this checkout, what it needs, and a bare typer program.

Nothing is fetched: dependencies are copied from the environment the benchmarks run in, so that both programs
have the same versions, and everything is compiled.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

from benchmarks.interpreters import Interpreter
from benchmarks.race import surroundings

ROOT = Path(__file__).parents[1]


class Place:
    """The environment below `folder`: its `python`, and the scripts `docklint` and `bare`."""

    def __init__(self, folder: Path, interpreter: Interpreter) -> None:
        """Build it; this takes some seconds."""
        self.folder, self.interpreter = folder / "env", interpreter
        _run(interpreter.path, "-m", "venv", "--without-pip", self.folder)
        scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python, self.docklint, self.bare = (
            str(scripts / f"{name}{'.exe' * (os.name == 'nt')}") for name in ("python", "docklint", "bare")
        )
        self.site = Path(
            _run(self.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
        )
        for each in dependencies():
            _copy(each, self.site)
        shutil.copytree(ROOT / "benchmarks" / "bare", folder / "bare")
        for project in (ROOT, folder / "bare"):
            self._install(project, folder / "wheels" / project.name)
        _run(self.python, "-m", "compileall", "-q", self.site)

    def _install(self, project: Path, wheels: Path) -> None:
        """Build the wheel of a project and install it as users do, with a script that starts it."""
        _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels, cwd=project)
        (wheel,) = wheels.glob("*.whl")
        pip = (sys.executable, "-m", "pip", "--python", self.python, "--disable-pip-version-check")
        _run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel)


def dependencies() -> Iterator[Distribution]:
    """Yield what docklint needs, and what that needs, as installed here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted, seen = list(project["dependencies"]), set[str]()
    while wanted:
        needed = Requirement(wanted.pop())
        if needed.name in seen or (needed.marker and not needed.marker.evaluate({"extra": ""})):
            continue
        seen.add(needed.name)
        found = distribution(needed.name)
        wanted += found.requires or []
        yield found


def _copy(what: Distribution, site: Path) -> None:
    """Copy the files of a distribution that lie beside it; its scripts (`../…`) stay away."""
    for file in what.files or ():
        source = Path(str(what.locate_file(file)))
        if ".." not in file.parts and source.is_file():
            (site / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, site / file)


def _run(*command: str | Path, cwd: Path = ROOT) -> str:
    """Run a command that must succeed; give what it says."""
    ran = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=surroundings(),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if ran.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}: {ran.stdout}{ran.stderr}")
    return ran.stdout
