"""Files of settings of every kind, and what must hold whatever stands in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli_door import docklint_here
from tests.running import CLEAN, Ran

LONGEST = 20_000
"""Characters of all that may be said: fifty faults, each with what it quotes cut short."""

RULE = """[[rule]]
code = "OUR101"
name = "x-y"
check = "text-pattern"
severity = "error"
[rule.options]
patterns = ["青禾县"]
[rule.zh]
summary = "x"
why = "x"
message = "m {text}"
help = "h"
[rule.en]
summary = "x"
why = "x"
message = "m"
help = "h"
"""
PROFILE = 'id = "ours"\ntitle = "t"\nextends = "generic"\n'


def _config(folder: Path, data: bytes) -> tuple[str | Path, ...]:
    (folder / "docklint.toml").write_bytes(data)
    return ("check", folder / "a.txt")


def _shown(folder: Path, data: bytes) -> tuple[str | Path, ...]:
    (folder / "docklint.toml").write_bytes(data)
    return ("config", "show", folder / "a.txt")


def _project(folder: Path, data: bytes) -> tuple[str | Path, ...]:
    (folder / "pyproject.toml").write_bytes(data)
    return ("check", folder / "a.txt")


def _pack(folder: Path, data: bytes) -> tuple[str | Path, ...]:
    (folder / "packs").mkdir(exist_ok=True)
    (folder / "packs" / "p.toml").write_bytes(data)
    return ("check", folder / "a.txt", "--isolated", "--rules-path", folder / "packs")


def _lexicon(folder: Path, data: bytes) -> tuple[str | Path, ...]:
    (folder / "packs").mkdir(exist_ok=True)
    (folder / "packs" / "lexicon.toml").write_bytes(data)
    return ("check", folder / "a.txt", "--isolated", "--rules-path", folder / "packs")


def _profile(folder: Path, data: bytes) -> tuple[str | Path, ...]:
    (folder / "own.toml").write_bytes(data)
    return ("check", folder / "a.txt", "--isolated", "--profile", folder / "own.toml")


def _baseline(folder: Path, data: bytes) -> tuple[str | Path, ...]:
    (folder / "b.json").write_bytes(data)
    return ("check", folder / "a.txt", "--isolated", "--baseline", folder / "b.json")


Door = Callable[[Path, bytes], "tuple[str | Path, ...]"]
TOML_DOORS: dict[str, Door] = {
    "config": _config,
    "config show": _shown,
    "pyproject": _project,
    "pack": _pack,
    "lexicon": _lexicon,
    "profile": _profile,
}
DOORS: dict[str, Door] = {**TOML_DOORS, "baseline": _baseline}


def through(door: str, data: bytes | str, folder: Path, draft: str = CLEAN) -> Ran:
    """Run docklint with this file of settings."""
    (folder / "a.txt").write_text(draft, "utf-8")
    ran = docklint_here(*DOORS[door](folder, data.encode() if isinstance(data, str) else data))
    assert ran.status in (0, 1, 2)
    assert b"Traceback" not in ran.out + ran.err
    assert len(ran.err) < LONGEST * 3
    # A rule that crashes over what it was given has found nothing wrong at load.
    assert b"DL903" not in ran.out
    return ran


def refused(door: str, data: bytes | str, folder: Path) -> str:
    ran = through(door, data, folder)
    assert ran.status == 2, ran
    return ran.said
