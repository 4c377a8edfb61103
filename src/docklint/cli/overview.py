"""`docklint overview`: all papers of a folder in one table, for who collects them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docklint.cli.alike import refuse_missing, told_if_interrupted
from docklint.cli.language import LANG, say
from docklint.cli.output import warn
from docklint.errors import SetupError
from docklint.likeness.threshold import THRESHOLD
from docklint.neutral import shown
from docklint.settings import AUTO, Request
from docklint.texts import load
from docklint.values import Value

if TYPE_CHECKING:
    import typer

    from docklint.cli import options
    from docklint.cli.overview_places import OverviewPlaces
    from docklint.cli.overview_run import OverviewRun
    from docklint.reports import ReportOptions
    from docklint.runner.papers import Gathered
    from docklint.workspace import Workspace


class OverviewOptions(Value):
    """What may stand behind `docklint overview`, in the order of its help."""

    paths: options.Paths
    past: options.Past = None
    threshold: options.Threshold = THRESHOLD
    profile: options.Profile = AUTO
    format: options.OverviewFormat = None
    output: options.OverviewOutputs = None
    force: options.Force = False
    select: options.Select = None
    ignore: options.Ignore = None
    config: options.Config = None
    isolated: options.Isolated = False
    baseline: options.Baseline = None
    rules_path: options.RulesPath = None
    pack: options.Packs = None
    revisions: options.Revisions = "final"
    convert: options.Convert = False
    jobs: options.Jobs = 2
    quiet: options.Quiet = False
    lang: options.Lang = LANG


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    from docklint.cli.command import taking

    app.command("overview", help=say("help.overview"))(taking(OverviewOptions, overview))


def overview(given: OverviewOptions, asked: Request) -> int:
    """Check all papers, compare them, and write the table; with a folder as output also a report for each."""
    # Late, here and below: a help text needs none of it.
    from docklint.cli.overview_places import OverviewPlaces
    from docklint.cli.overview_run import OverviewRun
    from docklint.runner.papers import gather
    from docklint.workspace import Workspace

    past = given.past or []
    refuse_missing(past)
    places = OverviewPlaces(given.output or (), given.format)
    places.refuse_terminal(sys.stdout.isatty())
    workspace = Workspace(asked)
    places.refuse(given.paths, given.force)
    with told_if_interrupted(workspace, given.paths):
        gathered = gather(workspace, given.paths, past, given.jobs)
    _refuse_nothing(gathered, workspace, given.paths)
    run = OverviewRun(workspace, gathered, given.threshold, _view(given, workspace))
    names = places.names(gathered.targets, run.view)
    places.refuse_drafts(gathered, names, given.force)
    places.refuse_used(workspace.files_in_use(), names)
    try:
        run.check(given.paths, places.reports(names, run.view), given.jobs)
    except KeyboardInterrupt:
        # What is finished is kept, and the table says what is not.
        places.write(run.report(names), run.view)
        warn(run.view.texts("overview.interrupted", done=run.done, count=len(gathered.targets)))
        return 130
    places.write(run.report(names), run.view)
    for sentence in () if given.quiet else _remarks(run, places):
        warn(sentence)
    return 0


def _refuse_nothing(gathered: Gathered, workspace: Workspace, paths: Sequence[str]) -> None:
    """Raise `SetupError` if there is no paper at all; a file that is there, though nobody can read it, is a row."""
    if gathered.of(past=False) or any(os.path.isfile(path) for path, _ in gathered.failed):
        return
    texts = load(workspace.lang(paths[0]))
    for path, error in gathered.failed:
        warn(f"{shown(path)}: {error.text.told_in(texts)}")
    raise SetupError("cli.no-draft")


def _view(given: OverviewOptions, workspace: Workspace) -> ReportOptions:
    from docklint.reports import ReportOptions

    linter = workspace.of(given.paths[0])
    return ReportOptions(lang=linter.settings.lang, library=linter.library, width=_columns())


def _columns() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns if sys.stdout.isatty() else 100


def _remarks(run: OverviewRun, places: OverviewPlaces) -> Iterator[str]:
    from docklint.cli.alike import folder_remarks

    for path, error in run.gathered.failed:
        yield f"{shown(path)}: {error.text.told_in(run.view.texts)}"
    yield from folder_remarks(run.gathered, run.copies, run.view.texts)
    if written := places.told():
        yield run.view.texts("overview.written", outputs=written)
