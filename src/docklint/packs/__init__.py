"""TOML to values: rules, profiles and the lexicon. The only place that knows the file format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from docklint.grammar import Grammar
from docklint.packs import files
from docklint.packs.lexicon import lexicon
from docklint.packs.profile import profiles
from docklint.packs.rule import adjust, rule
from docklint.packs.table import Faults, Table, unknown
from docklint.profile import Lexicon, Profile
from docklint.rules import Rule
from docklint.texts import Text
from docklint.values import Value

__all__ = ["Faults", "Library", "adjust", "builtin", "load"]

builtin = files.builtin
CONFIGURATIONS = ("docklint.toml", "pyproject.toml")
"""Files beside packs that are none, unless they hold rules."""


class Library(Value):
    """All that was loaded. `given`: ids of the profiles named as files, in the order they were named."""

    rules: Mapping[str, Rule]
    profiles: Mapping[str, Profile]
    lexicon: Lexicon
    given: tuple[str, ...] = ()

    @cached_property
    def grammar(self) -> Grammar:
        """The lexicon, compiled as far as drafts ask for it."""
        return Grammar(self.lexicon)


def load(
    paths: Iterable[str | Path] = (), profile_files: Iterable[str | Path] = (), *, samples: bool = False
) -> Library:
    """Load the packs that ship with docklint, those in the folders `paths`, and single `profile_files`.

    Rules carry their examples only with `samples`. Raises `SetupError` that names every fault found, with
    file, key path and the nearest known name.
    """
    faults = Faults()
    own, more = [files.builtin()], [Path(path) for path in paths]
    rules = _rules(own, more, faults, samples)
    named = {Path(path).resolve(): Path(path) for path in profile_files}
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
        for code, settings in profile.rules.items():
            if code in rules:
                adjust(rules[code], settings, file, f"rules.{code}", faults)
            else:
                faults.add(file, f"rules.{code}", unknown(code, rules, "noun.code"))
