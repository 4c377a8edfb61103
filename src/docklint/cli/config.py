"""`docklint config show`: what holds for a draft, and who says so."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from docklint.cli import options
from docklint.cli.help import Commands
from docklint.cli.language import LANG, say
from docklint.cli.output import write
from docklint.cli.request import request
from docklint.cli.usage_errors import Group
from docklint.neutral import escaped, safe
from docklint.settings import AUTO, MAX_FINDINGS
from docklint.texts import Texts, load

if TYPE_CHECKING:
    from docklint.settings.merge import Setting

Place = Annotated[
    str,
    typer.Argument(metavar="[PATH]", help=say("help.config-place")),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = Commands(
        cls=Group,
        help=say("help.config"),
        rich_markup_mode=None,
        no_args_is_help=True,
    )
    group.callback()(_config)
    group.command(
        "show",
        help=say("help.config-show"),
    )(show)
    app.add_typer(group, name="config")


def _config() -> None:
    """Keep `show` a command of its own: Typer would make a single command the group itself."""


def show(
    context: typer.Context,
    path: Place = os.curdir,
    profile: options.Profile = AUTO,
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: options.FailOn = "warning",
    config: options.Config = None,
    isolated: options.Isolated = False,
    baseline: options.Baseline = None,
    rules_path: options.RulesPath = None,
    pack: options.Packs = None,
    revisions: options.Revisions = "final",
    max_findings: options.MaxFindings = MAX_FINDINGS,
    lang: options.Lang = LANG,
) -> int:
    """Print the settings for one draft as TOML, each with a comment that says where it comes from."""
    # Late: --help and completion need no linter.
    from docklint.baseline import NO_BASELINE
    from docklint.settings.merge import effective
    from docklint.workspace import Workspace

    asked = request(context)
    # A baseline that is not there yet is shown all the same.
    workspace = Workspace(asked, NO_BASELINE)
    workspace.of(path)
    write(_lines(effective(path, asked, workspace.config(path)), load(lang)), None, utf8=False)
    return 0


def _lines(settings: Iterable[Setting], texts: Texts) -> Iterator[str]:
    for each in settings:
        yield f"{each.key} = {_toml(each.value)}  # {safe(each.source) or texts('cli.config-default')}\n"


def _toml(value: object) -> str:
    """Write a value as TOML; JSON is the same for texts, numbers, flags and lists of them."""
    from json import dumps

    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return escaped(dumps(value, ensure_ascii=False, default=str))
