"""`docklint profiles derive`: a profile proposed from a notice or a model paper."""

from __future__ import annotations

from collections.abc import Container
from typing import Annotated

import typer

from docklint.cli import options
from docklint.cli.output import write
from docklint.cli.paths import spare_drafts
from docklint.cli.show import read
from docklint.cli.tongue import LANG, say
from docklint.errors import SetupError


def derive(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help=say("通知或范文。", "A notice or a model paper."))
    ],
    id: Annotated[
        str, typer.Option("--id", metavar="ID", help=say("新方案的编号。", "The new profile's id."))
    ] = "ours",
    output: options.Output = None,
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

    spare_drafts(output, [file])
    library = packs.load(tuple(rules_path or ()))
    _check_id(id, library.profiles)
    document = read(file, stdin_filename, "final", lang)
    proposal = deriving.derive(document, library)
    write(toml.write(proposal, id, lang), output, utf8=False)
    return 0


def _check_id(id: str, taken: Container[str]) -> None:
    if id in taken:
        raise SetupError(
            zh=f"已经有编号为“{id}”的方案，请用 --id 另取一个。",
            en=f"There is a profile “{id}” already; choose another --id.",
        )
    if not id or id.endswith(".toml") or any(sign.isspace() for sign in id):
        raise SetupError(
            zh=f"编号“{id}”不能用：应不含空格，也不以 .toml 结尾。",
            en=f"“{id}” will not do as an id: no blanks, and not ending in .toml.",
        )
