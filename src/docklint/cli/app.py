"""The commands put together, and what becomes of an error of the parser."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer
from typer.exceptions import TyperException
from typer.main import get_group

from docklint.cli import options
from docklint.cli.endings import ReaderGone
from docklint.cli.help import Commands
from docklint.cli.language import LANG, say
from docklint.cli.output import warn, write_stderr
from docklint.cli.usage_errors import Group, in_one_line, wrong_command
from docklint.cli.writing import discard_rest
from docklint.version import __version__

COMMANDS = {
    "check": "check",
    "annotate": "annotate",
    "fix": "fix",
    "compare": "compare",
    "outline": "show",
    "text": "show",
    "matrix": "matrix",
    "overview": "overview",
    "alike": "alike",
    "explain": "catalogue",
    "rules": "catalogue",
    "schema": "schema",
    "profiles": "catalogue",
    "config": "config",
    "init": "init",
    "baseline": "baseline",
}
"""The commands in the order of the help, and the module here that registers each."""


class AllCommands(Group):
    """The commands, each made when it is asked for: making them all takes longer than checking a draft.

    A path where a command belongs is met with the command that was meant.
    """

    def list_commands(self, ctx):  # type: ignore[no-untyped-def]  # typer's own types are private
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx, cmd_name):  # type: ignore[no-untyped-def]
        """Return a command, or None if there is none of that name."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            made = Commands(rich_markup_mode=None)
            import_module(f"docklint.cli.{COMMANDS[cmd_name]}").register(made)
            self.commands.update(get_group(made).commands)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]
        """Find the command, or raise `SetupError` naming what was meant."""
        if args and args[0] not in COMMANDS:
            raise wrong_command(args[0], list(COMMANDS))
        return super().resolve_command(ctx, args)  # type: ignore[no-untyped-call]


app = typer.Typer(
    cls=AllCommands,
    name="docklint",
    # rich would be imported for every help text and error otherwise.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say("help.docklint"),
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"docklint {__version__}")
        raise typer.Exit


@app.callback()
def start(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", help=say("help.version"), is_eager=True, callback=_show_version),
    ] = False,
    lang: options.Lang = LANG,
) -> None:
    """Take the options that stand before a command (`language` heeds `--lang`); without one, show the help."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def run_app() -> int:
    """Run the command line; what typer's parser objects to becomes a sentence and exit status 2."""
    try:
        return app(standalone_mode=False) or 0
    except TyperException as error:
        _explain(error)
    except SystemExit as stopped:
        # Typer ends so when the reader of a help text went away; nothing else raises it.
        discard_rest()
        raise ReaderGone from stopped
    return 2


def _explain(error: TyperException) -> None:
    if type(error).__name__ == "NoArgsIsHelpError":
        write_stderr(f"{error.format_message()}\n")
    else:
        warn(in_one_line(error).message(LANG))
