"""`docklint alike`: which papers share text, and where."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docklint.cli.language import LANG, say
from docklint.cli.output import warn, write
from docklint.cli.overwriting import refuse_in_use, refuse_overwriting
from docklint.errors import SetupError
from docklint.likeness.threshold import THRESHOLD
from docklint.neutral import shown
from docklint.settings import AUTO, Request
from docklint.texts import Texts, load
from docklint.values import Value

if TYPE_CHECKING:
    import typer

    from docklint.cli import options
    from docklint.reports.desk.alike import AlikeEntry
    from docklint.runner.papers import Gathered
    from docklint.workspace import Workspace


class AlikeOptions(Value):
    """What may stand behind `docklint alike`, in the order of its help."""

    paths: options.Paths
    past: options.Past = None
    threshold: options.Threshold = THRESHOLD
    profile: options.Profile = AUTO
    format: options.AlikeFormat = "text"
    output: options.Output = None
    force: options.Force = False
    select: options.Select = None
    config: options.Config = None
    isolated: options.Isolated = False
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

    app.command("alike", help=say("help.alike"))(taking(AlikeOptions, alike))


def alike(given: AlikeOptions, asked: Request) -> int:
    """Compare papers with each other and, if asked, with those of earlier years."""
    # Late, here and below: a help text needs none of it.
    from docklint.runner.papers import gather
    from docklint.workspace import Workspace

    past = given.past or []
    refuse_missing(past)
    refuse_overwriting(given.output, (*given.paths, *past), given.force)
    workspace = Workspace(asked)
    with told_if_interrupted(workspace, given.paths):
        return _compared(given, gather(workspace, given.paths, past, given.jobs), workspace)


def _compared(given: AlikeOptions, gathered: Gathered, workspace: Workspace) -> int:
    texts = load(workspace.lang(given.paths[0]))
    refuse_overwriting(given.output, (paper.path for paper in gathered.papers), given.force)
    refuse_in_use(given.output, workspace.files_in_use())
    for path, error in gathered.failed:
        warn(f"{shown(path)}: {error.text.told_in(texts)}")
    if not _can_compare(gathered):
        raise SetupError("setup.nothing-to-compare" if gathered.of(past=False) else "cli.no-draft")
    report = _report(gathered, given.threshold, texts)
    if not given.quiet:
        for sentence in folder_remarks(gathered, _copies(report), texts):
            warn(sentence)
    write(_rendered(given.format, report, texts), given.output, utf8=given.format != "text")
    return 0


@contextmanager
def told_if_interrupted(workspace: Workspace, paths: Sequence[str]) -> Iterator[None]:
    """Say after Ctrl-C that nothing was written: papers are compared when all are read, and not before."""
    try:
        yield
    except KeyboardInterrupt:
        warn(load(workspace.lang(paths[0]))("alike.interrupted"))
        raise


def refuse_missing(past: list[str]) -> None:
    """Raise `SetupError` for a folder of earlier years that is not there: nothing found there would pass for good news."""
    for path in past:
        if not os.path.exists(path):
            raise SetupError("setup.no-past", path=path)


def _can_compare(gathered: Gathered) -> bool:
    return bool(gathered.of(past=False)) and len(gathered.papers) > 1


def _report(gathered: Gathered, threshold: float, texts: Texts) -> AlikeEntry:
    from docklint.likeness.examples import shared_examples
    from docklint.likeness.folder import compare
    from docklint.reports.desk.alike import AlikeResult, entries

    return entries(
        AlikeResult(
            likeness=compare(gathered.papers, threshold),
            examples=shared_examples(gathered.papers),
            failed=list(gathered.failed),
            skipped=list(gathered.skipped),
        ),
        texts,
    )


def _rendered(format: str, report: AlikeEntry, texts: Texts) -> Iterator[str]:
    if format == "json":
        from docklint.reports.desk.alike import json

        return json(report)
    if format == "html":
        from docklint.reports.desk.alike_page import render as page

        return iter((page(report, texts),))
    from shutil import get_terminal_size

    from docklint.reports.desk.alike_text import render

    return render(report, texts, get_terminal_size().columns if sys.stdout.isatty() else 100)


def folder_remarks(
    gathered: Gathered, copies: Sequence[tuple[str, str, bool]], texts: Texts
) -> Iterator[str]:
    """Yield what is odd about the folders, a sentence each. `copies`: papers that are the same, and whether the second
    is of an earlier year.
    """
    if gathered.inside:
        yield texts("alike.past-inside", count=gathered.inside)
    for past, key in ((False, "alike.copies"), (True, "alike.copies-of-past")):
        if same := [copy for copy in copies if copy[2] == past]:
            yield texts(key, count=len(same), one=same[0][0], other=same[0][1])
    meetings = [{paper.meeting for paper in gathered.of(past)} for past in (False, True)]
    if meetings[1] and meetings[0].isdisjoint(meetings[1]):
        this, earlier = (min(each) for each in meetings)
        yield texts("alike.other-meeting", this=this, earlier=earlier)


def _copies(report: AlikeEntry) -> list[tuple[str, str, bool]]:
    return [
        (*(file["path"] for file in pair["files"]), pair["past"])
        for pair in report["pairs"]
        if pair["identical"]
    ]
