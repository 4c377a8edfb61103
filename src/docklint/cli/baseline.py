"""`docklint baseline update` and `prune`: accept what drafts have now, and forget what they no longer have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from docklint.ceiling import NONE
from docklint.cli.command import taking
from docklint.cli.help import Commands
from docklint.cli.language import LANG, say
from docklint.cli.notices import Notices
from docklint.cli.output import warn, write
from docklint.cli.usage_errors import Group
from docklint.near_files import for_shell
from docklint.results import FileResult, Run, Summary
from docklint.runner.targets import targets
from docklint.settings import AUTO, Request
from docklint.texts import load
from docklint.values import Value, replace

if TYPE_CHECKING:
    from docklint.baseline import Baseline
    from docklint.cli import options


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = Commands(
        cls=Group,
        help=say("help.baseline-group"),
        rich_markup_mode=None,
        no_args_is_help=True,
    )
    group.command(
        "update",
        help=say("help.baseline-update"),
    )(taking(BaselineOptions, update))
    group.command(
        "prune",
        help=say("help.baseline-prune"),
    )(taking(BaselineOptions, prune))
    app.add_typer(group, name="baseline")


class BaselineOptions(Value):
    """What may stand behind both commands, in the order of their help."""

    paths: options.Paths
    baseline: options.Baseline = None
    profile: options.Profile = AUTO
    select: options.Select = None
    ignore: options.Ignore = None
    config: options.Config = None
    isolated: options.Isolated = False
    rules_path: options.RulesPath = None
    pack: options.Packs = None
    revisions: options.Revisions = "final"
    convert: options.Convert = False
    lang: options.Lang = LANG


def update(given: BaselineOptions, asked: Request) -> int:
    """Check the drafts and write what they have into the baseline, next to what it has of other drafts."""
    return _rewrite(given.paths, asked, lambda known, results: known.updated(results), may_be_new=True)


def prune(given: BaselineOptions, asked: Request) -> int:
    """Check the drafts and drop from the baseline what they no longer have, and drafts that are gone."""
    return _rewrite(given.paths, asked, lambda known, results: known.pruned(results), may_be_new=False)


class _Kept:
    """A reporter that keeps the results."""

    def __init__(self) -> None:
        self.results: list[FileResult] = []

    def begin(self, run: Run) -> None:
        """Take no note."""

    def file(self, result: FileResult) -> None:
        """Keep a result."""
        self.results.append(result)

    def end(self, summary: Summary) -> None:
        """Take no note."""


def _rewrite(
    paths: list[str],
    asked: Request,
    step: Callable[[Baseline, list[FileResult]], Baseline],
    may_be_new: bool,
) -> int:
    # Late: --help and completion need no linter.
    from docklint.runner.run import Plan, run
    from docklint.settings.merge import baseline as named
    from docklint.workspace import Workspace

    plan = Plan(tuple(paths), tuple(targets(paths, asked.convert)))
    known = _known(named(asked, Workspace(asked).config(paths[0])), may_be_new)
    workspace = Workspace(replace(asked, max_findings=NONE), known)
    texts, kept = load(workspace.lang(paths[0])), _Kept()
    summary = run(workspace, plan, (Notices(texts, quiet=False), kept))
    rewritten = step(known, kept.results)
    write(rewritten.render(), known.file, utf8=True)
    told = texts("cli.baseline-written", file=known.file, before=known.count(), after=rewritten.count())
    write([told + "\n"], None, utf8=False)
    if may_be_new and rewritten.count() and Workspace(asked).config(paths[0]).baseline is None:
        # Whoever has just accepted findings, and is told them again, wonders.
        warn(texts("cli.baseline-use", typed=for_shell(str(known.file))))
    return summary.exit_status("never")


def _known(file: Path | None, may_be_new: bool) -> Baseline:
    from docklint.baseline import NAME, Baseline, read

    place = file or Path(NAME)
    return Baseline(place) if may_be_new and not place.exists() else read(place)
