"""Pages that are played: what a page tells its reader to type is typed, in the order of the page, in a folder of its own.

    ```toml title="docklint.toml"     a file: written where it says; if the project has such a file, it must be that
    ```sh  ```powershell  ```yaml     commands: run; what installs something or takes minutes is not
    ```console                        a command behind “$ ” and all that it prints, with status 0, 1 or 2
    ```toml  ```python  ```json  ```vim   read by whom it is meant for

A draft that a command names and the page does not show is a copy of an example. `docklint …` between single
backticks is a command, too, unless it holds a word for something else (`FILE`, `…`).
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from io import StringIO
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any, NamedTuple

from tools.check import ROOT

HOME = "/home/me/drafts"
"""What the page's folder is called in the output that is shown."""
SITE = ".site"
"""Where in that folder the packages are that the page installs."""
ELSEWHERE = re.compile(
    r"(?:py -m |python3? -m )?(?:pip|winget|uv tool|pipx) (?:install|download) |npm install |"
    "python3 -m venv |python -m benchmarks"
)
"""What is not run here: what changes the machine, and what takes minutes (it has tests of its own)."""
_FENCE = re.compile(
    r'^(?P<indent> *)```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?)^(?P=indent)```$',
    re.MULTILINE | re.DOTALL,
)
_INLINE = re.compile(r"(?<!`)`(docklint [^`\n]+)`(?!`)")
_ELSE = re.compile(r"…|\b(?:CODE|DIR|DRAFT|FILE|FOLDER|ID|NAME|PATH)\b")
_BARE = re.compile(r"docklint( [a-z]+)*")


class Fence(NamedTuple):
    """One fenced block. `span`: where its body stands in the page."""

    language: str
    title: str
    body: str
    span: tuple[int, int]


class Fault(NamedTuple):
    """What does not work as shown; `text`: what the block ought to be, if that is known."""

    fence: Fence
    told: str
    text: str = ""


def fences(page: str) -> Iterator[Fence]:
    """Yield the fenced blocks of a page, without the indentation of the list they stand in."""
    for match in _FENCE.finditer(page):
        yield Fence(match["language"], match["title"] or "", dedent(match["body"]), match.span("body"))


def inline(page: str) -> Iterator[str]:
    """Yield the commands that stand in the text of a page."""
    for match in _INLINE.finditer(_FENCE.sub("", page)):
        if not _ELSE.search(match[1]):
            yield f"{match[1]} --help" if _is_bare(match[1]) else match[1]


def _is_bare(command: str) -> bool:
    """Return whether a command is only spoken of by its name."""
    alone = ("docklint rules", "docklint profiles", "docklint init", "docklint config show")
    return _BARE.fullmatch(command) is not None and command not in alone


def play(page: str, folder: Path) -> Iterator[Fault]:
    """Play a page in an empty folder and yield what does not work."""
    stage = Stage(folder)
    for fence in fences(page):
        if _is_ours(fence):
            yield from _compared(fence)
            continue
        if fence.title:
            stage.write(fence.title, fence.body)
        yield from _PLAYERS.get(fence.language, _nothing)(fence, stage)


def refreshed(page: str, folder: Path) -> str:
    """Return a page with the output of its commands as it is now."""
    for fault in reversed(list(play(page, folder))):
        if fault.text:
            start, end = fault.fence.span
            indent = re.match(" *", page[start:])
            shift = indent[0] if indent else ""
            lines = fault.text.splitlines(keepends=True)
            page = (
                page[:start] + "".join(shift + line if line.strip() else line for line in lines) + page[end:]
            )
    return page


class Stage:
    """The folder a page is played in, with the drafts it speaks of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.here = folder
        self.names: dict[str, Any] = {}

    def write(self, name: str, text: str) -> None:
        """Write a file the page shows."""
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def run(self, line: str) -> tuple[int, str]:
        """Run one line; give its status and all that it prints."""
        line = _without_strangers(_for_posix(line))
        if moved := re.fullmatch(r"cd (.+)", line):
            self.here = self.here / shlex.split(moved[1])[0]
            self.here.mkdir(parents=True, exist_ok=True)
            return 0, ""
        self.set(line)
        done = subprocess.run(
            ["bash", "-c", f"{_SHIM}\n{line}"],
            cwd=self.here,
            env=self._environment(),
            input=(ROOT / "examples" / "faulty.txt").read_text("utf-8") if " - " in f"{line} " else "",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout.replace(str(self.folder), HOME)

    def install(self, package: str) -> None:
        """Install a package of the project for this page alone, without the network."""
        shutil.copytree(ROOT / package, self.folder / package, ignore=shutil.ignore_patterns("__pycache__"))
        offline = ("--no-deps", "--no-index", "--no-build-isolation", "--quiet")
        pip = (sys.executable, "-m", "pip", "install", *offline, "--target", self.folder / SITE)
        subprocess.run([*pip, self.folder / package], check=True, capture_output=True)

    def set(self, line: str) -> None:
        """Lay out the drafts and folders a line speaks of."""
        if re.match(r"git (?!init)", line) and not (self.folder / ".git").exists():
            subprocess.run(["git", "init", "--quiet"], cwd=self.folder, check=True)
        words = shlex.split(re.split(r" [>|] ", line)[0])
        for before, word in pairwise(["", *words]):
            if before in ("-o", "--output"):
                continue
            path = self.here / word.partition("=")[2] if word.startswith("--") else self.here / word
            if word.endswith("/") and not path.exists():
                path.mkdir(parents=True)
                shutil.copy(ROOT / "examples" / "faulty.docx", path / "draft.docx")
            elif path.suffix in (".docx", ".txt", ".md") and not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                suffix = ".docx" if path.suffix == ".docx" else ".txt"
                shutil.copy(ROOT / "examples" / f"faulty{suffix}", path)

    def _environment(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        path = os.pathsep.join((str(Path(sys.executable).parent), kept.get("PATH", "")))
        home = {
            "HOME": str(self.folder),
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(self.folder / SITE))),
            "PYTHONIOENCODING": "utf-8",
        }
        return {**kept, **home, "PATH": path, "TERM": "dumb"}


_SHIM = f"docklint() {{ '{sys.executable}' -m docklint \"$@\"; }}\nexport -f docklint"


def _for_posix(line: str) -> str:
    """Turn a line for PowerShell into one for a POSIX shell; others stay as they are."""
    line = line.replace("py -m docklint", "docklint").replace("python -m", f"'{sys.executable}' -m")
    line = line.replace("py --version", f"'{sys.executable}' --version")
    return re.sub(r"\$HOME(\\[^\"\s]*)", lambda match: "$HOME" + match[1].replace("\\", "/"), line)


def _without_strangers(line: str) -> str:
    """Cut a pipe to a program that is not here."""
    first, *rest = line.split(" | ")
    return line if all(shutil.which(part.split()[0]) for part in rest) else first


def _is_ours(fence: Fence) -> bool:
    return "/" in fence.title and (ROOT / fence.title).is_file()


def _compared(fence: Fence) -> Iterator[Fault]:
    """Hold a block against the file of the project it shows; that has tests of its own."""
    if fence.body not in (ROOT / fence.title).read_text("utf-8"):
        yield Fault(fence, f"{fence.title} says something else")


def _nothing(fence: Fence, stage: Stage) -> Iterator[Fault]:
    yield from ()


def _commands(fence: Fence, stage: Stage) -> Iterator[Fault]:
    for line in filter(None, map(str.strip, fence.body.replace("\\\n", " ").splitlines())):
        if line.startswith("pip install ./"):
            stage.install(line.removeprefix("pip install ./"))
        elif not line.startswith("#") and not ELSEWHERE.match(line):
            yield from _run(line, fence, stage)


def _run(line: str, fence: Fence, stage: Stage) -> Iterator[Fault]:
    status, told = stage.run(line)
    if status not in ((0, 1) if "docklint check" in _for_posix(line) else (0,)):
        yield Fault(fence, f"{line}: status {status}: {told}")


def _console(fence: Fence, stage: Stage) -> Iterator[Fault]:
    first, _, shown = fence.body.partition("\n")
    status, told = stage.run(first.removeprefix("$ "))
    if status > 2 or "Traceback" in told:
        yield Fault(fence, f"{first}: status {status}: {told}")
    elif told != shown:
        yield Fault(fence, f"{first} prints something else:\n{told}", f"{first}\n{told}")


def _toml(fence: Fence, stage: Stage) -> Iterator[Fault]:
    """Have a table read by whom it is meant for: its keys tell."""
    table = tomllib.loads(fence.body)
    if "project" in table:
        yield from _project(table, fence)
    elif "docklint" in table.get("tool", {}):
        stage.write("project/pyproject.toml", fence.body)
        yield from _run("docklint config show project", fence, stage)
    elif "rule" in table:
        stage.write("a pack/pack.toml", fence.body)
        yield from _run("python -m docklint.testing 'a pack'", fence, stage)
    elif "section" in table or "recognise" in table:
        stage.write("a profile.toml", fence.body)
        yield from _run("docklint profiles show 'a profile.toml'", fence, stage)
    elif not fence.title.endswith("lexicon.toml"):
        stage.write("a config.toml", fence.body)
        for name in table.get("rules-path", []):
            (stage.here / name).mkdir(exist_ok=True)
        yield from _run("docklint config show --config 'a config.toml'", fence, stage)


def _project(table: Mapping[str, Any], fence: Fence) -> Iterator[Fault]:
    groups = table["project"].get("entry-points", {})
    if not groups or not {"docklint.checks", "docklint.packs"} >= set(groups):
        yield Fault(fence, f"unknown groups of entry points: {', '.join(groups)}")


def _yaml(fence: Fence, stage: Stage) -> Iterator[Fault]:
    import yaml

    hooks = [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    for key, value in _leaves(yaml.safe_load(fence.body)):
        if key == "id" and value not in hooks:
            yield Fault(fence, f"there is no hook {value}")
        elif key in ("run", "script"):
            yield from _commands(fence._replace(body=value), stage)


def _leaves(node: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for inner, value in node.items():
            yield from _leaves(value, str(inner))
    elif isinstance(node, list):
        for value in node:
            yield from _leaves(value, key)
    elif isinstance(node, str):
        yield key, node


def _python(fence: Fence, stage: Stage) -> Iterator[Fault]:
    """Run the code; what it defines is there for the next block, and a test it defines is run on every case."""
    shown = ModuleType("shown")
    vars(shown).update(stage.names)
    for name in set(re.findall(r"[\"']([\w.]+\.(?:docx|txt))[\"']", fence.body)):
        stage.set(name)
    before = os.getcwd()
    sys.modules["shown"] = shown
    try:
        os.chdir(stage.here)
        with redirect_stdout(StringIO()):
            exec(compile(fence.body, fence.title or "shown", "exec"), vars(shown))
    except Exception as error:
        yield Fault(fence, f"{type(error).__name__}: {error}")
    finally:
        os.chdir(before)
        del sys.modules["shown"]
    stage.names = {name: value for name, value in vars(shown).items() if not name.startswith("__")}


def _json(fence: Fence, stage: Stage) -> Iterator[Fault]:
    """Parse it; a task of an editor is run, and its pattern must fit every finding that is printed."""
    for task in json.loads(fence.body).get("tasks", []):
        command = " ".join(["docklint", *(arg.replace("${file}", "draft.docx") for arg in task["args"])])
        _, told = stage.run(command)
        pattern = task["problemMatcher"]["pattern"]["regexp"]
        # What docklint says itself begins with its name; the editor leaves it in the terminal.
        for line in (line for line in told.splitlines() if not line.startswith("docklint: ")):
            if not re.search(pattern, line):
                yield Fault(fence, f"the pattern does not fit {line}")


def _vim(fence: Fence, stage: Stage) -> Iterator[Fault]:
    for made in re.findall(r"makeprg=(.+)", fence.body):
        yield from _run(made.replace("\\ ", " ").replace("%:S", "draft.docx"), fence, stage)


def _elsewhere(fence: Fence, stage: Stage) -> Iterator[Fault]:
    """Find no fault: `tests/test_editors.py` runs these in the program they are for."""
    return iter(())


_PLAYERS: Mapping[str, Callable[[Fence, Stage], Iterator[Fault]]] = {
    "sh": _commands,
    "powershell": _commands,
    "console": _console,
    "toml": _toml,
    "yaml": _yaml,
    "python": _python,
    "json": _json,
    "vim": _vim,
    "elisp": _elsewhere,
}
