"""One sentence for whatever was typed wrong, with what was probably meant."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from typer.exceptions import TyperException

from docklint.errors import SetupError
from docklint.readers import is_draft_name
from docklint.settings import unknown


def sentence(error: TyperException, lang: str) -> str:
    """Say in one line what the command-line parser objects to."""
    option = getattr(error, "option_name", None)
    if option and hasattr(error, "possibilities"):
        return _unknown_option(option, error.possibilities or ()).message(lang)
    if type(error).__name__ == "MissingParameter":
        return _missing(error).message(lang)
    return SetupError(zh=f"命令有误：{error.format_message()}", en=error.format_message()).message(lang)


def wrong_command(given: str, commands: Sequence[str]) -> SetupError:
    """Build the error for a word that is no command; a path was meant for `check`."""
    if is_draft_name(given) or os.path.exists(given):
        return SetupError(
            zh=f"“{given}”前面少了命令。是不是 docklint check {given}？",
            en=f"A command is missing before “{given}”. Did you mean docklint check {given}?",
        )
    return unknown("命令", "command", given, commands)


def choose(zh: str, en: str, given: str, choices: Iterable[str]) -> str:
    """Give `given` back if it is one of the choices; raises `SetupError` that names the nearest otherwise."""
    known = list(choices)
    if given not in known:
        raise unknown(zh, en, given, known)
    return given


def _unknown_option(option: str, near: Sequence[str]) -> SetupError:
    names = ", ".join(near)
    return SetupError(
        zh=f"没有选项 {option}。" + (f"是不是 {names}？" if near else "可用 --help 查看全部选项。"),
        en=f"There is no option {option}." + (f" Did you mean {names}?" if near else " See --help."),
    )


def _missing(error: TyperException) -> SetupError:
    name = getattr(getattr(error, "param", None), "human_readable_name", "")
    return SetupError(
        zh=f"少了参数 {name}。可用 --help 查看用法。",
        en=f"The argument {name} is missing. See --help.",
    )
