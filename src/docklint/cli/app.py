"""The commands put together, and what becomes of an error."""

from __future__ import annotations

from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from docklint.cli import baseline, catalogue, check, config, init, matrix, options, show
from docklint.cli.mistakes import sentence, wrong_command
from docklint.cli.output import forgive, warn
from docklint.cli.tongue import LANG, say
from docklint.errors import DocklintError
from docklint.version import __version__


class Commands(TyperGroup):
    """The commands; a path where a command belongs is met with the command that was meant."""

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]  # typer's own types are private
        """Find the command, or raise `SetupError` naming what was meant."""
        if args and self.get_command(ctx, args[0]) is None:
            raise wrong_command(args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=Commands,
    name="docklint",
    # rich would be imported for every help text and error otherwise.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say(
        "检查对照检查材料等文稿的结构、序号、事例、对应关系和脱敏痕迹。常用：docklint check 文稿.docx",
        "Check drafts of Party self-examination papers. Mostly: docklint check DRAFT.docx",
    ),
)
check.register(app)
show.register(app)
matrix.register(app)
catalogue.register(app)
config.register(app)
init.register(app)
baseline.register(app)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"docklint {__version__}")
        raise typer.Exit


@app.callback()
def start(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help=say("显示版本号。", "Show the version."), is_eager=True, callback=_show_version
        ),
    ] = False,
    lang: options.Lang = LANG,
) -> None:
    """Take the options that stand before a command (`tongue` heeds `--lang`); without one, show the help."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def run() -> int:
    """Run the command line; an error becomes a sentence on standard error and exit status 2."""
    forgive()
    try:
        return app(standalone_mode=False) or 0
    except TyperException as error:
        warn(sentence(error, LANG))
        return 2
    except DocklintError as error:
        warn(error.message(LANG))
        return 2
