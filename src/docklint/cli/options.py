"""The options and arguments of the commands, each defined once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from docklint.cli.language import say
from docklint.cli.usage_errors import choose
from docklint.errors import SetupError
from docklint.reports import REPORTS

FAIL_ON = ("error", "warning", "info", "never")


def _one_of(zh: str, en: str, *choices: str) -> Callable[[str], str]:
    return lambda value: choose(zh, en, value, choices)


def _some(value: str) -> str:
    """Refuse an empty value, as of a variable in a script that was never set."""
    if not value:
        raise SetupError(zh="选项 --profile 后面少了值。", en="The option --profile needs a value.")
    return value


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help=say("文稿或文件夹（- 为标准输入）。", "Drafts or folders (- is standard input)."),
    ),
]
Draft = Annotated[
    str, typer.Argument(metavar="PATH", help=say("文稿（- 为标准输入）。", "A draft (- is standard input)."))
]
Profile = Annotated[
    str,
    typer.Option(
        metavar="ID|FILE",
        callback=_some,
        help=say(
            "按哪种材料的要求检查：编号或 .toml 文件；auto 为自动识别。",
            "Kind of paper, by id or .toml file; auto finds out.",
        ),
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(REPORTS),
        callback=_one_of("格式", "format", *REPORTS),
        help=say("输出格式。", "Output format."),
    ),
]
TreeFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="text|json",
        callback=_one_of("格式", "format", "text", "json"),
        help=say("输出格式。", "Output format."),
    ),
]
MatrixFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="text|json|markdown|html",
        callback=_one_of("格式", "format", "text", "json", "markdown", "html"),
        help=say("输出格式。", "Output format."),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help=say("写入文件（UTF-8 编码）。", "Write to a file, in UTF-8.")
    ),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force",
        help=say(
            "--output 的文件已经存在、又不是 docklint 的报告时，也替换它。",
            "Replace the --output file even if it is no report of docklint's.",
        ),
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES",
        help=say("只查这些规则：代码或前缀，逗号分隔。", "Only these rules: codes or prefixes, with commas."),
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES",
        help=say("不查这些规则：代码或前缀，逗号分隔。", "Not these rules: codes or prefixes, with commas."),
    ),
]
FailOn = Annotated[
    str,
    typer.Option(
        metavar="|".join(FAIL_ON),
        callback=_one_of("级别", "severity", *FAIL_ON),
        help=say("有这一级别或更重的问题时，退出码为 1。", "Mildest severity that makes the exit status 1."),
    ),
]
RulesPath = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="DIR", help=say("另外加载的规则包文件夹，可多次给出。", "Folder of more packs; repeatable.")
    ),
]
Packs = Annotated[
    list[str] | None,
    typer.Option(
        "--pack",
        metavar="NAME",
        help=say("另外使用的已安装规则包，可多次给出。", "Installed pack to use as well; repeatable."),
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help=say(
            "用这个配置文件，不找 docklint.toml。", "Use this configuration, not the nearest docklint.toml."
        ),
    ),
]
Isolated = Annotated[
    bool, typer.Option("--isolated", help=say("不用任何配置文件。", "Use no configuration at all."))
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help=say("基线文件：其中已有的问题不算。", "Baseline: findings it holds do not count."),
    ),
]
ShowSuppressed = Annotated[
    bool,
    typer.Option(
        "--show-suppressed",
        help=say("也列出已约定忽略的问题。", "List the findings that are suppressed, too."),
    ),
]
StdinFilename = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help=say(
            "标准输入的文件名；扩展名决定格式。", "Name of standard input; its suffix tells the format."
        ),
    ),
]
Revisions = Annotated[
    str,
    typer.Option(
        metavar="final|original",
        callback=_one_of("修订取法", "view of tracked changes", "final", "original"),
        help=say(
            "文稿带修订时，看接受后（final）还是修订前（original）的文字。",
            "Tracked changes: the text after (final) or before (original) them.",
        ),
    ),
]
Convert = Annotated[
    bool,
    typer.Option(
        "--convert",
        help=say(
            "经 LibreOffice 读取 .doc、.wps、.odt、.rtf（结果不能写回原文件）。",
            "Read .doc, .wps, .odt and .rtf through LibreOffice (nothing can be written back to them).",
        ),
    ),
]
Jobs = Annotated[
    int, typer.Option(min=1, metavar="N", help=say("同时检查几份文稿。", "Drafts checked at a time."))
]
MaxFindings = Annotated[
    int,
    typer.Option(
        min=1,
        metavar="N",
        help=say(
            "每份文稿每条规则最多列出几处，其余只计数。",
            "Findings listed of one rule in one draft; the rest is counted.",
        ),
    ),
]
DraftsOnly = Annotated[
    bool,
    typer.Option(
        "--drafts-only",
        help=say(
            "写出了文件名的 .txt、.md 也只查认得出章节的（供 pre-commit 用）。",
            "Check named .txt and .md files only if they have sections, too (for pre-commit).",
        ),
    ),
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help=say("只数每条规则发现几处。", "Only count what each rule finds."))
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help=say("只输出问题，不输出其他说明。", "Print findings only."))
]
Lang = Annotated[
    str,
    typer.Option(
        metavar="zh|en",
        callback=_one_of("语言", "language", "zh", "en"),
        help=say("输出所用的语言。", "Language of the output."),
    ),
]
