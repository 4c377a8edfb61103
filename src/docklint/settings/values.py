"""What holds for one draft, and what the caller asked for: values only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docklint.settings.selection import Lists
from docklint.suppressions import SuppressTable
from docklint.typed import TYPE_CHECKING, Any
from docklint.values import Value

if TYPE_CHECKING:
    from pathlib import Path

AUTO = "auto"
"""The profile that stands for: find out from the draft."""
FAIL_ON = ("error", "warning", "info", "never")
LANGUAGES = ("zh", "en")
MAX_FINDINGS = 1_000


class Settings(Value):
    """Everything that decides what is found in a draft, and in which language it is told.

    `profile`: an id, a TOML file or `auto`; `profile_by`: who named it, `option`, `notice` or `config`. `select` and
    `ignore`: codes or prefixes of codes; `below`: what weaker places select and ignore, the strongest first.
    `rules_path`: folders of more packs; `packs`: names of installed ones. `rules`: per code, tables as a
    profile's `[rules.CODE]` has them; they win over the profile's. `suppress`: findings that do not count.
    `source`: the configuration file, if there is one. `revisions`: `final` or `original`. `convert`: read old
    formats through LibreOffice. `max_findings`: how many of one rule in one file are kept; all are counted. `unit`: names
    of the unit whose papers these are.
    """

    profile: str = AUTO
    profile_by: str = "option"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    below: tuple[Lists, ...] = ()
    rules_path: tuple[Path, ...] = ()
    packs: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = {}
    suppress: tuple[SuppressTable, ...] = ()
    source: str = ""
    lang: str = "zh"
    revisions: str = "final"
    convert: bool = False
    max_findings: int = MAX_FINDINGS
    unit: tuple[str, ...] = ()

    @property
    def levels(self) -> tuple[Lists, ...]:
        """Who selects and ignores, the strongest first."""
        return (Lists(self.select, self.ignore), *self.below)

    def files(self) -> Iterator[Path]:
        """Yield the files these settings come from and refer to."""
        from pathlib import Path

        if self.source:
            yield Path(self.source)
        if self.profile.endswith(".toml"):
            yield Path(self.profile)
        for folder in self.rules_path:
            yield from folder.rglob("*.toml")


class Request(Value):
    """What the caller asked for; None or empty where nothing was said, so that a configuration may speak.

    `config`: the configuration to use instead of the nearest one. `isolated`: use none at all. `baseline`: the
    file of findings that are known and do not count. `by_notice`: the profile was read from a notice that was named.
    """

    profile: str | None = None
    by_notice: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules_path: tuple[Path, ...] = ()
    packs: tuple[str, ...] = ()
    lang: str | None = None
    fail_on: str | None = None
    revisions: str | None = None
    convert: bool = False
    baseline: Path | None = None
    config: Path | None = None
    isolated: bool = False
    max_findings: int | None = None
