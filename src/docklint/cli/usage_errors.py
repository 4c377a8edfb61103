"""One sentence for whatever was typed wrong, with what was probably meant."""

from __future__ import annotations

import os
from collections.abc import Sequence
from re import fullmatch

from typer.core import TyperGroup
from typer.exceptions import TyperException

from docklint.cli.help import laid_out
from docklint.errors import SetupError
from docklint.near_files import for_shell, near_files
from docklint.readers import READERS, is_draft_name
from docklint.settings import unknown

DRAFTS = tuple(READERS)


class Group(TyperGroup):
    """The commands of a group; what is none of them is met with the one that was meant."""

    def get_help(self, ctx):  # type: ignore[no-untyped-def]  # typer's own types are private
        """Return the help text."""
        return laid_out(self, ctx)

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]
        """Find the command, or raise `SetupError` naming what was meant."""
        if args and self.get_command(ctx, args[0]) is None:
            raise unknown("noun.command", args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)


def in_one_line(error: TyperException) -> SetupError:
    """Build the error that says in one line what the command-line parser objects to."""
    option = getattr(error, "option_name", None)
    if option and hasattr(error, "possibilities"):
        return _unknown_option(option, error.possibilities or ())
    if type(error).__name__ == "MissingParameter":
        return _missing(error)
    return _translated(error.format_message())


def wrong_command(given: str, commands: Sequence[str]) -> SetupError:
    """Build the error for a word that is no command; a path was meant for `check`."""
    near = () if os.path.exists(given) else near_files(given, DRAFTS)
    if near or is_draft_name(given) or os.path.exists(given):
        return SetupError("setup.command-missing", given=given, typed=for_shell(near[0] if near else given))
    return unknown("noun.command", given, commands)


def _translated(told: str) -> SetupError:
    """Return the parser's sentence in our words; one we do not know stands as it is."""
    for pattern, key in _SENTENCES:
        if match := fullmatch(pattern, told):
            return SetupError(key, **match.groupdict())
    return SetupError("setup.not-understood", english=told)


def _unknown_option(option: str, near: Sequence[str]) -> SetupError:
    if option == "--fix":
        return SetupError("setup.fix-is-a-command")
    if near:
        return SetupError("setup.no-option-near", option=option, near=", ".join(near))
    return SetupError("setup.no-option", option=option)


def _missing(error: TyperException) -> SetupError:
    name = getattr(getattr(error, "param", None), "human_readable_name", "")
    return SetupError("setup.argument-missing", name=name)


# In the words of typer's parser, which has no other way to tell them apart.
_SENTENCES = (
    (r"Option '(?P<option>.+)' requires an argument\.", "setup.option-without-value"),
    (r"Option '(?P<option>.+)' does not take a value\.", "setup.option-takes-no-value"),
    (
        r"Invalid value for '(?P<option>.+)': '?(?P<value>.*?)'? is not (?:in the range x>=1|a valid int.*)\.",
        "setup.not-a-number",
    ),
    (r"Got unexpected extra arguments?(?:\(s\))? \((?P<argument>.+)\)", "setup.one-too-many"),
)
