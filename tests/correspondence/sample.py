"""A labelled draft: its text, its parts by title, and what answers what."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
KINDS = {
    "cause-measure": "link",
    "dimension-cause": "dimension_cause",
    "dimension-measure": "dimension_measure",
}
"""The kinds of link as `docklint matrix` names them, and the TOML tables that hold them."""

Link = tuple[str, str, str]
"""Kind, the title it leads from, the title it leads to."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One draft of the set. Parts are named by their titles as they stand, without ordinal and final stop.

    `removable`: measures whose removal leaves causes unanswered, with these causes. `uncovered`: causes no
    measure answers as the draft stands; `idle`: measures that answer no cause and no problem. `unrelated`: a
    measure, title and sentences, that would be idle if it were added.
    """

    id: str
    profile: str
    style: str
    split: str
    text: str
    dimensions: tuple[str, ...]
    causes: tuple[str, ...]
    measures: tuple[str, ...]
    links: frozenset[Link]
    removable: tuple[tuple[str, tuple[str, ...]], ...]
    uncovered: tuple[str, ...]
    idle: tuple[str, ...]
    unrelated: str

    @property
    def unrelated_title(self) -> str:
        """Return the title of the unrelated measure."""
        return self.unrelated.split("。", 1)[0]


@cache
def load() -> tuple[Sample, ...]:
    """Read the whole set in the order of the file names."""
    return tuple(_sample(path) for path in sorted(DATA.glob("*.toml")))


def _sample(path: Path) -> Sample:
    table = tomllib.loads(path.read_text("utf-8"))
    titles: dict[str, Any] = {
        key: tuple(table[key]) for key in ("dimensions", "causes", "measures", "uncovered", "idle")
    }
    return Sample(
        **{key: table[key] for key in ("id", "profile", "style", "split", "text", "unrelated")},
        **titles,
        links=frozenset(_links(table)),
        removable=tuple((entry["measure"], tuple(entry["leaves"])) for entry in table.get("removable", ())),
    )


def _links(table: dict[str, Any]) -> Iterator[Link]:
    for kind, key in KINDS.items():
        for entry in table.get(key, ()):
            yield kind, entry["from"], entry["to"]
