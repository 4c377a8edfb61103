"""The options and arguments of the commands, each defined once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from docklint.cli.language import say
from docklint.errors import SetupError
from docklint.reports import REPORTS
from docklint.settings import choose

FAIL_ON = ("error", "warning", "info", "never")
OVERVIEW_FORMATS = ("text", "html", "xlsx", "docx", "csv", "json")
AUDIENCES = ("group", "individual")
"""For whom papers are, as profiles have it."""


def _one_of(noun: str, *choices: str) -> Callable[[str], str]:
    return lambda value: choose(noun, value, choices)


def _format(value: str | None) -> str | None:
    """Take a format; None: none was named, and the output's suffix speaks."""
    return None if value is None else choose("noun.format", value, REPORTS)


def _one_of_if_any(noun: str, *choices: str) -> Callable[[str | None], str | None]:
    return lambda value: None if value is None else choose(noun, value, choices)


def _some(value: str) -> str:
    """Refuse an empty value, as of a variable in a script that was never set."""
    if not value:
        raise SetupError("setup.option-without-value", option="--profile")
    return value


def _audience(value: str) -> str:
    """Take `personal`, as people say, for `individual`."""
    return choose("noun.value", {"personal": "individual"}.get(value, value), AUDIENCES) if value else value


def _part(value: float) -> float:
    """Refuse what is no part of a whole, and what is no number."""
    if not 0 < value <= 1:
        raise SetupError("setup.not-a-part", option="--threshold", value=value)
    return value


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help=say("help.paths"),
    ),
]
Draft = Annotated[str, typer.Argument(metavar="PATH", help=say("help.draft"))]
Code = Annotated[str, typer.Argument(metavar="CODE", help=say("help.explain-code"))]
ProfileId = Annotated[str, typer.Argument(metavar="ID|FILE", help=say("help.profiles-show-id"))]
OldDraft = Annotated[str, typer.Argument(metavar="OLD", help=say("help.compare-old"))]
NewDraft = Annotated[str, typer.Argument(metavar="NEW", help=say("help.compare-new"))]
Profile = Annotated[
    str,
    typer.Option(
        metavar="ID|FILE",
        callback=_some,
        help=say("help.profile"),
    ),
]
Notice = Annotated[str | None, typer.Option(metavar="FILE", help=say("help.notice"))]
Audience = Annotated[
    str,
    typer.Option(metavar="group|individual", callback=_audience, help=say("help.audience")),
]
SaveProfile = Annotated[Path | None, typer.Option(metavar="FILE", help=say("help.save-profile"))]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        callback=_format,
        help=say("help.report-format", formats=tuple(REPORTS)),
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option("--output", "-o", metavar="FILE|FOLDER/", help=say("help.outputs")),
]
Open = Annotated[bool, typer.Option("--open", help=say("help.open"))]
TreeFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="text|json",
        callback=_one_of("noun.format", "text", "json"),
        help=say("help.format"),
    ),
]
CompareFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="text|json|html|markdown|sarif",
        callback=_one_of("noun.format", "text", "json", "html", "markdown", "sarif"),
        help=say("help.format"),
    ),
]
MatrixFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="text|json|markdown|html",
        callback=_one_of("noun.format", "text", "json", "markdown", "html"),
        help=say("help.format"),
    ),
]
AlikeFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="text|json|html",
        callback=_one_of("noun.format", "text", "json", "html"),
        help=say("help.format"),
    ),
]
OverviewFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(OVERVIEW_FORMATS),
        callback=_one_of_if_any("noun.format", *OVERVIEW_FORMATS),
        help=say("help.format"),
    ),
]
OverviewOutputs = Annotated[
    list[str] | None,
    typer.Option("--output", "-o", metavar="FILE|FOLDER/", help=say("help.overview-output")),
]
Past = Annotated[list[str] | None, typer.Option(metavar="PATH", help=say("help.past"))]
Threshold = Annotated[float, typer.Option(metavar="N", callback=_part, help=say("help.threshold"))]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=say("help.output")),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force",
        help=say("help.force"),
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES",
        help=say("help.select"),
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES",
        help=say("help.ignore"),
    ),
]
FailOn = Annotated[
    str,
    typer.Option(
        metavar="|".join(FAIL_ON),
        callback=_one_of("noun.severity", *FAIL_ON),
        help=say("help.fail-on"),
    ),
]
FailOnUnchecked = Annotated[
    bool,
    typer.Option(
        "--fail-on-unchecked",
        help=say("help.fail-on-unchecked"),
    ),
]
RulesPath = Annotated[
    list[Path] | None,
    typer.Option(metavar="DIR", help=say("help.rules-path")),
]
Packs = Annotated[
    list[str] | None,
    typer.Option(
        "--pack",
        metavar="NAME",
        help=say("help.pack"),
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help=say("help.config-file"),
    ),
]
Isolated = Annotated[bool, typer.Option("--isolated", help=say("help.isolated"))]
Baseline = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help=say("help.baseline"),
    ),
]
ShowSuppressed = Annotated[
    bool,
    typer.Option(
        "--show-suppressed",
        help=say("help.show-suppressed"),
    ),
]
StdinFilename = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help=say("help.stdin-filename"),
    ),
]
Revisions = Annotated[
    str,
    typer.Option(
        metavar="final|original",
        callback=_one_of("noun.revisions", "final", "original"),
        help=say("help.revisions"),
    ),
]
Convert = Annotated[
    bool,
    typer.Option(
        "--convert",
        help=say("help.convert"),
    ),
]
Numbers = Annotated[bool, typer.Option("--numbers", help=say("help.numbers"))]
TextConv = Annotated[bool, typer.Option("--textconv", help=say("help.textconv"))]
ByteColumns = Annotated[bool, typer.Option("--byte-columns", help=say("help.byte-columns"))]
Jobs = Annotated[int, typer.Option(min=1, metavar="N", help=say("help.jobs"))]
MaxFindings = Annotated[int, typer.Option(min=1, metavar="N", help=say("help.max-findings"))]
DraftsOnly = Annotated[
    bool,
    typer.Option(
        "--drafts-only",
        help=say("help.drafts-only"),
    ),
]
Statistics = Annotated[bool, typer.Option("--statistics", help=say("help.statistics"))]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=say("help.quiet"))]
Lang = Annotated[
    str,
    typer.Option(
        metavar="zh|en",
        callback=_one_of("noun.language", "zh", "en"),
        help=say("help.lang"),
    ),
]
Diff = Annotated[bool, typer.Option("--diff", help=say("help.diff"))]
CopyOutput = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=say("help.copy-output")),
]
ForceCopy = Annotated[bool, typer.Option("--force", help=say("help.force-copy"))]
InPlace = Annotated[bool, typer.Option("--in-place", "-i", help=say("help.in-place"))]
Unsafe = Annotated[bool, typer.Option("--unsafe", help=say("help.unsafe"))]
Plain = Annotated[bool, typer.Option("--plain", help=say("help.plain"))]
Author = Annotated[str, typer.Option(metavar="NAME", help=say("help.author"))]
Date = Annotated[str, typer.Option(metavar="DATE", help=say("help.date"))]
AnnotatedOutput = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=say("help.annotated-output")),
]
CommentAuthor = Annotated[str, typer.Option("--author", metavar="NAME", help=say("help.comment-author"))]
CommentDate = Annotated[str, typer.Option("--date", metavar="DATE", help=say("help.comment-date"))]
Remove = Annotated[bool, typer.Option("--remove", help=say("help.remove"))]
WithFixes = Annotated[bool, typer.Option("--with-fixes", help=say("help.with-fixes"))]
