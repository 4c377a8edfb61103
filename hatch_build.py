"""Parses the TOML files of a wheel once, when it is built: a check spends a tenth of its time on it otherwise.

The result is a module (`docklint.packs.files` says where and reads it) that knows every file by its contents,
so an edited file is never mistaken for the one that was parsed.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Prepare(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `docklint/packs/prepared.py` to a wheel; an editable install reads the TOML files themselves."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the module into a folder of its own and name it to the builder."""
        if self.target_name == "wheel" and version == "standard":
            self.folder = tempfile.TemporaryDirectory()
            module = Path(self.folder.name, "prepared.py")
            module.write_text(source(Path(self.root)), "utf-8")
            build_data["force_include"][str(module)] = "docklint/packs/prepared.py"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clean up."""
        if hasattr(self, "folder"):
            self.folder.cleanup()


def source(root: Path) -> str:
    """Write the module for the files in `rules/` of the project at `root`."""
    sys.path.insert(0, str(root / "src"))
    from docklint.packs.files import fingerprint

    contents = [path.read_bytes() for path in sorted((root / "rules").rglob("*.toml"))]
    # As `files` reads them: a checkout on Windows may have other line ends.
    texts = [data.decode("utf-8-sig").replace("\r\n", "\n") for data in contents]
    parsed = map(without_samples, map(tomllib.loads, texts))
    tables = dict(zip(map(fingerprint, contents), parsed, strict=True))
    rows = "".join(f"    {key!r}: {table!r},\n" for key, table in tables.items())
    return f'"""What the TOML files parse to, without examples. Made when the wheel was built."""\n\nTABLES = {{\n{rows}}}\n'


def without_samples(table: dict[str, Any]) -> dict[str, Any]:
    """Leave out the examples of rules: half of every pack, and no check reads them."""
    for rule in table.get("rule", ()):
        rule.pop("bad", None)
        rule.pop("good", None)
    return table
