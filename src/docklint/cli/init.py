"""`docklint init`: a commented `docklint.toml` after two questions."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from docklint.cli import options
from docklint.cli.language import LANG, say
from docklint.cli.output import create, warn, write
from docklint.errors import SetupError
from docklint.settings import AUTO, FAIL_ON, choose, unknown_profile
from docklint.settings.search import NAME
from docklint.texts import load

Folder = Annotated[
    Path,
    typer.Argument(metavar="[DIR]", help=say("help.init-folder")),
]
SEVERITY = "warning"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        "init",
        help=say("help.init"),
    )(init)


def init(
    folder: Folder = Path(os.curdir),
    profile: Annotated[str, typer.Option(metavar="ID|FILE", help=say("help.init-profile"))] = "",
    notice: Annotated[str | None, typer.Option(metavar="FILE", help=say("help.init-notice"))] = None,
    audience: options.Audience = "",
    fail_on: Annotated[str, typer.Option(metavar="|".join(FAIL_ON), help=say("help.init-fail-on"))] = "",
    lang: options.Lang = LANG,
) -> int:
    """Ask what was not said as an option, if there is somebody to ask, and write the file."""
    # Late: --help and completion need no rules.
    from docklint import packs

    if notice is not None:
        profile = _from_notice(notice, audience, profile, folder, lang)
    own = (profile,) if profile.endswith(".toml") else ()
    known = [AUTO, *packs.load((), own).profiles, *own]
    asked = sys.stdin.isatty() and sys.stderr.isatty()
    profile = profile or (_ask(say("init.ask-profile"), known, AUTO) if asked else AUTO)
    if profile not in known:
        raise unknown_profile(profile, known)
    fail_on = fail_on or (_ask(say("init.ask-fail-on"), FAIL_ON, SEVERITY) if asked else SEVERITY)
    choose("noun.severity", fail_on, FAIL_ON)
    file = folder / NAME
    profile = Path(os.path.relpath(profile, folder)).as_posix() if own else profile
    create(file, load(lang)("init.file", profile=profile, fail_on=fail_on, lang=lang))
    write([say("init.written", file=file) + "\n"], None, utf8=False)
    return 0


def _from_notice(notice: str, audience: str, profile: str, folder: Path, lang: str) -> str:
    """Keep what a notice demands beside the configuration, and return the file."""
    # Late: only who has a notice needs it.
    from docklint.cli.from_notice import ID, keep, proposed

    if profile:
        raise SetupError("setup.profile-and-notice")
    texts, file = load(lang), folder / f"{Path(notice).stem}.toml"
    for taken in (file, folder / NAME):
        if taken.exists():
            raise SetupError("setup.exists", output=taken)
    proposal = proposed(notice, audience, (), False, texts)
    keep(proposal, file, Path(notice).stem or ID, texts)
    warn(say("init.written", file=file))
    for doubt in proposal.undecided:
        warn(texts("derive.undecided", doubt=doubt))
    return str(file)


def _ask(question: str, choices: Sequence[str], default: str) -> str:
    """Ask until the answer is one of the choices, by name or number; nothing means the default."""
    warn(question)
    for number, choice in enumerate(choices, start=1):
        warn(f"  {number:>2}  {choice}")
    while True:
        sys.stderr.write(f"[{default}] > ")
        sys.stderr.flush()
        answer = sys.stdin.readline().strip()
        if not answer:
            return default
        if answer.isdecimal() and 1 <= int(answer) <= len(choices):
            return choices[int(answer) - 1]
        if answer in choices:
            return answer
