"""`docklint outline` and `docklint text`: a draft as docklint sees it."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from docklint.cli import options
from docklint.cli.language import LANG, say
from docklint.cli.output import warn, warn_converted, write
from docklint.cli.overwriting import refuse_in_use, refuse_overwriting
from docklint.cli.request import linter, request
from docklint.document import Document
from docklint.errors import DraftError
from docklint.neutral import shown
from docklint.reports.plain import width
from docklint.runner.targets import STDIN, place, standard_input
from docklint.settings import AUTO
from docklint.texts import Texts, load


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("outline", help=say("help.outline"))(outline)
    app.command(
        "text",
        help=say("help.text"),
    )(text)


def outline(
    context: typer.Context,
    path: options.Draft,
    profile: options.Profile = AUTO,
    format: options.TreeFormat = "text",
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
    """Show sections, dimensions, problems, causes and measures."""
    from docklint.reports import outline as report

    refuse_overwriting(output, [path], force)
    judge = linter(context, place(path, stdin_filename))
    refuse_in_use(output, judge.settings.files())
    texts = load(judge.settings.lang)
    document = read(path, stdin_filename, judge.settings.revisions, texts, convert)
    view = judge.understand(document)
    render = report.json if format == "json" else report.tree
    write(render(view.drafts, view.chosen_by, texts), output, utf8=format == "json")
    return 0


def text(
    context: typer.Context,
    path: options.Draft,
    numbers: options.Numbers = False,
    textconv: options.TextConv = False,
    output: options.Output = None,
    force: options.Force = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    stdin_filename: options.StdinFilename = "",
    revisions: options.Revisions = "final",
    convert: options.Convert = False,
    lang: options.Lang = LANG,
) -> int:
    """Print the document's text, one line a line."""
    # Late: --help and completion need no workspace.
    from docklint.workspace import Workspace

    refuse_overwriting(output, [path], force)
    settings = Workspace(request(context)).settings(place(path, stdin_filename))
    texts = load(settings.lang)
    if textconv:
        write(_for_git(path, settings.revisions, texts), output, utf8=True)
        return 0
    document = read(path, stdin_filename, settings.revisions, texts, convert)
    words = document.text
    plain = [words if words.endswith("\n") else words + "\n"]
    write(_numbered(document, texts) if numbers else plain, output, utf8=False)
    return 0


def _for_git(path: str, revisions: str, texts: Texts) -> Iterator[str]:
    """Yield the text that git compares; a file that cannot be read is a line that says why, or git would give up.

    The line does not name the file, for git hands over copies with names of its own.
    """
    try:
        words = document_at(path, "", revisions, convert=False).text
    except DraftError as error:
        words = texts("cli.unreadable-in-git", reason=error.text.told_in(texts))
    yield words if words.endswith("\n") else words + "\n"


def _numbered(document: Document, texts: Texts) -> Iterator[str]:
    """Yield every line with its number, and in a Word file the paragraph a person counts."""
    room = len(str(len(document.lines)))
    heads = [
        "" if each is None else texts("report.paragraph", number=each) for each in document.paragraphs_shown
    ]
    wide = max(map(width, heads), default=0)
    # What stands behind the last line end is no line.
    lines = document.lines[:-1] if document.text.endswith("\n") else document.lines
    for number, (line, head) in enumerate(zip(lines, heads, strict=False), 1):
        column = head + " " * (wide - width(head) + 2) if wide else ""
        yield f"{number:>{room}}  {column}{document.text[line.start : line.end]}\n"


def read(path: str, stdin_name: str, revisions: str, texts: Texts, convert: bool = False) -> Document:
    """Read one draft; what cannot be read is told on standard error and ends the command with status 2."""
    try:
        document = document_at(path, stdin_name, revisions, convert)
    except DraftError as error:
        warn(f"{shown(path)}: {error.text.told_in(texts)}")
        raise typer.Exit(2) from error
    warn_converted(document, texts)
    return document


def document_at(path: str, stdin_name: str, revisions: str, convert: bool) -> Document:
    """Read one draft, a file or standard input. Raises a `DraftError`."""
    from docklint import readers

    if path == STDIN:
        return readers.parse(stdin_name or STDIN, standard_input(), revisions, convert)
    return readers.read(path, revisions, convert)
