"""Help texts wholly in the language asked for: typer has the words around ours in English only."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand

from docklint.cli.language import LANG

_WORDS = (
    (r"\AUsage: ", "用法："),
    (r"\[OPTIONS\]", "[选项]"),
    (r"COMMAND \[ARGS\]\.\.\.", "命令 [参数]..."),
    (r"(?m)^Arguments:$", "参数："),
    (r"(?m)^Options:$", "选项："),
    (r"(?m)^Commands:$", "命令："),
    (r"\[default:\s+([^];]+?)(?:;\s+x>=\S+)?\]", r"［默认 \1］"),
    (r"\[required\]", "［必填］"),
    (r"Show this message and exit\.", "显示这份帮助。"),
    (r"Install completion for the current shell\.", "为当前的命令行安装自动补全。"),
    (
        r"Show completion for the current shell,[\s\S]+?installation\.",
        "输出自动补全的脚本，可复制或改写后自行安装。",
    ),
)
"""What typer writes, as patterns, and what stands for it in Chinese; words it has changed stay English."""


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
    for pattern, words in _WORDS:
        help = re.sub(pattern, words, help)
    return help
