"""What a run is asked to do. Today the command line fills it in; `docklint.toml` will stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docklint.errors import SetupError

if TYPE_CHECKING:
    from docklint.rules import Rule

AUTO = "auto"
"""The profile that stands for: find out from the draft."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides what is found, and in which language it is told.

    `profile`: an id, a TOML file or `auto`; `profile_by`: who named it, `option` or `config`. `select` and
    `ignore`: codes or prefixes of codes. `rules_path`: folders of more packs. `rules`: per code, tables as a
    profile's `[rules.CODE]` has them; they win over the profile's. `revisions`: `final` or `original`.
    """

    profile: str = AUTO
    profile_by: str = "option"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules_path: tuple[Path, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lang: str = "zh"
    revisions: str = "final"


def is_selected(code: str, enabled: bool, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Decide whether a rule runs: the longest prefix of its code wins, and `ignore` wins a tie.

    `enabled`: whether it runs when neither list speaks of it; with a `select` list, nothing else runs.
    """
    chosen = _longest(code, select)
    ignored = _longest(code, ignore)
    if chosen is None and ignored is None:
        return enabled and not select
    return (-1 if chosen is None else chosen) > (-1 if ignored is None else ignored)


def _longest(code: str, prefixes: Iterable[str]) -> int | None:
    lengths = (0 if prefix == "ALL" else len(prefix) for prefix in prefixes if _matches(code, prefix))
    return max(lengths, default=None)


def _matches(code: str, prefix: str) -> bool:
    return prefix == "ALL" or code.startswith(prefix)


def check_selectors(given: Iterable[str], rules: Mapping[str, Rule]) -> None:
    """Raise `SetupError` for the first selector that is no prefix of a code in `rules`."""
    for selector in given:
        if not any(_matches(code, selector) for code in rules):
            raise unknown_rule(selector, rules)


def unknown_rule(given: str, rules: Mapping[str, Rule]) -> SetupError:
    """Build the error for what is neither a code nor a family; a rule's name leads to its code."""
    families = (code.rstrip("0123456789") for code in rules)
    names = {rule.name: code for code, rule in rules.items()}
    return unknown("规则", "rule", given, [*rules, *families, *names], names)


def unknown(
    zh: str, en: str, given: str, known: Iterable[str], shown: Mapping[str, str] | None = None
) -> SetupError:
    """Build the error for an unknown name; `zh`, `en`: what kind of thing it names.

    `known`: the names there are. `shown`: under which name to suggest one of them, if not its own.
    """
    # Late: most runs name nothing wrong.
    from difflib import get_close_matches

    names = {name.lower(): (shown or {}).get(name, name) for name in known}
    matches = get_close_matches(given.lower(), names, n=3, cutoff=0.6)
    near = list(dict.fromkeys(names[match] for match in matches))
    there_are = list(dict.fromkeys(names.values()))
    return SetupError(
        zh=f"没有名为“{given}”的{zh}。"
        + (f"是不是 {'、'.join(near)}？" if near else f"可用的有：{'、'.join(there_are)}。"),
        en=f"There is no {en} “{given}”. "
        + (f"Did you mean {', '.join(near)}?" if near else f"There are: {', '.join(there_are)}."),
    )
