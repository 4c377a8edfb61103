"""Modules to bytecode, and the library of rules finished, by the very Python that will run them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

COMPILE = """
import marshal, sys
from importlib._bootstrap_external import MAGIC_NUMBER
from pathlib import Path

into = Path("/work/out")
def without_lines(code):
    inner = tuple(without_lines(each) if hasattr(each, "co_code") else each for each in code.co_consts)
    return code.replace(co_consts=inner, co_linetable=b"")

def compiled(source, name):
    # Unchecked and bound to nothing: there is no source beside it. Docstrings and asserts are left out.
    # Line numbers as well, 2 % of the page: what goes wrong there is told with its function (`errors.raised_at`).
    code = without_lines(compile(source, name, "exec", dont_inherit=True, optimize=2))
    return MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8) + marshal.dumps(code)

names = Path("/work/names.txt").read_text("utf-8").split("\\n")
for name in names:
    place = into / (name + "c")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(compiled(Path("/work/in", name).read_bytes(), name.removeprefix("lib/")))
"""
FINISH = """
sys.path.insert(0, "/work/in/lib")
sys.path.insert(0, "/work/tools")
sys.dont_write_bytecode = True
from hatch_build import finished
place = into / "lib/docklint/packs/finished.pyc"
place.write_bytes(compiled(finished(Path("/work/in/lib/docklint/builtin")), "docklint/packs/finished.py"))
"""
HATCH = """
class BuildHookInterface:
    def __class_getitem__(cls, of):
        return cls
"""
"""What `hatch_build` imports and does not use where it only finishes a library."""


def node() -> str | None:
    """Return the node there is, which runs the compiler."""
    return shutil.which("node")


def compiled(pyodide: Path, sources: Mapping[str, bytes], hatch_build: Path) -> dict[str, bytes]:
    """Return bytecode for every module by its place (`….pyc`), and all other files as they are."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        for name, data in sources.items():
            (work / "in" / name).parent.mkdir(parents=True, exist_ok=True)
            (work / "in" / name).write_bytes(data)
        names = [name for name in sources if name.endswith(".py")]
        (work / "names.txt").write_text("\n".join(names), "utf-8")
        hook = work / "tools" / "hatchling" / "builders" / "hooks" / "plugin"
        hook.mkdir(parents=True)
        (hook / "interface.py").write_text(HATCH, "utf-8")
        shutil.copy(hatch_build, work / "tools")
        run(pyodide, work, COMPILE + FINISH)
        out = work / "out"
        made = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.pyc")}
    kept = {name: data for name, data in sources.items() if not name.endswith(".py")}
    return dict(sorted((kept | made).items()))


def run(pyodide: Path, work: Path, job: str) -> str:
    """Run Python in Pyodide under node, with the folder `work` as `/work`; return what it printed. Raises `RuntimeError`."""
    (work / "job.py").write_text(job, "utf-8")
    command = [node() or "node", str(Path(__file__).with_name("compile.mjs")), str(pyodide), str(work)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=600)
    if ran.returncode:
        raise RuntimeError(f"node: {ran.stderr[-3000:]}{ran.stdout[-500:]}")
    return ran.stdout
