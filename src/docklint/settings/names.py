"""Names that are not known, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docklint.errors import SetupError
from docklint.texts import Text
from docklint.typed import TYPE_CHECKING

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


def unknown_profile(given: str, known: Iterable[str]) -> SetupError:
    """Build the error for what is no profile: one that begins so, no year's list in place of another's, or a notice.

    `known`: the ids there are.
    """
    names = tuple(dict.fromkeys(known))
    if near := near_profiles(given, names):
        return SetupError("unknown.name-near", noun=Text("noun.profile"), given=given, near=near)
    if year := unshipped_year(given, names):
        return SetupError("unknown.profile-year", given=given, year=year)
    # Late: only a mistake needs it.
    from docklint.readers import is_draft_name

    if is_draft_name(given, convert=True):
        return SetupError("unknown.profile-is-a-paper", given=given)
    return SetupError("unknown.name", noun=Text("noun.profile"), given=given, known=names)


def near_profiles(given: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the profiles that `given` is likely meant as: those that begin so or that it begins with, else the likest.

    Two years look alike, and are not: a year is never met with another.
    """
    names, low = tuple(names), given.lower()[:60]
    begun = tuple(name for name in names if low and (name.startswith(low) or low.startswith(name)))
    years = set(_years(low))
    return begun or _near(low, {name: None for name in names if years <= set(_years(name))})


def unshipped_year(given: str, names: Iterable[str]) -> str:
    """Return the year that `given` names and that is part of no profile's name; empty if there is none."""
    known = set(_years(" ".join(names)))
    return next((year for year in _years(given) if year not in known), "")


def _years(text: str) -> list[str]:
    # Late: only a mistake needs it.
    from re import findall

    return findall("20[0-9]{2}", text)


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
