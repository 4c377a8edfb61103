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
from docklint.cli.usage_errors import choose
from docklint.settings import AUTO, FAIL_ON
from docklint.settings.search import NAME

Folder = Annotated[
    Path,
    typer.Argument(metavar="[DIR]", help=say("文件夹，默认当前文件夹。", "The folder; here by default.")),
]
SEVERITY = "warning"
_TEXT = {
    "zh": """\
# docklint 的配置，对本文件夹和下级文件夹中的文稿有效。
# 每一项都可以删去；docklint config show 列出生效的值和来源。

# 按哪种材料的要求检查：auto 为自动识别；docklint profiles 列出全部编号。
profile = "{profile}"

# 有这一级别或更重的问题时退出码为 1：error、warning、info 或 never。
fail-on = "{fail_on}"

# 输出所用的语言：zh 或 en。
lang = "{lang}"

# 只查或不查哪些规则：代码或前缀，前缀越长越优先。docklint rules 列出全部规则。
# select = ["SEC", "DIM", "EXA"]
# ignore = ["NUM109"]

# 某一条规则的级别、选项和说法。docklint explain EXA101 讲解规则。
# [rules.EXA101]
# severity = "error"
# [rules.EXA101.zh]
# message = "{{dimension}}的{{ordinal}}问题请补写事例。"

# 只对某些文件有效的要求。
# [[per-file]]
# pattern = "班子/*.docx"
# profile = "2024"
# ignore = ["COR"]

# 约定忽略的问题：规则、原文、理由，缺一不可；path 说明是哪一份文稿。
# [[suppress]]
# rule = "RED103"
# quote = "某局"
# reason = "通知原文如此"
""",
    "en": """\
# What docklint is to do with the drafts in this folder and below it.
# Every entry may be deleted; docklint config show prints what holds, and why.

# The kind of paper; auto finds out. docklint profiles lists the ids.
profile = "{profile}"

# The mildest severity that makes the exit status 1: error, warning, info or never.
fail-on = "{fail_on}"

# The language of the output: zh or en.
lang = "{lang}"

# Rules to run and to leave out: codes or prefixes, the longest one wins. docklint rules lists them.
# select = ["SEC", "DIM", "EXA"]
# ignore = ["NUM109"]

# Severity, options and wording of one rule. docklint explain EXA101 describes it.
# [rules.EXA101]
# severity = "error"
# [rules.EXA101.en]
# message = "{{dimension}}: the problem {{ordinal}} needs an example."

# What holds for some files only.
# [[per-file]]
# pattern = "group/*.docx"
# profile = "2024"
# ignore = ["COR"]

# Findings that do not count: rule, quote and reason, none may be missing; path names the draft.
# [[suppress]]
# rule = "RED103"
# quote = "某局"
# reason = "quoted from the notice"
""",
}


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        "init",
        help=say("在文件夹中新建配置文件 docklint.toml。", "Write a docklint.toml into a folder."),
    )(init)


def init(
    folder: Folder = Path(os.curdir),
    profile: Annotated[
        str, typer.Option(metavar="ID|FILE", help=say("按哪种材料的要求检查。", "The kind of paper."))
    ] = "",
    fail_on: Annotated[
        str, typer.Option(metavar="|".join(FAIL_ON), help=say("从哪一级起算不合格。", "What fails."))
    ] = "",
    lang: options.Lang = LANG,
) -> int:
    """Ask what was not said as an option, if there is somebody to ask, and write the file."""
    # Late: --help and completion need no rules.
    from docklint.packs import load

    own = (profile,) if profile.endswith(".toml") else ()
    known = [AUTO, *load((), own).profiles, *own]
    asked = sys.stdin.isatty() and sys.stderr.isatty()
    profile = profile or (_ask(say("按哪种材料的要求检查", "Kind of paper"), known, AUTO) if asked else AUTO)
    choose("方案", "profile", profile, known)
    fail_on = fail_on or (
        _ask(say("从哪一级起算不合格", "Mildest severity that fails"), FAIL_ON, SEVERITY)
        if asked
        else SEVERITY
    )
    choose("级别", "severity", fail_on, FAIL_ON)
    file = folder / NAME
    profile = Path(os.path.relpath(profile, folder)).as_posix() if own else profile
    create(file, _TEXT[lang].format(profile=profile, fail_on=fail_on, lang=lang))
    write([say(f"已写入 {file}\n", f"Written: {file}\n")], None, utf8=False)
    return 0


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
