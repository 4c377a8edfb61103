"""A labelled text: what it is, and what a careful clerk reads in it that the papers must hold."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.docx_builder import abstract, cell, in_blocks, level, num, package, para, run, table

DATA = Path(__file__).parent / "data"
OTHERS = DATA.with_name("others")
OTHERS_SECOND = DATA.with_name("others-second")
OTHERS_THIRD = DATA.with_name("others-third")
OTHERS_FOURTH = DATA.with_name("others-fourth")
OTHERS_FIFTH = DATA.with_name("others-fifth")
"""The notices of other hands."""
GOLD = ".gold.toml"
LEVELS = (("%1、", "chineseCounting"), ("（%2）", "chineseCounting"), ("%3.", "decimal"))
UNHEADED = {"preamble", "closing"}
"""The parts that bear no heading."""

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the paper: its role, the notice's words for it, and whether it must be there.

    `also`: the other roles that may as well be seen in it.
    """

    role: str
    wording: str
    required: bool
    also: Names = ()

    def takes(self, role: str) -> bool:
        """Tell whether the role is one that may be seen in this part."""
        return role == self.role or role in self.also


@dataclass(frozen=True, slots=True)
class Reading:
    """What the papers of one audience must hold. `audience` is empty if the text has only one.

    `also_right`: other lists of dimensions a clerk may write down; an empty one stands for “none, with the
    doubt said”. `parts_under`: `paper` or `dimension`, that is each dimension has them all. `parts_also_none`:
    to see no parts in the text, with the doubt said, is as right. `draft`: a right draft, if there is one.
    """

    audience: str
    wording: str
    dimensions: Names
    also_right: tuple[Names, ...]
    parts: tuple[Part, ...]
    parts_under: str
    parts_also_none: bool
    limits: Mapping[str, int]
    example: str
    draft: Path | None

    def accepts(self, dimensions: Names) -> bool:
        """Tell whether these are the dimensions, in one of the wordings a clerk may choose."""
        return dimensions == self.dimensions or dimensions in self.also_right

    def accepts_parts(self, found: Sequence[tuple[str, bool]]) -> bool:
        """Tell whether these are the parts, each given as its role and whether it is required.

        What is required must be so, in this order; what is optional may stand anywhere, and others may join
        it, for every profile inherits some. No parts at all: none are seen in the text.
        """
        if not found:
            return self.parts_also_none or not self.parts
        headed = [part for part in self.parts if part.role not in UNHEADED]
        wanted = [part for part in headed if part.required]
        required = [role for role, needed in found if needed]
        optional = [role for role, needed in found if not needed]
        return (
            bool(self.parts)
            and len(wanted) == len(required)
            and all(part.takes(role) for part, role in zip(wanted, required, strict=True))
            and all(any(map(part.takes, optional)) for part in headed if not part.required)
        )


@dataclass(frozen=True, slots=True)
class Sample:
    """One text with its gold. `source` is the stored file: .txt, .md, or .toml that describes a DOCX."""

    id: str
    number: int
    kind: str
    shapes: tuple[str, ...]
    source: Path
    encoding: str
    readings: tuple[Reading, ...]
    doubts: tuple[str, ...]
    note: str

    @property
    def split(self) -> str:
        """Give the half it belongs to: `dev` (odd numbers) or `heldout` (even ones)."""
        return "dev" if self.number % 2 else "heldout"

    @property
    def text(self) -> str:
        """Give what is written in the file, without automatic numbers."""
        if self.source.suffix == ".toml":
            return "\n".join(_shown(tomllib.loads(self.source.read_text("utf-8"))["blocks"]))
        return self.source.read_bytes().decode(self.encoding).replace("\r\n", "\n")

    def put(self, folder: Path) -> Path:
        """Write the file as a user would have it, and return its path."""
        is_docx = self.source.suffix == ".toml"
        path = folder / (f"{self.id}.docx" if is_docx else self.source.name)
        path.write_bytes(docx(self.source) if is_docx else self.source.read_bytes())
        return path


@cache
def load(folder: Path = DATA) -> tuple[Sample, ...]:
    """Read a whole set in the order of the file names."""
    return tuple(_sample(path) for path in sorted(folder.glob(f"*{GOLD}")))


def gold(path: Path) -> dict[str, Any]:
    """Read one file of gold as it stands."""
    return tomllib.loads(path.read_text("utf-8"))


def _sample(path: Path) -> Sample:
    raw, name = gold(path), path.name.removesuffix(GOLD)
    beside = (path.parent / f"{name}{suffix}" for suffix in (".txt", ".md", ".docx", ".toml"))
    (source,) = (each for each in beside if each.exists())
    digits = re.match("[0-9]*", name)
    return Sample(
        id=name,
        number=int(digits[0] or 0) if digits else 0,
        kind=raw["kind"],
        shapes=tuple(raw.get("shapes", ())),
        source=source,
        encoding=raw.get("encoding", "utf-8"),
        readings=tuple(_reading(each, path.parent / name) for each in raw.get("audience", [raw])),
        doubts=tuple(raw.get("doubts", ())),
        note=raw.get("note", ""),
    )


def _reading(raw: Mapping[str, Any], beside: Path) -> Reading:
    audience = raw.get("name", "")
    draft = beside.with_name(
        f"{beside.name}.{audience}.draft.txt" if audience else f"{beside.name}.draft.txt"
    )
    return Reading(
        audience=audience,
        wording=raw.get("wording", ""),
        dimensions=tuple(raw["dimensions"]),
        also_right=tuple(map(tuple, raw.get("also-right", []))),
        parts=tuple(Part(**{**part, "also": tuple(part.get("also", []))}) for part in raw["parts"]),
        parts_under=raw.get("parts-under", "paper"),
        parts_also_none=raw.get("parts-also-none", False),
        limits=raw.get("limits", {}),
        example=raw.get("example", ""),
        draft=draft if draft.exists() else None,
    )


def docx(description: Path) -> bytes:
    """Make the DOCX that the file describes: paragraphs, automatic numbers, tables."""
    blocks = tomllib.loads(description.read_text("utf-8"))["blocks"]
    lists = max((block.get("list", 1) for block in blocks), default=1)
    levels = [level(at, label, form) for at, (label, form) in enumerate(LEVELS)]
    starts = dict.fromkeys(range(len(LEVELS)), 1)
    # A further list counts anew only if Word is told where to start.
    nums = [num(1, 0), *(num(at, 0, starts) for at in range(2, lists + 1))]
    return package(*map(_block, blocks), numbering=abstract(0, *levels) + "".join(nums))


def _block(block: Mapping[str, Any]) -> str:
    if "rows" in block:
        return table(*([_cell(text) for text in row] for row in block["rows"]))
    if "level" in block:
        return para(run(block["text"]), num=(block.get("list", 1), block["level"] - 1))
    return para(run(block["text"]))


def _cell(text: str) -> str:
    return cell(in_blocks(para(run(line)) for line in text.split("\n")))


def _shown(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        if "rows" in block:
            yield from (text for row in block["rows"] for text in row)
        else:
            yield block["text"]
