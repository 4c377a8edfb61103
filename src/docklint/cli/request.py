"""What was said on the command line, told apart from defaults: a configuration speaks where nothing was said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from docklint.errors import SetupError
from docklint.settings import Request
from docklint.values import replace

if TYPE_CHECKING:
    from docklint.linter import Linter

_CONFIGURABLE = ("profile", "fail_on", "lang", "revisions", "max_findings")


def request(context: typer.Context) -> Request:
    """Collect the options of a command that have a part in its settings."""
    options = context.params
    said = {key: options[key] for key in _CONFIGURABLE if key in options and _is_given(context, key)}
    made = Request(
        **said,
        select=codes(options.get("select")),
        ignore=codes(options.get("ignore")),
        rules_path=tuple(map(Path, options.get("rules_path") or ())),
        packs=_names(options.get("pack")),
        baseline=_path(options.get("baseline")),
        config=_path(options.get("config")),
        isolated=bool(options.get("isolated")),
        convert=bool(options.get("convert")),
    )
    _refuse_both(made)
    return _by_parent(context, made)


def linter(context: typer.Context, path: str) -> Linter:
    """Return the linter for one draft, as the options and the configuration of `path` have it."""
    # Late: --help and completion need no linter.
    from docklint.workspace import Workspace

    return Workspace(request(context)).of(path)


def codes(values: list[str] | None) -> tuple[str, ...]:
    """Return the codes of a repeatable option with commas, in upper case."""
    return tuple(name.upper() for name in _names(values))


def _names(values: list[str] | None) -> tuple[str, ...]:
    parts = (part.strip() for value in values or () for part in re.split("[,，、]", value))
    return tuple(part for part in parts if part)


def _path(value: str | Path | None) -> Path | None:
    # The parameters of a context are as they were typed.
    return None if value is None else Path(value)


def _is_given(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _by_parent(context: typer.Context, made: Request) -> Request:
    """Take `--lang` that stands before the command, too."""
    parent: Any = context.parent
    if made.lang is None and parent is not None and _is_given(parent, "lang"):
        return replace(made, lang=parent.params["lang"])
    return made


def _refuse_both(made: Request) -> None:
    if made.config and made.isolated:
        raise SetupError("setup.config-and-isolated")
