"""Codes, options and profiles of a configuration against the library: what only the loaded rules can tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docklint.rules import Rule
from docklint.settings.config import Config
from docklint.settings.selection import matches
from docklint.settings.values import AUTO
from docklint.texts import Text
from docklint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from docklint.packs import Faults, Library

_LONGEST = 60
"""Code points of a name that are compared with those there are."""


def verify(config: Config, library: Library, file: str, faults: Faults) -> None:
    """Add to `faults` every code, option and profile of `config` that `library` does not have.

    `file`: the configuration's name, as it is told.
    """
    for key, codes in _lists(config):
        for number, code in enumerate(codes, start=1):
            _check_code(code, f"{key}[{number}]", file, library.rules, faults)
    for each in config.suppress:
        _check_code(each.rule, f"{each.source.partition(': ')[2]}.rule", file, library.rules, faults)
    for code, table in config.rules.items():
        path = config.at(f"rules.{code}")
        if code in library.rules:
            # Late: most configurations adjust no rule.
            from docklint.packs import adjust

            adjust(library.rules[code], table, file, path, faults)
        else:
            _check_code(code, path, file, library.rules, faults, whole=True)
    for key, profile in _profiles(config):
        _check_profile(profile, key, file, library, faults)


def _lists(config: Config) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield config.at("select"), config.select
    yield config.at("ignore"), config.ignore
    yield from ((f"{each.path}.ignore", each.ignore) for each in config.per_file)


def _profiles(config: Config) -> Iterable[tuple[str, str]]:
    yield config.at("profile"), config.profile
    yield from ((f"{each.path}.profile", each.profile) for each in config.per_file)


def _check_code(
    code: str, path: str, file: str, rules: Mapping[str, Rule], faults: Faults, whole: bool = False
) -> None:
    """Note a code that no rule bears; a rule's name leads to its code. `whole`: a prefix will not do."""
    if faults.full or not code or code in rules or (not whole and any(matches(each, code) for each in rules)):
        return
    # Late: only a mistake needs it.
    from difflib import get_close_matches

    names = {rule.name: each for each, rule in rules.items()}
    near = get_close_matches(code[:_LONGEST], [*rules, *names], n=1, cutoff=0.5)
    if near:
        meant = names.get(near[0], near[0])
        faults.add(file, path, Text("fault.no-rule-near", code=code, near=meant))
        return
    families = dict.fromkeys(each.rstrip("0123456789") for each in rules)
    faults.add(file, path, Text("fault.no-rule", code=code, families=tuple(families)))


def _check_profile(profile: str, path: str, file: str, library: Library, faults: Faults) -> None:
    known = [AUTO, *library.profiles]
    if faults.full or not profile or profile in known or profile.endswith(".toml"):
        return
    # Late: only a mistake needs it.
    from docklint.settings.names import near_profiles, unshipped_year

    if near := near_profiles(profile, known):
        faults.add(file, path, Text("fault.no-profile-near", profile=profile, near=near))
    elif year := unshipped_year(profile, known):
        faults.add(file, path, Text("fault.no-profile-year", profile=profile, year=year))
    else:
        faults.add(file, path, Text("fault.no-profile", profile=profile, known=tuple(known)))
