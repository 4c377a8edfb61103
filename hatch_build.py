"""Parses the TOML files of a wheel once, when it is built: a check spends a tenth of its time on it otherwise.

The results are modules: one for the rules and one for the texts of each language (`docklint.prepared` reads them), and
the finished library (`docklint.packs.shipped`), for the Python that built the wheel. They know every file by its
contents, so an edited file is never mistaken for the one that was parsed.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Prepare(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the prepared modules to a wheel; an editable install reads the TOML files themselves."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the modules into a folder of their own and name them to the builder."""
        if self.target_name == "wheel" and version == "standard":
            self.folder = tempfile.TemporaryDirectory()
            for number, (place, source) in enumerate(modules(Path(self.root)).items()):
                module = Path(self.folder.name, f"{number}.py")
                module.write_text(source, "utf-8")
                build_data["force_include"][str(module)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clean up."""
        if hasattr(self, "folder"):
            self.folder.cleanup()


def modules(root: Path) -> dict[str, str]:
    """Write the modules for the project at `root`, by their places in the wheel."""
    sys.path.insert(0, str(root / "src"))
    from docklint.texts import sentences

    rules_folder = root / "rules"
    texts = {path.stem: path.read_bytes() for path in (root / "src/docklint/texts").glob("*.toml")}
    rules = [path.read_bytes() for path in sorted(rules_folder.rglob("*.toml"))]
    return {
        "docklint/packs/prepared.py": source(zip(rules, map(parsed, rules), strict=True)),
        "docklint/packs/finished.py": finished(rules_folder),
        **{
            f"docklint/texts/prepared_{lang}.py": source([(data, sentences(data))])
            for lang, data in texts.items()
        },
    }


def source(tables: Iterable[tuple[bytes, dict[str, Any]]]) -> str:
    """Write a module that holds what files parse to, by their contents."""
    from docklint.prepared import fingerprint

    rows = "".join(f"    {fingerprint(data)!r}: {table!r},\n" for data, table in tables)
    return f'"""What TOML files parse to. Made when the wheel was built."""\n\nTABLES = {{\n{rows}}}\n'


def finished(rules: Path) -> str:
    """Write a module that holds the library of `docklint.packs.load`, finished, bound to its files and this Python."""
    from docklint import packs
    from docklint.packs.finishing import finish
    from docklint.packs.shipped import PYTHON, fingerprints
    from docklint.packs.written import written

    rows = "".join(f"    {name!r}: {seen!r},\n" for name, seen in sorted(fingerprints(rules)))
    return (
        '"""The finished library. Made when the wheel was built."""\n\n'
        f"PYTHON = {PYTHON!r}\nFILES = {{\n{rows}}}\n\n\n{written(finish(packs.load()), 'library')}"
    )


def parsed(data: bytes) -> dict[str, Any]:
    """Parse a file of rules as `docklint.packs.files` does: a checkout on Windows may have other line ends."""
    return without_samples(tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n")))


def without_samples(table: dict[str, Any]) -> dict[str, Any]:
    """Leave out the examples of rules: half of every pack, and no check reads them."""
    for rule in table.get("rule", ()):
        rule.pop("bad", None)
        rule.pop("good", None)
    return table
