"""What a draft wants of docklint, told in TOML, and how docklint, run as its users run it, answers.

An instance names a draft (`file`), or a faultless one and what to change in it (`base`, `replace`, `look`), and
what must come out. `expect` is exact: those findings and no others, DL902 apart; `silent` is the empty list.
`at` gives a place by the words around it: ⟦…⟧ must be pointed at, 〚…〛 around it is how much may be. `may`:
findings that are nobody's fault. `outline`, `links`: what the structure must show; a number counts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

Row = Mapping[str, Any]
Look = Callable[[str], str]
INVISIBLE = re.compile("[\\\\\u200b-\u200f\u2028-\u202f\u2060-\u2069\u00ad\ufeff]")
BASES = Path(__file__).parent
ASPECTS = ("findings", "profile", "outline", "links")
HEEDED = {
    "name", "file", "base", "replace", "look", "suffix", "silent", "expect", "may", "unrecognised", "profile", "nearest",
    "outline", "links",
}  # fmt: skip


class Wish(NamedTuple):
    """A finding that must be there, or may be. What is None does not matter; `has` stands in its quote, `says` in its message."""

    code: str
    at: str | None = None
    line: int | None = None
    column: int | None = None
    quote: str | None = None
    has: str | None = None
    says: str | None = None

    def meets(self, finding: Row, text: str) -> bool:
        """Return whether a finding of the JSON report is this one."""
        place, quote = finding["location"], plain(finding["location"]["quote"])
        return (
            finding["code"] == self.code
            and self.line in (None, place["line"])
            and self.column in (None, place["column"])
            and self.quote in (None, quote)
            and (self.has or "") in quote
            and (self.says or "") in finding["message"]
            and (self.at is None or _stands(self.at, place, text))
        )


@dataclass(frozen=True)
class Instance:
    """A draft and what it wants. `known`: a faultless draft whose own notes do not count."""

    name: str
    file: str
    text: str | None
    known: Path | None = None
    path: Path | None = None
    told: Row = field(default_factory=dict)

    @property
    def aspects(self) -> list[str]:
        """Return what there is to test."""
        keys = {"silent": "findings", "expect": "findings", "unrecognised": "profile", "nearest": "profile"}
        told = {keys.get(key, key) for key in self.told}
        return [aspect for aspect in ASPECTS if aspect in told]

    def wishes(self, key: str) -> list[Wish]:
        """Return what `expect` or `may` holds."""
        return [Wish(**row) for row in self.told.get(key, ())]


def plain(quote: str) -> str:
    """Drop what a reader does not see: a converter's escapes and invisible signs."""
    return INVISIBLE.sub("", quote)


def instances(table: Path, home: Path, looks: Mapping[str, Look]) -> Iterator[Instance]:
    """Read a table of instances; `home`: where the files named stand. Missing files make no instance. A `base` stands in tests."""
    for row in tomllib.loads(table.read_text("utf-8"))["instance"]:
        if unknown := set(row) - HEEDED:
            raise ValueError(f"{table}: what is {unknown}?")
        path = home / row["file"] if "file" in row else BASES / row["base"]
        if path.exists():
            yield _instance(row, path, looks)


def _instance(row: Row, path: Path, looks: Mapping[str, Look]) -> Instance:
    changed = "replace" in row or "look" in row
    suffix = row.get("suffix", path.suffix)
    name = row.get("name", path.stem)
    return Instance(
        name=name,
        file=re.sub(r"\W+", "-", name) + suffix,
        text=_changed(path.read_text("utf-8"), row, looks) if changed or "suffix" in row else None,
        known=path if "base" in row else None,
        path=path,
        told=row,
    )


def _changed(text: str, row: Row, looks: Mapping[str, Look]) -> str:
    for old, new in row.get("replace", ()):
        if old not in text:
            raise ValueError(f"{row.get('name', row)}: {old!r} is not in the draft")
        text = text.replace(old, new, 1)
    for look in row.get("look", ()):
        before, text = text, looks[look](text)
        if text == before:
            raise ValueError(f"{row['name']}: {look} changes nothing")
    return text


def _stands(at: str, place: Row, text: str) -> bool:
    start, inner, outer = _spans(at)
    found = text.find(re.sub("[⟦⟧〚〛]", "", at))
    if found < 0:
        raise ValueError(f"{at!r} is not in the draft")
    given = (place["offset"] - found, place["end_offset"] - found)
    return bool(start <= given[0] <= inner[0] and inner[1] <= given[1] <= outer)


def _spans(at: str) -> tuple[int, tuple[int, int], int]:
    """Return where the outer place starts, the inner one, and where the outer ends, counted without the brackets."""
    where = {mark: len(re.sub("[⟦⟧〚〛]", "", at.partition(mark)[0])) for mark in "⟦⟧〚〛" if mark in at}
    inner = (where["⟦"], where["⟧"])
    return where.get("〚", inner[0]), inner, where.get("〛", inner[1])


def differences(instance: Instance, findings: list[Row], text: str) -> list[str]:
    """Return what is missing in the findings and what is there too much."""
    left = list(findings)
    lines = []
    for wish in instance.wishes("expect"):
        hit = next((each for each in left if wish.meets(each, text)), None)
        if hit is None:
            lines.append(f"- {wish}")
        else:
            left.remove(hit)
    may = instance.wishes("may")
    extra = (each for each in left if not any(wish.meets(each, text) for wish in may))
    return [*lines, *(f"+ {_shown(each)}" for each in extra)]


def _shown(finding: Row) -> str:
    place = finding["location"]
    return f"{place['line']}:{place['column']} {finding['code']} ⟦{place['quote']}⟧ {finding['message']}"
