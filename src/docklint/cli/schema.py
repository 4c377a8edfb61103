"""`docklint schema`: the JSON Schemas that ship with docklint."""

from __future__ import annotations

from typing import Annotated

import typer

from docklint.cli import options
from docklint.cli.language import LANG, say
from docklint.cli.output import write
from docklint.settings import choose

SCHEMAS = (
    "check",
    "outline",
    "matrix",
    "compare",
    "overview",
    "alike",
    "rules",
    "profiles",
    "config",
    "profile",
    "pack",
)
Name = Annotated[str, typer.Argument(metavar="[NAME]", help=say("help.schema-name", names=" ".join(SCHEMAS)))]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("schema", help=say("help.schema"))(schema)


def schema(name: Name = "check", lang: options.Lang = LANG) -> int:
    """Print a JSON Schema that ships with docklint."""
    from importlib.resources import files

    text = files("docklint").joinpath("schemas", f"{choose('noun.schema', name, SCHEMAS)}.json").read_bytes()
    write([text.decode("utf-8")], None, utf8=True)
    return 0
