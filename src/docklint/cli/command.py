"""A command with its options in one value: typer asks for a parameter of each, and the command takes what it reads."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import typer

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
    called.__annotations__ = {"context": typer.Context, **options._fields}
    called.__doc__ = command.__doc__
    return called


def _parameters(options: type[Options]) -> Iterator[inspect.Parameter]:
    yield inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    for name, kind in options._fields.items():
        default = getattr(options, name, inspect.Parameter.empty)
        yield inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default)
