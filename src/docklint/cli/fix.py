"""`docklint fix`: mechanical faults mended, shown first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docklint.cli.command import taking
from docklint.cli.dates import written_at
from docklint.cli.draft_input import read
from docklint.cli.language import LANG, say
from docklint.cli.output import warn, write
from docklint.errors import DraftError, SetupError
from docklint.neutral import shown
from docklint.reports.fix_diff import changes, left_alone
from docklint.settings import AUTO, Request
from docklint.texts import Texts, load
from docklint.values import Value

if TYPE_CHECKING:
    import typer

    from docklint.cli import options
    from docklint.linter import Linter
    from docklint.results import Fixed


class FixOptions(Value):
    """What may stand behind `docklint fix`, in the order of its help."""

    path: options.Draft
    diff: options.Diff = False
    output: options.CopyOutput = None
    in_place: options.InPlace = False
    force: options.ForceCopy = False
    unsafe: options.Unsafe = False
    plain: options.Plain = False
    author: options.Author = "docklint"
    date: options.Date = ""
    profile: options.Profile = AUTO
    select: options.Select = None
    ignore: options.Ignore = None
    config: options.Config = None
    isolated: options.Isolated = False
    baseline: options.Baseline = None
    rules_path: options.RulesPath = None
    pack: options.Packs = None
    stdin_filename: options.StdinFilename = ""
    revisions: options.Revisions = "final"
    quiet: options.Quiet = False
    lang: options.Lang = LANG


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("fix", help=say("help.fix"))(taking(FixOptions, fix))


def fix(given: FixOptions, asked: Request) -> int:
    """Show what can be mended in a draft, or mend it; give 0."""
    # Late, here and below: --help and completion need no linter.
    from docklint.runner.targets import place
    from docklint.workspace import Workspace

    _refuse_both(given)
    linter = Workspace(asked).of(place(given.path, given.stdin_filename))
    texts = load(linter.settings.lang)
    try:
        outcome = _fixed(given, linter, texts)
    except DraftError as error:
        warn(f"{shown(given.path)}: {error.text.told_in(texts)}")
        return 2
    if not given.quiet:
        _report(given, outcome, texts)
    return 0


def _fixed(given: FixOptions, linter: Linter, texts: Texts) -> Fixed:
    """Mend the draft, or show how; return what it came to."""
    from docklint.fixing.rounds import fix as fixed

    name, data = read(given.path, given.stdin_filename)
    outcome = fixed(linter, name, data, given.unsafe)
    assert outcome.before.document is not None
    _refuse_original(outcome.before.document.format, linter)
    if given.output is None and not given.in_place:
        write(changes(outcome.before.document, outcome.edits, outcome.made, texts), None, utf8=False)
    else:
        result = _result(given, data, outcome)
        _refuse_places(given, outcome.before.document.format, result)
        _write(given, data, result)
    return outcome


def _refuse_both(given: FixOptions) -> None:
    wanted = [
        option
        for option, said in (
            ("--diff", given.diff),
            ("--output", given.output),
            ("--in-place", given.in_place),
        )
        if said
    ]
    if len(wanted) > 1:
        raise SetupError("setup.one-of", options=tuple(wanted))


def _refuse_original(format: str, linter: Linter) -> None:
    """Refuse to mend the text before its tracked changes: what is mended is what the changes have made of it."""
    if format == "docx" and linter.settings.revisions != "final":
        raise SetupError("setup.original-not-fixed")


def _refuse_places(given: FixOptions, format: str, result: bytes) -> None:
    from docklint.cli.draft_output import holds, refuse_in_place, refuse_output

    if given.in_place:
        refuse_in_place(given.path, format)
    elif given.output is not None:
        refuse_output(given.output, given.path, format, given.force or holds(given.output, result))


def _result(given: FixOptions, data: bytes, outcome: Fixed) -> bytes:
    from docklint.fixing.result import fixed_bytes

    return fixed_bytes(data, outcome, plain=given.plain, author=given.author, date=written_at(given.date))


def _write(given: FixOptions, before: bytes, data: bytes) -> None:
    from docklint.cli.draft_output import write_copy, write_in_place

    if given.output is not None:
        write_copy(given.output, data)
    elif data != before:
        write_in_place(Path(given.path), data)


def _report(given: FixOptions, outcome: Fixed, texts: Texts) -> None:
    """Say on standard error what was done and what was left alone."""
    from docklint.fixing.rounds import UNSAFE

    assert outcome.before.document is not None
    unsafe = sum(each.why == UNSAFE for each in outcome.declined)
    others = [each for each in outcome.declined if each.why != UNSAFE]
    for line in left_alone(others, outcome.before.document, texts):
        warn(line)
    shows = given.output is None and not given.in_place
    key = "fix.nothing" if not outcome.made else "fix.would" if shows else "fix.did"
    warn(texts(key, count=len(outcome.made)))
    if unsafe:
        warn(texts("fix.unsafe-left", count=unsafe))
