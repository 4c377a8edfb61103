"""Help texts wholly in the language asked for: typer has the words around ours in English only."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand

from docklint.cli.language import LANG, say

_WORDS = (
    (r"\AUsage: ", "typer.usage"),
    (r"\[OPTIONS\]", "typer.options"),
    (r"COMMAND \[ARGS\]\.\.\.", "typer.command-arguments"),
    (r"(?m)^Arguments:$", "typer.arguments-head"),
    (r"(?m)^Options:$", "typer.options-head"),
    (r"(?m)^Commands:$", "typer.commands-head"),
    (r"\[default:\s+([^];]+?)(?:;\s+x>=\S+)?\]", "typer.default"),
    (r"\[required\]", "typer.required"),
    (r"Show this message and exit\.", "typer.help"),
    (r"Install completion for the current shell\.", "typer.install-completion"),
    (r"Show completion for the current shell,[\s\S]+?installation\.", "typer.show-completion"),
)
"""What typer writes, as patterns, and the keys of what stands for it; words it has changed stay English."""


class Command(TyperCommand):
    """A command whose help is in one language."""

    def get_help(self, ctx):  # type: ignore[no-untyped-def]  # typer's own types are private
        """Return the help text."""
        return in_our_words(super().get_help(ctx))


class Commands(typer.Typer):
    """An application or group whose commands all have their help in one language."""

    def command(self, name: str | None = None, **settings: Any):  # type: ignore[no-untyped-def]
        """Add a command, as typer does."""
        return super().command(name, cls=Command, **settings)


def in_our_words(help: str) -> str:
    """Return a help text of typer's in the language asked for."""
    if LANG == "en":
        return help
    for pattern, key in _WORDS:
        help = re.sub(pattern, say(key, value=r"\1"), help)
    return help
