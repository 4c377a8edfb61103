"""One sentence for whatever was typed wrong, with what was probably meant."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from re import fullmatch

from typer.core import TyperGroup
from typer.exceptions import TyperException

from docklint.cli.help import in_our_words
from docklint.errors import SetupError
from docklint.readers import is_draft_name
from docklint.settings import unknown


class Group(TyperGroup):
    """The commands of a group; what is none of them is met with the one that was meant."""

    def get_help(self, ctx):  # type: ignore[no-untyped-def]  # typer's own types are private
        """Return the help text."""
        return in_our_words(super().get_help(ctx))

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]
        """Find the command, or raise `SetupError` naming what was meant."""
        if args and self.get_command(ctx, args[0]) is None:
            raise unknown("命令", "command", args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)


def sentence(error: TyperException, lang: str) -> str:
    """Say in one line what the command-line parser objects to."""
    option = getattr(error, "option_name", None)
    if option and hasattr(error, "possibilities"):
        return _unknown_option(option, error.possibilities or ()).message(lang)
    if type(error).__name__ == "MissingParameter":
        return _missing(error).message(lang)
    return _translated(error.format_message()).message(lang)


def wrong_command(given: str, commands: Sequence[str]) -> SetupError:
    """Build the error for a word that is no command; a path was meant for `check`."""
    if is_draft_name(given) or os.path.exists(given):
        return SetupError(
            zh=f"“{given}”前面少了命令。是不是 docklint check {given}？",
            en=f"A command is missing before “{given}”. Did you mean docklint check {given}?",
        )
    return unknown("命令", "command", given, commands)


def choose(zh: str, en: str, given: str, choices: Iterable[str]) -> str:
    """Return `given` back if it is one of the choices; raises `SetupError` that names the nearest otherwise."""
    known = list(choices)
    if given not in known:
        raise unknown(zh, en, given, known)
    return given


def _translated(told: str) -> SetupError:
    """Return the parser's sentence in our words; one we do not know stands as it is."""
    for pattern, zh, en in _SENTENCES:
        if match := fullmatch(pattern, told):
            return SetupError(zh=zh.format(*match.groups()), en=en.format(*match.groups()))
    return SetupError(zh=f"命令有误：{told}", en=told)


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


_NUMBER = ("{0} 应为不小于 1 的整数，现在是“{1}”。", "{0} must be an integer of at least 1, not “{1}”.")
# In the words of typer's parser, which has no other way to tell them apart.
_SENTENCES = (
    (r"Option '(.+)' requires an argument\.", "选项 {0} 后面少了值。", "The option {0} needs a value."),
    (r"Option '(.+)' does not take a value\.", "选项 {0} 后面不带值。", "The option {0} takes no value."),
    (r"Invalid value for '(.+)': '?(.*?)'? is not (?:in the range x>=1|a valid int.*)\.", *_NUMBER),
    (
        r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)",
        "多了“{0}”。文件名里有空格时，请给它加上英文引号。",
        "“{0}” is one too many. Put a name with blanks into quotation marks.",
    ),
)
