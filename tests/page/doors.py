"""The same drafts through both doors: `python doors.py session|command DRAFTS OUT` writes what each hands out.

Through the session nothing but docklint's core and the standard library can be imported, as in a browser.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Any

ABSENT = ("typer", "rich", "regex", "lxml", "docx", "xlsxwriter")
COMMANDS = {
    "report.json": ("check", "-f", "json", "-o"),
    "report.html": ("check", "-f", "html", "-o"),
    "outline.json": ("outline", "-f", "json", "-o"),
    "matrix.json": ("matrix", "-f", "json", "-o"),
    "annotated": ("annotate", "-o"),
    "mended": ("annotate", "--with-fixes", "-o"),
    "fixed": ("fix", "-o"),
}
ASKED: dict[str, dict[str, Any]] = {
    "report.json": {"do": "json"},
    "report.html": {"do": "html"},
    "annotated": {"do": "annotated"},
    "mended": {"do": "annotated", "with_fixes": True},
    "fixed": {"do": "fixed"},
}
"""What the page asks for each of them; outline and matrix come with the answer to `check`."""


class Absent(MetaPathFinder):
    """Finds what a browser has not, and says so."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:
        """Refuse."""
        if fullname.split(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"{fullname} is not to be had in a browser", name=fullname)


def by_session(drafts: Path, out: Path, language: str) -> None:
    """Write what the page gets."""
    sys.meta_path.insert(0, Absent())
    from page.session.session import Session

    place = out / "place"
    place.mkdir(parents=True)
    session = Session(str(place))
    supports = sorted(path for path in (drafts / "supports").glob("*"))
    setup = {
        "do": "setup",
        "language": language,
        "supports": [{"name": each.name, "data": at} for at, each in enumerate(supports)],
    }
    told, _ = session.ask(json.dumps(setup), [each.read_bytes() for each in supports])
    (out / "setup.json").write_text(told, "utf-8")
    names = names_of(drafts)
    session.ask(json.dumps({"do": "expect", "names": names}))
    for name in names:
        given = (drafts / name).read_bytes()
        told, _ = session.ask(
            json.dumps({"id": name, "do": "check", "key": name, "name": name, "data": 0}), [given]
        )
        (out / f"{name}~check.json").write_text(told, "utf-8")
        for ending, message in ASKED.items():
            answer, data = session.ask(json.dumps({**message, "key": name}))
            (out / f"{name}~{ending}").write_bytes(answer.encode() if data is None else data)
    told, _ = session.ask(json.dumps({"do": "overview", "keys": names}))
    (out / "overview.json").write_text(told, "utf-8")
    foreign = [
        each for each in sys.modules if each.startswith("docklint.cli") or each.split(".")[0] in ABSENT
    ]
    (out / "foreign.json").write_text(json.dumps(foreign), "utf-8")


def by_command(drafts: Path, out: Path, language: str) -> None:
    """Write what the command line writes, into files of the same names; what it says goes to standard error."""
    from docklint.cli import main

    def run(*arguments: str) -> None:
        sys.argv = ["docklint", *arguments, "--lang", language]
        main()

    out.mkdir(parents=True)
    os.chdir(drafts)
    for each in (drafts / "supports").glob("docklint.toml"):
        # Where a person has it, so that its paths are those of the drafts.
        each.rename(drafts / each.name)
    names = names_of(drafts)
    for name in names:
        for ending, (command, *options) in COMMANDS.items():
            suffix = "" if "." in ending else Path(name).suffix
            run(command, name, *_supports(command), *options, str(out / f"{name}~{ending}{suffix}"))
    run("overview", *names, *_supports("overview"), "-o", str(out / "overview.json"))


def names_of(drafts: Path) -> list[str]:
    """Return the names of the drafts in a folder."""
    return sorted(each.name for each in drafts.iterdir() if each.is_file() and each.suffix != ".toml")


def _supports(command: str) -> Iterator[str]:
    """Yield the options that name the supports, of which there is one of each kind at most."""
    folder = Path("supports")
    if (folder / "profile.toml").is_file() and command != "config":
        yield from ("--profile", str(folder / "profile.toml"))
    if (folder / "pack.toml").is_file():
        yield from ("--rules-path", str(folder))


if __name__ == "__main__":
    door, *given = sys.argv[1:]
    {"session": by_session, "command": by_command}[door](Path(given[0]), Path(given[1]), given[2])
