"""Hostile texts of any size, as `shapes.toml` describes them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

_TABLES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("shapes.toml").read_text("utf-8"))
_DIGITS: tuple[str, ...] = ("", *"一二三四五六七八九")
_CYCLE = 99
SIZES = {"characters": 40_000, "lines": 40_000, "papers": 5_000}
"""How much of each kind is much: characters, lines, and parts below a heading."""
LONG_LINE = "one 1 MB line"
_LONG = 350_000
"""Characters of three bytes each that make 1 MB."""


class Shape(NamedTuple):
    """A hostile text: `size` of `kind`, and a quarter of that."""

    name: str
    kind: str
    size: int

    def text(self, size: int) -> str:
        """Return so much of it."""
        given = _TABLES[self.kind]["a sentence" if self.name == LONG_LINE else self.name]
        return _KINDS[self.kind](given, size)


def shapes(share: float = 1) -> dict[str, Shape]:
    """Return all of them by name; `share` makes them smaller."""
    all_of = [Shape(name, kind, int(size * share)) for kind, size in SIZES.items() for name in _TABLES[kind]]
    return {each.name: each for each in (*all_of, Shape(LONG_LINE, "characters", int(_LONG * share)))}


def _within(unit: str, size: int) -> str:
    return str(_TABLES["around"]).strip().replace("{shape}", _repeated(unit, size))


def _repeated(unit: str, size: int) -> str:
    if "{n}" not in unit:
        return (unit * (size // len(unit) + 1))[:size]
    return "".join(_counted(unit, size // (len(unit) - 2) + 1))[:size]


def _lines(unit: str, size: int) -> str:
    return "\n".join(_counted(unit, size))


def _paper(parts: list[tuple[str, str, float]], size: int) -> str:
    return "\n".join(
        "\n".join((heading, *_counted(line, max(1, int(size * share))))) for heading, line, share in parts
    )


_KINDS: dict[str, Callable[[Any, int], str]] = {"characters": _within, "lines": _lines, "papers": _paper}


def _counted(unit: str, times: int) -> list[str]:
    return [unit.replace("{n}", _ordinal(at % _CYCLE + 1)).replace("{i}", str(at)) for at in range(times)]


def _ordinal(value: int) -> str:
    """Write 1 to 99 as ordinals are written."""
    tens, ones = divmod(value, 10)
    return (_DIGITS[tens] if tens > 1 else "") + "十" * (tens > 0) + _DIGITS[ones]
