"""`docklint matrix`: which cause and which measure answers which problem."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from docklint.cli import options
from docklint.cli.language import LANG, say
from docklint.cli.output import for_terminal, write
from docklint.cli.overwriting import refuse_in_use, refuse_overwriting
from docklint.cli.request import linter
from docklint.cli.show import read
from docklint.runner.targets import place
from docklint.settings import AUTO
from docklint.texts import Texts, load

if TYPE_CHECKING:
    from docklint.structure.draft import Draft


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        "matrix",
        help=say("help.matrix"),
    )(matrix)


def matrix(
    context: typer.Context,
    path: options.Draft,
    profile: options.Profile = AUTO,
    format: options.MatrixFormat = "text",
    output: options.Output = None,
    force: options.Force = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    rules_path: options.RulesPath = None,
    pack: options.Packs = None,
    stdin_filename: options.StdinFilename = "",
    revisions: options.Revisions = "final",
    convert: options.Convert = False,
    lang: options.Lang = LANG,
) -> int:
    """Show the links between dimensions, causes and measures, with what speaks for them."""
    refuse_overwriting(output, [path], force)
    judge = linter(context, place(path, stdin_filename))
    refuse_in_use(output, judge.settings.files())
    texts = load(judge.settings.lang)
    document = read(path, stdin_filename, judge.settings.revisions, texts, convert)
    drafts = judge.understand(document).drafts
    if format == "text" and output is None and for_terminal(sys.stdout):
        from docklint.reports.matrix_text import paint

        paint(drafts, texts, sys.stdout)
    else:
        write(_rendered(format, drafts, texts), output, utf8=format != "text")
    return 0


def _rendered(format: str, drafts: Sequence[Draft], texts: Texts) -> Iterator[str]:
    if format == "json":
        from docklint.reports.matrix import json

        return json(drafts, texts)
    if format == "markdown":
        from docklint.reports.matrix_markdown import render as markdown

        return markdown(drafts, texts)
    if format == "html":
        from docklint.reports.matrix_html import render as html

        return html(drafts, texts)
    from docklint.reports.matrix_text import render

    return render(drafts, texts, shutil.get_terminal_size().columns if sys.stdout.isatty() else 100)
