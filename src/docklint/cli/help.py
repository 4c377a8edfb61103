"""Help texts wholly in the language asked for, laid out by the columns that Chinese takes: typer knows neither."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from typing import Any

import typer
from typer.core import TyperCommand

from docklint.cli.language import LANG, say
from docklint.reports.plain import width, wrap

_WORDS = (
    (r"\[OPTIONS\]", "typer.options"),
    (r"COMMAND \[ARGS\]\.\.\.", "typer.command-arguments"),
    (r"\[default:\s+([^];]+?)(?:;\s+x>=\S+)?\]", "typer.default"),
    (r"\[required\]", "typer.required"),
    (r"Show this message and exit\.", "typer.help"),
    (r"Install completion for the current shell\.", "typer.install-completion"),
    (r"Show completion for the current shell,[\s\S]+?installation\.", "typer.show-completion"),
)
"""What typer writes, as patterns, and the keys of what stands for it; words it has changed stay English."""
NARROWEST, WIDEST = 40, 80
"""Columns of a help text."""
SIDE_BY_SIDE = 72
"""From how many columns on names and explanations stand side by side."""
BESIDE, BELOW = 30, 6
"""Where explanations begin, beside the names or below them."""


class Command(TyperCommand):
    """A command whose help is in one language."""

    def get_help(self, ctx):  # type: ignore[no-untyped-def]  # typer's own types are private
        """Return the help text."""
        return laid_out(self, ctx)


class Commands(typer.Typer):
    """An application or group whose commands all have their help in one language."""

    def command(self, name: str | None = None, **settings: Any):  # type: ignore[no-untyped-def]
        """Add a command, as typer does."""
        return super().command(name, cls=Command, **settings)


def laid_out(command: Any, context: Any) -> str:
    """Return the help text of a command or group: no line is wider than the terminal, or 80 columns."""
    room = max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))
    return "\n".join(_lines(command, context, room))


def _lines(command: Any, context: Any, room: int) -> Iterator[str]:
    pieces = (_usual(piece) for piece in command.collect_usage_pieces(context))
    yield from _hanging(say("typer.usage") + " ".join((context.command_path, *pieces)), 4, room)
    yield ""
    yield from _indented(command.help or "", 2, room)
    parameters = [
        (each.param_type_name, each.get_help_record(context)) for each in command.get_params(context)
    ]
    for kind in ("argument", "option"):
        records = [record for told, record in parameters if told == kind and record]
        yield from _section(say(f"typer.{kind}s-head"), records, room)
    names = command.list_commands(context) if hasattr(command, "list_commands") else ()
    found = ((name, command.get_command(context, name)) for name in names)
    yield from _section(say("typer.commands-head"), [(name, each.help or "") for name, each in found], room)


def _section(head: str, records: Iterable[tuple[str, str]], room: int) -> Iterator[str]:
    records = list(records)
    if records:
        yield ""
        yield head
    for names, told in records:
        yield from _record(_usual(names), _in_our_words(told), room)


def _record(names: str, told: str, room: int) -> Iterator[str]:
    """Yield the lines of one parameter or command."""
    if room < SIDE_BY_SIDE:
        yield from _hanging(f"  {names}", BELOW, room)
        yield from _indented(told, BELOW, room)
        return
    lines = list(_indented(told, BESIDE, room))
    if width(names) <= BESIDE - 4 and lines:
        lines[0] = f"  {names}".ljust(BESIDE) + lines[0][BESIDE:]
        yield from lines
    else:
        yield from (f"  {names}", *lines)


def _indented(text: str, indent: int, room: int) -> Iterator[str]:
    for paragraph in text.strip().split("\n") if text else ():
        yield from (" " * indent + line for line in wrap(" ".join(paragraph.split()), room - indent))


def _hanging(text: str, indent: int, room: int) -> Iterator[str]:
    """Yield a line, what does not fit on it indented below; it breaks between words only, for it may be typed."""
    line = ""
    for word in re.findall(r"\s*\S+", text):
        if line and width(line + word) > room:
            yield line
            line = " " * indent + word.strip()
        else:
            line += word
    yield line


def _usual(piece: str) -> str:
    """Return a piece of the usage as people write it: what is required stands without braces."""
    return _in_our_words(re.sub(r"\{([^{}]*)\}", r"\1", piece))


def _in_our_words(told: str) -> str:
    """Return what typer says in the language asked for."""
    if LANG == "en":
        return told
    for pattern, key in _WORDS:
        told = re.sub(pattern, say(key, value=r"\1"), told)
    return told
