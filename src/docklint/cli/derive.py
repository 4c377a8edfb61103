"""`docklint profiles derive`: a profile proposed from a notice or a model paper."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docklint.cli import options
from docklint.cli.language import LANG, say
from docklint.cli.output import warn, write
from docklint.cli.overwriting import refuse_in_use, refuse_overwriting
from docklint.cli.show import read
from docklint.errors import SetupError
from docklint.settings import Settings

if TYPE_CHECKING:
    from docklint.derive.proposal import Proposal


def derive(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help=say("通知或范文。", "A notice or a model paper."))
    ],
    id: Annotated[
        str, typer.Option("--id", metavar="ID", help=say("新方案的编号。", "The new profile's id."))
    ] = "ours",
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
    document = read(file, stdin_filename, "final", lang)
    proposal = deriving.derive(document, library)
    write(toml.write(proposal, id, lang), output, utf8=False)
    if output:
        warn(_told(proposal, output, lang))
    return 0


def _told(proposal: Proposal, output: Path, lang: str) -> str:
    """Return what was found, what is left to the reader, and how the profile is used."""
    dimensions, open_ = len(proposal.dimensions), len(proposal.doubts)
    sections = len(proposal.sections)
    if lang == "en":
        left = f"settle the {open_} point(s) named at its top" if open_ else "look it over"
        read_from_it = f"{sections} section(s) and {dimensions} dimension(s) were read"
        return f"{output}: {read_from_it}; {left}, then check with --profile {output}"
    left = f"有{open_}处未能确定，写在文件开头，请先改好" if open_ else "请先核对"
    return f"已写入 {output}：读出{sections}个部分、{dimensions}个方面；{left}，再用 --profile {output} 检查文稿。"


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
