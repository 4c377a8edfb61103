"""Names that are not known, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from docklint.errors import SetupError

if TYPE_CHECKING:
    from docklint.rules import Rule


def unknown_rule(given: str, rules: Mapping[str, Rule], families: bool = True) -> SetupError:
    """Build the error for what is no code, and no family if `families` will do; a rule's name leads to its code."""
    known = dict.fromkeys(code.rstrip("0123456789") for code in rules) if families else ()
    names = {rule.name: code for code, rule in rules.items()}
    near = _near(given, {**dict.fromkeys((*rules, *known)), **names}, cutoff=0.5)
    return SetupError(
        zh=f"没有名为“{given}”的规则。"
        + (f"是不是 {'、'.join(near)}？" if near else "可用 docklint rules 查看全部规则。"),
        en=f"There is no rule “{given}”. "
        + (f"Did you mean {', '.join(near)}?" if near else "docklint rules lists them all."),
    )


def unknown(zh: str, en: str, given: str, known: Iterable[str]) -> SetupError:
    """Build the error for an unknown name; `zh`, `en`: what kind of thing it names. `known`: the names there are."""
    names = list(dict.fromkeys(known))
    near = _near(given, dict.fromkeys(names))
    return SetupError(
        zh=f"没有名为“{given}”的{zh}。"
        + (f"是不是 {'、'.join(near)}？" if near else f"可用的有：{'、'.join(names)}。"),
        en=f"There is no {en} “{given}”. "
        + (f"Did you mean {', '.join(near)}?" if near else f"There are: {', '.join(names)}."),
    )


def _near(given: str, names: Mapping[str, str | None], cutoff: float = 0.6) -> list[str]:
    """Return the names that `given` is likely meant as; one that has another name beside it is shown as that."""
    # Late: most runs name nothing wrong.
    from difflib import get_close_matches

    given = given[:60]
    shown = {name.lower(): instead or name for name, instead in names.items()}
    return list(
        dict.fromkeys(shown[near] for near in get_close_matches(given.lower(), shown, n=3, cutoff=cutoff))
    )
