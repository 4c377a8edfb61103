"""`docklint profiles derive`: a profile proposed from a notice or a model paper."""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docklint.cli import options
from docklint.cli.language import LANG, say
from docklint.cli.output import warn, write
from docklint.cli.overwriting import refuse_in_use, refuse_overwriting
from docklint.cli.request import request
from docklint.cli.show import read
from docklint.derive.told import chosen
from docklint.errors import SetupError
from docklint.near_files import for_shell
from docklint.settings import AUTO
from docklint.texts import Texts, load
from docklint.values import replace

if TYPE_CHECKING:
    from docklint.derive.proposal import Proposal


def derive(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=say("help.derive-file"))],
    id: Annotated[str, typer.Option("--id", metavar="ID", help=say("help.derive-id"))] = "ours",
    audience: options.Audience = "",
    output: options.Output = None,
    force: options.Force = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    rules_path: options.RulesPath = None,
    pack: options.Packs = None,
    stdin_filename: options.StdinFilename = "",
    convert: options.Convert = False,
    lang: options.Lang = LANG,
) -> int:
    """Propose a profile, as TOML.

    `--output` writes UTF-8, which a profile must be; what PowerShell's `>` writes is not.
    """
    from docklint import derive as deriving
    from docklint.derive import toml
    from docklint.workspace import Workspace

    refuse_overwriting(output, [file], force)
    # The profile that a configuration names may be the very one that is to be made.
    catalogue = Workspace(replace(request(context), profile=AUTO)).catalogue(os.curdir)
    refuse_in_use(output, catalogue.settings.files())
    _check_id(id, catalogue.profiles)
    texts = load(catalogue.settings.lang)
    document = read(file, stdin_filename, "final", texts, convert)
    proposal = chosen(deriving.derive(document, catalogue.library), audience)
    write(toml.write(proposal, id, texts), output, utf8=False)
    if output:
        warn(_told(proposal, output, texts))
    return 0


def _told(proposal: Proposal, output: Path, texts: Texts) -> str:
    """Return what was found, what is left to the reader, and how the profile is used."""
    read_from_it = {
        "sections": len(proposal.sections),
        "dimensions": len(proposal.dimensions),
        "typed": for_shell(str(output)),
    }
    doubts = len(proposal.undecided) + len(proposal.doubts)
    if doubts:
        return texts("cli.derived-with-doubts", output=output, doubts=doubts, **read_from_it)
    return texts("cli.derived", output=output, **read_from_it)


def _check_id(id: str, taken: Container[str]) -> None:
    if id in taken:
        raise SetupError("setup.profile-exists", id=id)
    if not id or id.endswith(".toml") or any(sign.isspace() for sign in id):
        raise SetupError("setup.profile-id", id=id)
