"""Names that are not known, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from docklint.errors import SetupError

if TYPE_CHECKING:
    from docklint.rules import Rule


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
