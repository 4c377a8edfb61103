"""`docklint profiles derive`: a profile proposed from a notice or a model paper."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docklint.cli import options
from docklint.cli.from_notice import chosen
from docklint.cli.language import LANG, say
from docklint.cli.output import warn, write
from docklint.cli.overwriting import refuse_in_use, refuse_overwriting
from docklint.cli.show import read
from docklint.errors import SetupError
from docklint.settings import Settings
from docklint.texts import Texts, load

if TYPE_CHECKING:
    from docklint.derive.proposal import Proposal


def derive(
    file: Annotated[str, typer.Argument(metavar="FILE", help=say("help.derive-file"))],
    id: Annotated[str, typer.Option("--id", metavar="ID", help=say("help.derive-id"))] = "ours",
    audience: options.Audience = "",
    output: options.Output = None,
    force: options.Force = False,
    rules_path: options.RulesPath = None,
    stdin_filename: options.StdinFilename = "",
    lang: options.Lang = LANG,
) -> int:
    """Propose a profile, as TOML.

    `--output` writes UTF-8, which a profile must be; what PowerShell's `>` writes is not.
    """
    from docklint import derive as deriving
    from docklint import packs
    from docklint.derive import toml

    refuse_overwriting(output, [file], force)
    refuse_in_use(output, Settings(rules_path=tuple(rules_path or ())).files())
    library = packs.load(tuple(rules_path or ()))
    _check_id(id, library.profiles)
    texts = load(lang)
    document = read(file, stdin_filename, "final", texts)
    proposal = chosen(deriving.derive(document, library), audience)
    write(toml.write(proposal, id, texts), output, utf8=False)
    if output:
        warn(_told(proposal, output, texts))
    return 0


def _told(proposal: Proposal, output: Path, texts: Texts) -> str:
    """Return what was found, what is left to the reader, and how the profile is used."""
    read_from_it = {"sections": len(proposal.sections), "dimensions": len(proposal.dimensions)}
    doubts = len(proposal.undecided) + len(proposal.doubts)
    if doubts:
        return texts("cli.derived-with-doubts", output=output, doubts=doubts, **read_from_it)
    return texts("cli.derived", output=output, **read_from_it)


def _check_id(id: str, taken: Container[str]) -> None:
    if id in taken:
        raise SetupError("setup.profile-exists", id=id)
    if not id or id.endswith(".toml") or any(sign.isspace() for sign in id):
        raise SetupError("setup.profile-id", id=id)
