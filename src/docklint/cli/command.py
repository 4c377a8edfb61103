"""A command with its options in one value: typer asks for a parameter of each, and the command takes what it reads."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import typer

from docklint.cli import options as all_options
from docklint.cli.request import request
from docklint.settings import Request
from docklint.values import Value

Options = TypeVar("Options", bound=Value)


def taking(options: type[Options], command: Callable[[Options, Request], int]) -> Callable[..., int]:
    """Return what typer makes a command of: `command`, with the fields of `options` as parameters.

    `command` gets the options, and as `Request` those that a configuration has a say in.
    """

    def called(context: typer.Context, **given: Any) -> int:
        return command(options(**given), request(context))

    # Typer looks at both.
    called.__signature__ = inspect.Signature(list(_parameters(options)))  # type: ignore[attr-defined]
    called.__annotations__ = {"context": typer.Context, **_kinds(options)}
    called.__doc__ = command.__doc__
    return called


def _parameters(options: type[Options]) -> Iterator[inspect.Parameter]:
    yield inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    for name, kind in _kinds(options).items():
        default = getattr(options, name, inspect.Parameter.empty)
        yield inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default)


def _kinds(options: type[Options]) -> dict[str, object]:
    """Return what typer is told of every field: the fields name it, as text, for a check does without typer."""
    return {
        name: getattr(all_options, str(kind).removeprefix("options."))
        for name, kind in options._fields.items()
    }
