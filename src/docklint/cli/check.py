"""`docklint check`: the main job."""

# No postponed annotations here: Typer would compile each of them from its text, several times over.

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from docklint.cli import options
from docklint.cli.drafts import Drafts
from docklint.cli.jobs import check_all, place
from docklint.cli.language import LANG, say
from docklint.cli.output import for_terminal, warn, write
from docklint.cli.paths import Target, count_old_formats, refuse_overwriting, targets
from docklint.cli.progress import with_progress
from docklint.cli.request import request
from docklint.errors import SetupError
from docklint.reports import FOR_PEOPLE, STATISTICS, ReportOptions, load
from docklint.results import FileResult
from docklint.settings import AUTO, Request
from docklint.values import replace

if TYPE_CHECKING:
    from docklint.workspace import Workspace


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        "check",
        help=say("检查文稿，列出问题和所在位置。", "Check drafts and list what is wrong where."),
    )(check)


def check(
    context: typer.Context,
    paths: options.Paths,
    profile: options.Profile = AUTO,
    format: options.Format = "text",
    output: options.Output = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: options.FailOn = "warning",
    config: options.Config = None,
    isolated: options.Isolated = False,
    baseline: options.Baseline = None,
    show_suppressed: options.ShowSuppressed = False,
    rules_path: options.RulesPath = None,
    pack: options.Packs = None,
    stdin_filename: options.StdinFilename = "",
    revisions: options.Revisions = "final",
    convert: options.Convert = False,
    jobs: options.Jobs = 1,
    drafts_only: options.DraftsOnly = False,
    statistics: options.Statistics = False,
    quiet: options.Quiet = False,
    lang: options.Lang = LANG,
) -> int:
    """Check drafts, report, and give the exit status of the contract."""
    _refuse_statistics(statistics, format)
    found = [_found(target, drafts_only) for target in targets(paths, convert)]
    refuse_overwriting(output, (target.path for target in found))
    workspace = _workspace(request(context))
    linter = workspace.of(place(found[0].path if found else os.curdir, stdin_filename))
    lang, fail_on = linter.settings.lang, workspace.fail_on(place(paths[0], stdin_filename))
    results = with_progress(check_all(workspace, found, stdin_filename, jobs), len(found), quiet, lang)
    drafts = Drafts(paths, found, results, lang if format in FOR_PEOPLE else None, quiet)
    view = ReportOptions(lang, fail_on, _width(), quiet, linter.library, show_suppressed)
    _report(STATISTICS if statistics else format, drafts, view, output)
    _report_others(drafts, quiet, drafts_only, lang)
    _report_old_formats(0 if convert or quiet else count_old_formats(paths), lang)
    # A commit without a draft is none that a hook should stop.
    idle = drafts_only and not drafts.summary.files
    return 0 if idle else drafts.summary.exit_status(fail_on)


def _found(target: Target, drafts_only: bool) -> Target:
    """Treat a file that was named as one that a folder held, if only drafts count."""
    return replace(target, folder=target.folder or os.curdir) if drafts_only else target


def _workspace(asked: Request) -> "Workspace":
    # Late: --help and completion need no linter.
    from docklint.workspace import Workspace

    return Workspace(asked)


def _refuse_statistics(statistics: bool, format: str) -> None:
    if statistics and format not in FOR_PEOPLE:
        raise SetupError(
            zh=f"--statistics 是给人看的，不能和 --format {format} 一起用。",
            en=f"--statistics is for people; it does not go with --format {format}.",
        )


def _width() -> int:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else ReportOptions.width


def _report(format: str, results: Iterable[FileResult], view: ReportOptions, output: Path | None) -> None:
    report = load(format)
    if format == "text" and output is None and for_terminal(sys.stdout):
        # Only here is rich imported; the same report goes to pipes and files as plain text.
        from docklint.reports.text import paint

        paint(results, view, sys.stdout)
    else:
        write(report.render(results, view), output, utf8=format not in {*FOR_PEOPLE, STATISTICS})


def _report_others(drafts: Drafts, quiet: bool, drafts_only: bool, lang: str) -> None:
    if drafts.others and not quiet:
        zh = f"另有 {drafts.others} 个 .txt/.md 文件不像对照检查材料，没有检查"
        en = f"{drafts.others} .txt/.md file(s) look like no drafts and were left out"
        advice = ("。", ".") if drafts_only else ("；要检查请直接写出文件名。", "; name them to check.")
        warn(f"{en}{advice[1]}" if lang == "en" else f"{zh}{advice[0]}")
    if not drafts.summary.files:
        warn("No draft to check." if lang == "en" else "没有可检查的文稿。")


def _report_old_formats(count: int, lang: str) -> None:
    """Name what a folder holds in old formats: silence would pass for a clean result."""
    if count:
        zh = f"另有 {count} 个旧格式文件（.doc、.wps、.odt、.rtf）没有检查；请另存为 .docx，或者加上 --convert。"
        en = f"{count} file(s) of old formats (.doc, .wps, .odt, .rtf) were left out; save them as .docx or add --convert."
        warn(en if lang == "en" else zh)
