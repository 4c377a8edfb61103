"""Notices in the compact form of `later/`: many in one file, their gold in the lines above each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docklint.derive.proposal import ProposedPart
from tests.docx_builder import abstract, cell, in_blocks, level, num, package, para, run, table

LATER = Path(__file__).parent / "later"
LEVELS = (("%1、", "chineseCounting"), ("（%2）", "chineseCounting"), ("%3.", "decimal"))
ROLES = {"cases": "case-analysis", "commit": "other", "nextyear": "other"}
KNOWN = {"problems", "causes", "measures", "case-analysis", "rectification", "personal", "named"}
UNHEADED = {"preamble", "closing"}
"""The parts that bear no heading."""
AUDIENCES = {"personal": "individual"}
JUDGED = r"(?:是否.*|有(?:滑坡|松懈|放松|短板)|.不.|不够.*|够不够.|不.|有差距|要强化|存在的.差|要求|方面)?"
"""What a name may have behind it or leave out: a heading is right either way."""


@dataclass(frozen=True, slots=True)
class Compact:
    """A notice with what its papers must hold for one audience (empty: the only one).

    `also`, `also_parts`: what is as right (gold lines `also`, `also2`, `also-parts` …); an empty list says that none may be read.
    """

    id: str
    audience: str
    dimensions: tuple[str, ...]
    parts: tuple[tuple[str, bool], ...]
    gold: Mapping[str, str]
    text: str
    also: tuple[tuple[str, ...], ...] = ()
    also_parts: tuple[tuple[tuple[str, bool], ...], ...] = ()

    def accepts(self, found: tuple[str, ...]) -> bool:
        """Tell whether these are the dimensions."""
        return any(
            len(found) == len(names) and all(map(_is_same, names, found))
            for names in (self.dimensions, *self.also)
        )

    def accepts_parts(self, found: list[tuple[str, bool]]) -> bool:
        """Tell whether these are the parts, each with whether it is required; others may be optional."""
        return any(_are_parts(parts, found) for parts in (self.parts, *self.also_parts))

    def put(self, folder: Path) -> Path:
        """Write the file as a user would have it, and return its path."""
        is_docx = self.gold.get("format") == "docx"
        path = folder / f"{self.id}.{'docx' if is_docx else 'txt'}"
        width = int(self.gold.get("wrap", "0"))
        lines = [part for line in self.text.splitlines() for part in _wrapped(line, width)]
        text = ("\n".join(lines) + "\n").encode(self.gold.get("encoding", "utf-8"))
        path.write_bytes(_docx(lines) if is_docx else text)
        return path


def load(name: str, folder: Path = LATER) -> Iterator[Compact]:
    """Read one file, of `later/` if no other folder is given."""
    for block in re.split(r"(?m)^@@ ", (folder / name).read_text("utf-8"))[1:]:
        head, text = block.split("---\n", 1)
        id, *lines = head.strip().split("\n")
        gold = {key.strip(): value.strip() for key, value in (line.split(":", 1) for line in lines)}
        for audience in ("group", "personal") if "dims.group" in gold else ("",):
            own = f".{audience}" if audience else ""
            yield Compact(
                id.strip(),
                AUDIENCES.get(audience, audience),
                _names(gold[f"dims{own}"]),
                _parts(gold.get(f"parts{own}", gold.get("parts", ""))),
                gold,
                text.rstrip("\n") + "\n",
                tuple(_names(told) for key, told in gold.items() if re.fullmatch(rf"also\d?{own}", key)),
                tuple(_also_parts(gold, own)),
            )


def files(folder: Path) -> list[Path]:
    """Return the compact files of a folder, in order."""
    marks = (b"@@ ", b"\xef\xbb\xbf@@ ")
    return [path for path in sorted(folder.glob("*.txt")) if path.read_bytes().startswith(marks)]


def notices(folder: Path) -> Iterator[tuple[str, list[Compact]]]:
    """Yield the notices of a folder's compact files, each with the name of its file and its reading for every audience."""
    for path in files(folder):
        found: dict[str, list[Compact]] = defaultdict(list)
        for one in load(path.name, folder):
            found[one.id].append(one)
        yield from ((path.stem, ones) for ones in found.values())


def told_parts(sections: Iterable[ProposedPart]) -> list[tuple[str, bool]]:
    """Return the parts of a proposal as gold tells them: the role, and whether it is required."""
    return [(one.role if one.role in KNOWN else "other", one.required is not False) for one in sections]


def _names(told: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in told.split("|") if name.strip())


def _parts(told: str) -> tuple[tuple[str, bool], ...]:
    """Return the parts of a line of gold; those that bear no heading are none."""
    named = (part.strip() for part in told.split(";"))
    return tuple(_part(part) for part in named if part.rstrip("?") not in ("", *UNHEADED))


def _also_parts(gold: Mapping[str, str], own: str) -> Iterator[tuple[tuple[str, bool], ...]]:
    """Yield the further lists of parts that the gold takes; none, with the doubt said, if it says `parts-also-none`."""
    for key, told in gold.items():
        if re.fullmatch(rf"also-parts\d?{own}", key):
            yield _parts(told)
    if gold.get("parts-also-none") == "true":
        yield ()


def _are_parts(parts: Iterable[tuple[str, bool]], found: Iterable[tuple[str, bool]]) -> bool:
    found = list(found)
    optional = [role for role, needed in found if not needed]
    return [role for role, needed in found if needed] == [role for role, needed in parts if needed] and all(
        role in optional for role, needed in parts if not needed
    )


def _part(told: str) -> tuple[str, bool]:
    role = told.rstrip("?")
    return ROLES.get(role, role if role in KNOWN else "other"), not told.endswith("?")


def _is_same(one: str, other: str) -> bool:
    one, other = (re.sub("[、，]", "、", re.sub(r"[\s“”]|^是否", "", name)) for name in (one, other))
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and re.fullmatch(JUDGED, long[len(short) :]) is not None


def _wrapped(line: str, width: int) -> Iterator[str]:
    while width and len(line) > width:
        yield line[:width]
        line = line[width:]
    yield line


def _docx(lines: list[str]) -> bytes:
    levels = [level(at, label, form) for at, (label, form) in enumerate(LEVELS)]
    return package(*_blocks(lines), numbering=abstract(0, *levels) + num(1, 0))


def _blocks(lines: list[str]) -> Iterator[str]:
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append([cell(in_blocks([para(run(text.strip()))])) for text in line.strip("|").split("|")])
            continue
        if rows:
            yield table(*rows)
            rows = []
        if line:
            yield para(run(line[2:]), num=(1, 2)) if line.startswith("# ") else para(run(line))
