"""Names that are not known, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from docklint.errors import SetupError
from docklint.texts import Text

if TYPE_CHECKING:
    from docklint.rules import Rule


def unknown_rule(given: str, rules: Mapping[str, Rule], families: bool = True) -> SetupError:
    """Build the error for what is no code, and no family if `families` will do; a rule's name leads to its code."""
    known = dict.fromkeys(code.rstrip("0123456789") for code in rules) if families else ()
    names = {rule.name: code for code, rule in rules.items()}
    near = _near(given, {**dict.fromkeys((*rules, *known)), **names}, cutoff=0.5)
    if near:
        return SetupError("unknown.rule-near", given=given, near=near)
    return SetupError("unknown.rule", given=given)


def unknown(noun: str, given: str, known: Iterable[str]) -> SetupError:
    """Build the error for an unknown name; `noun`: the key of what it names. `known`: the names there are."""
    names = tuple(dict.fromkeys(known))
    near = _near(given, dict.fromkeys(names))
    if near:
        return SetupError("unknown.name-near", noun=Text(noun), given=given, near=near)
    return SetupError("unknown.name", noun=Text(noun), given=given, known=names)


def choose(noun: str, given: str, choices: Iterable[str]) -> str:
    """Return `given` back if it is one of the choices; raises `SetupError` that names the nearest otherwise.

    `noun`: the key of what `given` was to be.
    """
    known = list(choices)
    if given not in known:
        raise unknown(noun, given, known)
    return given


def _near(given: str, names: Mapping[str, str | None], cutoff: float = 0.6) -> tuple[str, ...]:
    """Return the names that `given` is likely meant as; one that has another name beside it is shown as that."""
    # Late: most runs name nothing wrong.
    from difflib import get_close_matches

    given = given[:60]
    shown = {name.lower(): instead or name for name, instead in names.items()}
    return tuple(
        dict.fromkeys(shown[near] for near in get_close_matches(given.lower(), shown, n=3, cutoff=cutoff))
    )
