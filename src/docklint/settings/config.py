"""A configuration file as values. Nothing is raised here: every fault is kept, so that all can be told."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from docklint.settings.search import PROJECT
from docklint.settings.values import FAIL_ON, LANGUAGES
from docklint.suppressions import SuppressTable
from docklint.texts import Text
from docklint.typed import TYPE_CHECKING, Any
from docklint.values import Value

if TYPE_CHECKING:
    from pathlib import Path

    from docklint.packs.table import Faults, Table

REVISIONS = ("final", "original")
REMOVED = {"cache": "fault.cache-removed"}
"""Keys that mean nothing any more, and the keys of what to do about them."""


class PerFile(Value):
    """One `[[per-file]]`: what holds only for the drafts that match one of `patterns`."""

    patterns: tuple[str, ...]
    profile: str
    ignore: tuple[str, ...]
    path: str
    """The table's key path."""


class Config(Value):
    """What one file says. An empty value means: not said. Paths are absolute; `file` and `folder` are no more than text."""

    file: str | None = None
    path: str = ""
    """The table's key path."""
    profile: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    lang: str = ""
    revisions: str = ""
    rules_path: tuple[Path, ...] = ()
    packs: tuple[str, ...] = ()
    baseline: Path | None = None
    rules: Mapping[str, Mapping[str, Any]] = {}
    per_file: tuple[PerFile, ...] = ()
    suppress: tuple[SuppressTable, ...] = ()
    max_findings: int = 0
    unit: tuple[str, ...] = ()

    @property
    def exists(self) -> bool:
        """Return whether there is a file at all; without one everything is left unsaid."""
        return self.file is not None

    @property
    def folder(self) -> str:
        """Where the relative paths and patterns of the file begin."""
        assert self.file is not None, "only a file says anything that has a place"
        return os.path.dirname(self.file)

    def names(self) -> tuple[str, ...]:
        """Return every code, prefix and profile the file names."""
        return (
            *self.select,
            *self.ignore,
            *self.rules,
            *(each.rule for each in self.suppress),
            *(code for each in self.per_file for code in each.ignore),
            *(each.profile for each in self.per_file),
            self.profile,
        )

    def at(self, key: str) -> str:
        """Return the key path of a top key, for faults."""
        return f"{self.path}.{key}" if self.path else key


def read(path: str | Path, faults: Faults) -> Config:
    """Read `docklint.toml`, or `[tool.docklint]` of a `pyproject.toml`."""
    # Late: most drafts have no configuration.
    from docklint.packs import files
    from docklint.packs.table import Table

    file = os.fspath(path)
    raw = files.parsed(files.bytes_of(file, faults), file, faults)
    table = Table(raw, file, "", faults)
    if os.path.basename(file) == PROJECT:
        table = table.table("tool").table("docklint")
    table = _without_removed(table)
    config = _config(table, os.path.join(os.getcwd(), file))
    table.close()
    return config


def _without_removed(table: Table) -> Table:
    """Fault every removed key, once, and return the table without them: no misspelt key is taken for one."""
    for key, told in REMOVED.items():
        if key in table.raw:
            table.fault(key, Text(told))
    rest = {key: value for key, value in table.raw.items() if key not in REMOVED}
    return type(table)(rest, table.file, table.path, table.faults)


def _config(table: Table, file: str) -> Config:
    folder = os.path.dirname(file)
    baseline = table.text("baseline", "")
    return Config(
        file=file,
        path=table.path,
        profile=_profile(table, folder),
        select=_codes(table, "select"),
        ignore=_codes(table, "ignore"),
        fail_on=_choice(table, "fail-on", FAIL_ON),
        lang=_choice(table, "lang", LANGUAGES),
        revisions=_choice(table, "revisions", REVISIONS),
        rules_path=tuple(_folders(table, folder)),
        packs=table.words("packs"),
        baseline=_path(folder, baseline) if baseline else None,
        rules=_rules(table.table("rules")),
        per_file=tuple(_per_file(one, folder) for one in table.tables("per-file")),
        suppress=tuple(_suppress(one) for one in table.tables("suppress")),
        max_findings=table.number("max-findings", 0),
        unit=_units(table),
    )


def _profile(table: Table, folder: str) -> str:
    """Read the profile: an id, or a file beside the configuration."""
    given = table.text("profile", "")
    if not given.endswith(".toml"):
        return given
    if not os.path.isfile(os.path.join(folder, given)):
        table.fault("profile", Text("fault.no-profile-file", file=given))
        return ""
    return str(_path(folder, given))


def _codes(table: Table, key: str) -> tuple[str, ...]:
    return tuple(_code(word) for word in table.words(key))


def _code(word: str) -> str:
    """Return a code in upper case; what cannot be one stays as it is, to be told so."""
    return word.strip().upper() if word.strip().isalnum() else word.strip()


def _choice(table: Table, key: str, choices: tuple[str, ...]) -> str:
    return table.choice(key, choices) if key in table.raw else table.text(key, "")


def _path(folder: str, name: str) -> Path:
    # Late: a plain check needs no paths as objects.
    from pathlib import Path

    return Path(folder, name)


def _folders(table: Table, folder: str) -> Iterator[Path]:
    """Read `rules-path`: a folder or a list of folders."""
    single = isinstance(table.raw.get("rules-path"), str)
    given = (table.text("rules-path"),) if single else table.words("rules-path")
    for number, one in enumerate(given, start=1):
        if one and os.path.isdir(os.path.join(folder, one)):
            yield _path(folder, one)
        elif one:
            key = "rules-path" if single else f"rules-path[{number}]"
            table.fault(key, Text("fault.no-such-folder", folder=one))


def _units(table: Table) -> tuple[str, ...]:
    """Read `unit`: the own unit's name, or a list of its names."""
    if "unit" in table.raw and not isinstance(table.raw["unit"], list):
        return tuple(filter(None, (table.text("unit").strip(),)))
    return tuple(name.strip() for name in table.words("unit"))


def _rules(table: Table) -> Mapping[str, Mapping[str, Any]]:
    return {_code(code): table.table(code).raw for code in table.raw}


def _per_file(table: Table, folder: str) -> PerFile:
    single = isinstance(table.raw.get("pattern"), str)
    patterns = (table.text("pattern"),) if single else table.words("pattern")
    if "pattern" not in table.raw:
        table.fault("pattern", Text("fault.missing"))
    elif table.raw["pattern"] == []:
        table.fault("pattern", Text("fault.empty"))
    read = PerFile(
        patterns=patterns,
        profile=_profile(table, folder),
        ignore=_codes(table, "ignore"),
        path=table.path,
    )
    table.close()
    return read


def _suppress(table: Table) -> SuppressTable:
    read = SuppressTable(
        rule=_code(table.text("rule")),
        quote=table.text("quote").strip(),
        reason=table.text("reason").strip(),
        path=table.text("path", ""),
        source=f"{os.path.basename(table.file)}: {table.path}",
    )
    table.close()
    return read
