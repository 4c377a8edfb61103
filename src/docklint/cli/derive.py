"""`docklint profiles derive`: a profile proposed from a notice or a model paper."""

from __future__ import annotations

from typing import Annotated

import typer

from docklint.cli import options
from docklint.cli.output import write
from docklint.cli.show import read
from docklint.cli.tongue import LANG, say


def derive(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help=say("通知或范文。", "A notice or a model paper."))
    ],
    id: Annotated[str, typer.Option("--id", help=say("新方案的编号。", "The new profile's id."))] = "ours",
    rules_path: options.RulesPath = None,
    stdin_filename: options.StdinFilename = "",
    lang: options.Lang = LANG,
) -> int:
    """Propose a profile, as TOML on standard output; nothing is written to disk."""
    from docklint import derive as deriving
    from docklint import packs
    from docklint.derive import toml

    document = read(file, stdin_filename, "final", lang)
    proposal = deriving.derive(document, packs.load(tuple(rules_path or ())))
    write(toml.write(proposal, id, lang), None, utf8=False)
    return 0
