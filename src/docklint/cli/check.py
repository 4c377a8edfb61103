"""`docklint check`: the main job."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from docklint.cli import report_places
from docklint.cli.language import LANG, say
from docklint.cli.notices import Notices
from docklint.cli.output import for_terminal, warn
from docklint.cli.reports import Reports
from docklint.errors import SetupError
from docklint.reports import FOR_PEOPLE, REPORTS, STATISTICS, ReportOptions
from docklint.results import Reporter, Summary
from docklint.settings import AUTO, MAX_FINDINGS, Request
from docklint.texts import Texts
from docklint.typed import TYPE_CHECKING
from docklint.values import Value, replace

if TYPE_CHECKING:
    from pathlib import Path

    import typer

    from docklint.cli import options
    from docklint.cli.imprint_line import ImprintLine
    from docklint.runner.run import Plan
    from docklint.runner.targets import Target
    from docklint.workspace import Workspace


MANY = 20
"""From how many files on a progress bar is worth while."""


class CheckOptions(Value):
    """What may stand behind `docklint check`, in the order of its help."""

    paths: options.Paths
    profile: options.Profile = AUTO
    notice: options.Notice = None
    audience: options.Audience = ""
    save_profile: options.SaveProfile = None
    format: options.Format = None
    output: options.Outputs = None
    open: options.Open = False
    force: options.Force = False
    select: options.Select = None
    ignore: options.Ignore = None
    fail_on: options.FailOn = "warning"
    fail_on_unchecked: options.FailOnUnchecked = False
    config: options.Config = None
    isolated: options.Isolated = False
    baseline: options.Baseline = None
    show_suppressed: options.ShowSuppressed = False
    rules_path: options.RulesPath = None
    pack: options.Packs = None
    stdin_filename: options.StdinFilename = ""
    revisions: options.Revisions = "final"
    convert: options.Convert = False
    jobs: options.Jobs = 1
    max_findings: options.MaxFindings = MAX_FINDINGS
    drafts_only: options.DraftsOnly = False
    statistics: options.Statistics = False
    byte_columns: options.ByteColumns = False
    quiet: options.Quiet = False
    lang: options.Lang = LANG


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    # Late: a plain check does without typer.
    from docklint.cli.command import taking

    app.command("check", help=say("help.check"))(taking(CheckOptions, check))


def check_plainly(paths: Sequence[str], format: str | None) -> int:
    """Check drafts as if nothing else had been said. Raises `SetupError` for a format that there is none of."""
    given = CheckOptions(paths=list(paths))
    if format is not None:
        # Late: who names none needs it for nothing.
        from docklint.settings import choose

        given = replace(given, format=choose("noun.format", format, REPORTS))
    return _check(given, Request())


def check(given: CheckOptions, asked: Request) -> int:
    """Check drafts, report, and give the exit status of the contract."""
    if given.notice is None and not given.audience and given.save_profile is None:
        return _check(given, asked)
    # Late: only who has a notice needs it.
    from docklint.cli.from_notice import read_from, refuse_among_drafts

    refuse_among_drafts(given.notice, given.paths)
    with read_from(
        given.notice, given.audience, given.save_profile, asked, quiet=given.quiet, force=given.force
    ) as settled:
        return _check(given, settled)


def _check(given: CheckOptions, asked: Request) -> int:
    # Late, here and below: --help and completion need no linter.
    from docklint.runner.run import run
    from docklint.workspace import Workspace

    _refuse_statistics(given)
    places = report_places.places(given.output or (), STATISTICS if given.statistics else given.format)
    shown_first = report_places.to_open(places) if given.open else None
    report_places.refuse_terminal(places, sys.stdout.isatty())
    plan = _plan(given)
    workspace = Workspace(asked)
    view = _view(given, plan, workspace)
    reports = Reports(places, plan.targets, plan.stdin_name, view)
    reports.refuse(given.force)
    reports.refuse_used(_in_use(workspace, plan))
    imprint = _imprint(view.texts) if reports.are_nameless else None
    with _told(given, view, reports, imprint, len(plan.targets)) as reporters:
        summary = run(workspace, plan, reporters)
    if not given.quiet:
        reports.tell(summary)
        if imprint:
            imprint.tell()
        _report_skipped(summary, view.texts)
    if shown_first:
        # Late: most runs open nothing.
        from docklint.cli.opening import show

        show(shown_first, view.texts)
    if not summary.files:
        warn(view.texts("cli.no-draft"))
    return view.exit_status(summary)


def _plan(given: CheckOptions) -> Plan:
    from docklint.runner.run import Plan
    from docklint.runner.targets import passed_over, targets

    found = (_found(target, given.drafts_only) for target in targets(given.paths, given.convert))
    return Plan(
        paths=tuple(given.paths),
        targets=tuple(target for target in found if target is not None),
        stdin_name=given.stdin_filename,
        jobs=given.jobs,
        skipped=tuple(passed_over(given.paths, given.convert)),
        named_only=given.drafts_only,
    )


def _found(target: Target, drafts_only: bool) -> Target | None:
    """Treat a file that was named as one that a folder held, if only drafts count; a report of ours is none."""
    from docklint.runner.targets import is_report

    if not drafts_only or target.folder:
        return target
    return None if is_report(target.path) else replace(target, folder=os.curdir)


def _view(given: CheckOptions, plan: Plan, workspace: Workspace) -> ReportOptions:
    """Return how the results are shown: as the configuration of the first draft has it."""
    from docklint.runner.targets import place

    first = plan.targets[0].path if plan.targets else os.curdir
    linter = workspace.of(place(first, plan.stdin_name))
    return ReportOptions(
        lang=linter.settings.lang,
        fail_on=workspace.fail_on(place(plan.paths[0], plan.stdin_name)),
        width=_columns() if sys.stdout.isatty() else ReportOptions.width,
        quiet=given.quiet,
        library=linter.library,
        show_suppressed=given.show_suppressed,
        drafts_only=given.drafts_only,
        fail_on_unchecked=given.fail_on_unchecked,
        byte_columns=given.byte_columns,
    )


def _columns() -> int:
    # Late: most reports go to no terminal.
    from shutil import get_terminal_size

    return get_terminal_size().columns


def _in_use(workspace: Workspace, plan: Plan) -> Iterator[Path]:
    """Yield the files that decide what is found in the drafts; asked only where a file would be replaced."""
    from docklint.runner.targets import place

    workspace.prepare(place(target.path, plan.stdin_name) for target in plan.targets)
    yield from workspace.files_in_use()


@contextmanager
def _told(
    given: CheckOptions, view: ReportOptions, reports: Reports, imprint: ImprintLine | None, files: int
) -> Iterator[Sequence[Reporter]]:
    """Return who is told of the run: standard error, and the reports in their formats, where they are to go."""
    notices = Notices(view.texts, given.quiet, tells_errors=reports.are_for_people)
    with reports.opened() as written:
        reporters: list[Reporter] = [notices, *([imprint] if imprint else []), *written]
        if given.quiet or files < MANY or not for_terminal(sys.stderr):
            yield reporters
            return
        from docklint.cli.progress import behind_bar

        with behind_bar(reporters, files, view.texts) as told:
            yield told


def _imprint(texts: Texts) -> ImprintLine:
    # Late: most reports say who made them.
    from docklint.cli.imprint_line import ImprintLine

    return ImprintLine(texts)


def _refuse_statistics(given: CheckOptions) -> None:
    if given.statistics and given.format not in {None, *FOR_PEOPLE}:
        raise SetupError("setup.statistics", format=given.format)


def _report_skipped(summary: Summary, texts: Texts) -> None:
    """Count what was passed over: silence would pass for a clean result. The report names it."""
    counts = Counter(each.reason.key for each in summary.skipped)
    old, named = counts.pop("passed-over.old-format", 0), counts.pop("skipped.no-draft-named", 0)
    foreign = counts.pop("passed-over.foreign-format", 0) + counts.pop("passed-over.template", 0)
    told = {
        "cli.others-named": named,
        "cli.others": counts.total(),
        "cli.old-formats": old,
        "cli.foreign-formats": foreign,
    }
    for key, count in told.items():
        if count:
            warn(texts(key, count=count))
