"""The plain door: `docklint check PATH…`, the main job, needs no parser of options.

Typer's own start is half of the wait for one draft. What is not plainly paths, and perhaps `--format F`, goes
through typer: every other option, every mistake, help and completion. Both doors lead to the same command with
the same defaults, and `tests/test_plain_door.py` holds one against the other.
"""

from __future__ import annotations

import os
import sys

COMPLETION = "_DOCKLINT_COMPLETE"
"""The environment variable by which a shell asks for completions, whatever the arguments are."""


def plain(words: list[str]) -> tuple[list[str], str | None] | None:
    """Return the paths and the format that plain arguments name; None if the arguments are not plain.

    The format is None where none is named, and is not looked at here.
    """
    if words[:1] != ["check"] or COMPLETION in os.environ or (sys.platform == "win32" and _expands(words)):
        return None
    paths: list[str] = []
    format: str | None = None
    rest = iter(words[1:])
    for word in rest:
        if word in {"--format", "-f"} and format is None:
            format = next(rest, "-")
            if format.startswith("-"):
                return None
        elif word.startswith("-") and word != "-":
            return None
        else:
            paths.append(word)
    return (paths, format) if paths else None


def _expands(words: list[str]) -> bool:
    """Return whether typer would put something else in a word's place: no shell of Windows expands patterns."""
    return any(sign in word for word in words for sign in "*?[~$%")
