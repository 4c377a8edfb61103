"""Build docklint and install it away from the checkout, without the network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SOURCES = (
    "src",
    "rules",
    ".pre-commit-hooks.yaml",
    "pyproject.toml",
    "hatch_build.py",
    "README.zh-CN.md",
    "LICENSE",
)
"""What building the wheel and running the hooks takes."""
_LEFTOVERS = shutil.ignore_patterns("__pycache__", "*.py[cod]", ".*_cache")


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command that knows nothing of this checkout; its output is text."""
    hidden = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    kept = {
        key: value for key, value in os.environ.items() if key not in hidden and not key.startswith("GIT_")
    }
    return subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**kept, "PYTHONIOENCODING": "utf-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def done(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a command that must succeed and give its standard output."""
    ran = run(*command, cwd=cwd, **environment)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def copy_sources(folder: Path) -> Path:
    """Copy what a build takes to `folder`, so that nobody's checkout is written to."""
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=_LEFTOVERS)
        else:
            folder.mkdir(exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


class Environment:
    """A virtual environment that sees the dependencies of this one, and docklint only as it is installed there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        done(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
        scripts = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = scripts / "python"
        self.docklint = scripts / "docklint"
        site = done(self.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
        self.site = Path(site.strip())
        paths = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
        # Lines of a .pth are searched after the environment's own packages.
        (self.site / "dependencies.pth").write_text("\n".join(paths), "utf-8")

    def install(self, *what: str | Path) -> None:
        """Install with this environment's pip; nothing is fetched."""
        offline = ("--no-deps", "--no-index", "--no-build-isolation", "--quiet")
        pip = (sys.executable, "-m", "pip", "--python", self.python)
        done(*pip, "install", *offline, *what, cwd=self.folder)

    def findings(self, draft: Path) -> list[Any]:
        """Check a draft, from a folder in which there is nothing, and give its findings."""
        ran = run(self.docklint, "check", "--format", "json", draft, cwd=self.folder)
        assert ran.returncode in (0, 1), ran.stderr
        return list(json.loads(ran.stdout)["files"][0]["findings"])
