"""A library made from files, every fault of theirs named at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from docklint.packs import files
from docklint.packs.lexicon import lexicon
from docklint.packs.library import Library
from docklint.packs.profile import profiles
from docklint.packs.rule import adjust, rule
from docklint.packs.shipped import builtin
from docklint.packs.table import Faults, Table, unknown
from docklint.profile import Profile
from docklint.rules import Rule
from docklint.texts import Text

CONFIGURATIONS = ("docklint.toml", "pyproject.toml")
"""Files beside packs that are none, unless they hold rules."""


def loaded(more: list[Path], named: Mapping[Path, Path], samples: bool) -> Library:
    """Return the library of what ships with docklint, the packs of the folders `more` and the profiles `named`.

    `named`: single profiles by where they really are, as they were named. Rules carry their examples only with
    `samples`. Raises `SetupError`.
    """
    faults, own = Faults(), [builtin()]
    rules = _rules(own, more, faults, samples)
    given = [files.table(path, faults) for path in named.values()]
    found = (path for path in files.profiles(own + more) if not named or path.resolve() not in named)
    tables = [*(files.table(path, faults) for path in found), *given]
    known = profiles(tables)
    words = lexicon((files.table(path, faults) for path in files.lexicons(own + more)), known.values())
    _check_codes(rules, known, {str(table.raw.get("id")): table.file for table in tables}, faults)
    faults.settle()
    return Library(rules, known, words, tuple(str(table.raw["id"]) for table in given))


def _rules(own: list[Path], more: list[Path], faults: Faults, samples: bool) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    tables = [(table, True) for path in files.packs(own, faults) for table in _tables(path, faults, samples)]
    tables += [(table, False) for path in files.packs(more, faults) for table in _tables(path, faults, True)]
    for table, trusted in tables:
        one = rule(table, trusted, samples or not trusted)
        if one is None:
            continue
        if one.code in rules:
            table.fault("code", Text("fault.code-taken", code=one.code))
        rules.setdefault(one.code, one)
    return dict(sorted(rules.items()))


def _tables(path: Path, faults: Faults, samples: bool) -> Iterator[Table]:
    pack = files.table(path, faults, samples)
    if "rule" not in pack.raw and path.name in CONFIGURATIONS:
        # `rules-path = ["."]`: the file that says so lies among the packs.
        return
    if "id" in pack.raw and "rule" not in pack.raw:
        pack.fault("", Text("fault.profile-among-packs"))
        return
    yield from pack.tables("rule")
    pack.close()


def _check_codes(
    rules: Mapping[str, Rule], known: Mapping[str, Profile], places: Mapping[str, str], faults: Faults
) -> None:
    """Note codes that no rule bears, and settings of a profile that its rules do not have.

    `places`: the file of a profile, by its id.
    """
    for one in rules.values():
        for code in one.yields_to:
            if code not in rules:
                faults.add(one.code, "yields-to", unknown(code, rules, "noun.code"))
    for profile in known.values():
        file = places.get(profile.id, profile.id)
        for code in profile.returns:
            if code not in rules:
                faults.add(file, "return.rules", unknown(code, rules, "noun.code"))
        for code, settings in profile.rules.items():
            if code in rules:
                adjust(rules[code], settings, file, f"rules.{code}", faults)
            else:
                faults.add(file, f"rules.{code}", unknown(code, rules, "noun.code"))
