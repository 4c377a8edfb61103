"""The labelled sets as Python values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

DATA = Path(__file__).parent / "data"

Split = Literal["dev", "heldout"]


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled example or claim; `texts` holds one text, or the two of a pair."""

    id: str
    label: str
    split: Split
    texts: tuple[str, ...]
    note: str = ""


def hollow(split: Split | None = None) -> list[Item]:
    """Return the examples labelled "hollow" or "good" (EXA102)."""
    return _load("hollow.toml", split)


def evidence(split: Split | None = None) -> list[Item]:
    """Return the claims without a marker labelled "evidence" or "none" (EXA101)."""
    return _load("evidence.toml", split)


def repeats(split: Split | None = None) -> list[Item]:
    """Return the pairs of examples labelled "same" or "different" (EXA103)."""
    return _load("repeats.toml", split)


def _load(name: str, split: Split | None) -> list[Item]:
    rows = tomllib.loads((DATA / name).read_text("utf-8"))["item"]
    return [_item(row) for row in rows if split in (None, row["split"])]


def _item(row: dict[str, Any]) -> Item:
    texts = (row["text"],) if "text" in row else (row["a"], row["b"])
    return Item(row["id"], row["label"], row["split"], texts, row.get("note", ""))
