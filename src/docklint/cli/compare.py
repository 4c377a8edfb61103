"""`docklint compare`: what became of the findings between two versions of a draft, and of the text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from os.path import samefile
from typing import TYPE_CHECKING

from docklint.cli.command import taking
from docklint.cli.language import LANG, say
from docklint.cli.output import warn, warn_converted, write
from docklint.cli.overwriting import refuse_in_use, refuse_overwriting
from docklint.errors import DraftError, SetupError
from docklint.neutral import shown
from docklint.settings import AUTO, Request
from docklint.texts import Texts, load
from docklint.values import Value

if TYPE_CHECKING:
    import typer

    from docklint.cli import options
    from docklint.comparison import Comparison
    from docklint.document import Document
    from docklint.linter import Linter


class CompareOptions(Value):
    """What may stand behind `docklint compare`, in the order of its help."""

    old: options.OldDraft
    new: options.NewDraft
    profile: options.Profile = AUTO
    format: options.CompareFormat = "text"
    output: options.Output = None
    force: options.Force = False
    fail_on: options.FailOn = "warning"
    select: options.Select = None
    ignore: options.Ignore = None
    config: options.Config = None
    isolated: options.Isolated = False
    baseline: options.Baseline = None
    rules_path: options.RulesPath = None
    pack: options.Packs = None
    stdin_filename: options.StdinFilename = ""
    revisions: options.Revisions = "final"
    convert: options.Convert = False
    lang: options.Lang = LANG


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("compare", help=say("help.compare"))(taking(CompareOptions, compare))


def compare(given: CompareOptions, asked: Request) -> int:
    """Tell what changed; give 1 if something new is as bad as `--fail-on` says."""
    # Late, here and below: --help and completion need no linter.
    from docklint.comparing.compare import compare as compared
    from docklint.comparing.compare import unbounded
    from docklint.runner.targets import place
    from docklint.workspace import Workspace

    if _is_same(given.old, given.new):
        raise SetupError("setup.same-draft-twice", path=given.old)
    refuse_overwriting(given.output, [given.old, given.new], given.force)
    workspace = Workspace(asked)
    linter = workspace.of(place(given.new, given.stdin_filename))
    refuse_in_use(given.output, linter.settings.files())
    texts = load(linter.settings.lang)
    documents = [_read(path, given, linter, texts) for path in (given.old, given.new)]
    if None in documents:
        return 2
    old, new = (each for each in documents if each)
    comparison = compared(unbounded(linter), old, new)
    status = int(comparison.fails(workspace.fail_on(place(given.new, given.stdin_filename))))
    write(_rendered(given, comparison, linter, status), given.output, utf8=given.format != "text")
    return status


def _is_same(old: str, new: str) -> bool:
    """Return whether both name one file; what is not there is told when it is read."""
    with suppress(OSError, ValueError):
        return samefile(old, new)
    return old == new


def _read(path: str, given: CompareOptions, linter: Linter, texts: Texts) -> Document | None:
    """Read one version; what cannot be read is told, and the other is still looked at."""
    from docklint.cli.show import document_at

    try:
        document = document_at(path, given.stdin_filename, linter.settings.revisions, given.convert)
    except DraftError as error:
        warn(f"{shown(path)}: {error.text.told_in(texts)}")
        return None
    warn_converted(document, texts)
    return document


def _rendered(given: CompareOptions, comparison: Comparison, linter: Linter, status: int) -> Iterator[str]:
    from importlib import import_module

    from docklint.reports import ReportOptions

    texts = load(linter.settings.lang)
    if given.format == "json":
        from docklint.reports.comparison.json import render as json

        return json(comparison, texts, status)
    if given.format == "sarif":
        from docklint.reports.comparison.sarif import render as sarif

        return sarif(comparison, ReportOptions(lang=texts.lang, library=linter.library), status)
    rendered: Iterator[str] = import_module(f"docklint.reports.comparison.{given.format}").render(
        comparison, texts
    )
    return rendered
