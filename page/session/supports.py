"""Files that were dropped beside drafts, told apart by what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Literal, NamedTuple

from docklint.packs.files import is_lexicon, parsed
from docklint.packs.table import Faults
from docklint.settings.search import NAME, PROJECT

Kind = Literal["config", "profile", "pack", "notice", "baseline", "draft", "unknown"]
_PROFILE = {"id", "extends", "section", "dimension", "recognise"}
_OF_CONFIG = {
    *("profile", "select", "ignore", "fail-on", "lang", "revisions", "rules-path", "packs", "baseline"),
    *("rules", "per-file", "suppress", "max-findings", "cache"),
}


class Support(NamedTuple):
    """One such file. `name`: with the folders it was dropped in, `/` between them."""

    name: str
    data: bytes

    @property
    def file_name(self) -> str:
        """The name without folders."""
        return PurePosixPath(self.name).name

    def table_kind(self) -> Kind:
        """Tell what a TOML or JSON file is for. Raises `SetupError` if it is no TOML."""
        if self.file_name.lower().endswith(".json"):
            return "baseline"
        if self.file_name in (NAME, PROJECT):
            return "config"
        faults = Faults("noun.configuration")
        tables = parsed(self.data, Path(self.name), faults)
        faults.settle()
        return _kind(tables, self.file_name)

    def placed(self, folder: Path) -> Path:
        """Write it below the folder as it lay below its own; return where."""
        steps = [step for step in PurePosixPath(self.name).parts if step not in ("/", "..", ".")]
        place = folder.joinpath(*steps)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(self.data)
        return place


def _kind(tables: Mapping[str, Any], name: str) -> Kind:
    if "rule" in tables or is_lexicon(Path(name)):
        return "pack"
    # `profile = "…"` and `[rules]` may stand in either; only a profile has an id.
    if "id" in tables or (_PROFILE & tables.keys() and not _OF_CONFIG & tables.keys()):
        return "profile"
    return "config" if _OF_CONFIG & tables.keys() else "unknown"
