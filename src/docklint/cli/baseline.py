"""`docklint baseline update` and `prune`: accept what drafts have now, and forget what they no longer have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from docklint.cli import options
from docklint.cli.drafts import Drafts
from docklint.cli.help import Commands
from docklint.cli.language import LANG, say
from docklint.cli.output import write
from docklint.cli.paths import targets
from docklint.cli.request import request
from docklint.cli.usage_errors import Group
from docklint.settings import AUTO

if TYPE_CHECKING:
    from docklint.baseline import Baseline
    from docklint.results import FileResult


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = Commands(
        cls=Group,
        help=say("基线：已知的问题不再计入。", "The baseline: known findings do not count."),
        rich_markup_mode=None,
        no_args_is_help=True,
    )
    group.command(
        "update",
        help=say("把文稿现有的问题全部记入基线。", "Accept all findings the drafts have now."),
    )(update)
    group.command("prune", help=say("从基线中去掉已经没有的问题。", "Drop the findings that are gone."))(
        prune
    )
    app.add_typer(group, name="baseline")


def update(
    context: typer.Context,
    paths: options.Paths,
    baseline: options.Baseline = None,
    profile: options.Profile = AUTO,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    rules_path: options.RulesPath = None,
    pack: options.Packs = None,
    lang: options.Lang = LANG,
) -> int:
    """Check the drafts and write what they have into the baseline, next to what it has of other drafts."""
    return _rewrite(context, paths, lambda known, results: known.updated(results), may_be_new=True)


def prune(
    context: typer.Context,
    paths: options.Paths,
    baseline: options.Baseline = None,
    profile: options.Profile = AUTO,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    rules_path: options.RulesPath = None,
    pack: options.Packs = None,
    lang: options.Lang = LANG,
) -> int:
    """Check the drafts and drop from the baseline what they no longer have, and drafts that are gone."""
    return _rewrite(context, paths, lambda known, results: known.pruned(results), may_be_new=False)


def _rewrite(
    context: typer.Context,
    paths: list[str],
    step: Callable[[Baseline, list[FileResult]], Baseline],
    may_be_new: bool,
) -> int:
    # Late: --help and completion need no linter.
    from docklint.cli.jobs import check_all
    from docklint.settings.merge import baseline as named
    from docklint.workspace import Workspace

    asked = request(context)
    found = list(targets(paths))
    known = _known(named(asked, Workspace(asked).config(paths[0])), may_be_new)
    workspace = Workspace(asked, known)
    lang = workspace.lang(paths[0])
    drafts = Drafts(paths, found, check_all(workspace, found, "", 1), lang)
    rewritten = step(known, list(drafts))
    write(rewritten.render(), known.file, utf8=True)
    write([_told(known, rewritten, lang)], None, utf8=False)
    return drafts.summary.exit_status("never")


def _told(known: Baseline, rewritten: Baseline, lang: str) -> str:
    file, before, after = known.file, known.count(), rewritten.count()
    if lang == "en":
        return f"{file}: {before} finding(s) before, {after} now.\n"
    return f"{file}：原有 {before} 条，现有 {after} 条。\n"


def _known(file: Path | None, may_be_new: bool) -> Baseline:
    from docklint.baseline import NAME, Baseline, read

    place = file or Path(NAME)
    return Baseline(place) if may_be_new and not place.exists() else read(place)
