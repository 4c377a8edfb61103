"""Hostile texts of any size, as `shapes.toml` describes them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

_TABLES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("shapes.toml").read_text("utf-8"))
_DIGITS: tuple[str, ...] = ("", *"一二三四五六七八九")
_CYCLE = 99
SIZES = {"characters": 40_000, "runs": 40_000, "lines": 40_000, "papers": 5_000, "varied": 50_000}
"""How much of each kind is much: characters, also between words, lines, parts below a heading, and characters of what
never repeats.
"""
LONG_LINE = "one 1 MB line"
_SEED = 7
_CHANGING = re.compile(r"\{[niwcsf]\}")
_LENGTHS = {"c": (1, 1), "s": (8, 30)}
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


def _between_words(unit: str, size: int) -> str:
    return str(_TABLES["around"]).strip().replace("{shape}", f"甲{_repeated(unit, size)}乙")


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


def _varied(parts: list[tuple[str, str, float]], size: int) -> str:
    chance, lines = Random(_SEED), []
    for heading, line, share in parts:
        lines += [heading, *_filled(line, int(size * share), chance)]
    return "\n".join(lines)


def _filled(unit: str, size: int, chance: Random) -> Iterator[str]:
    """Yield a line after another, each with other words, or one line if the unit ends within a sentence."""
    numbers, pieces, length = count(1), list[str](), 0
    while length < size or not pieces:
        changed = partial(_changed, number=next(numbers), chance=chance)
        pieces.append(_CHANGING.sub(changed, unit))
        length += len(pieces[-1])
    yield ("" if unit[-1] in "；，" else "\n").join(pieces)


def _changed(found: re.Match[str], number: int, chance: Random) -> str:
    kind = found[0][1]
    if kind in "ni":
        return str(number) if kind == "i" else _ordinal((number - 1) % _CYCLE + 1)
    characters, brackets = _TABLES["chance"]["characters"], _TABLES["chance"]["brackets"]
    words = "".join(chance.choices(characters, k=chance.randint(*_LENGTHS.get(kind, (1, 5)))))
    opener, closer = chance.choice(brackets) if kind == "f" else ("", "")
    return opener + words + closer


_KINDS: dict[str, Callable[[Any, int], str]] = {
    "characters": _within,
    "runs": _between_words,
    "lines": _lines,
    "papers": _paper,
    "varied": _varied,
}


def _counted(unit: str, times: int) -> list[str]:
    return [unit.replace("{n}", _ordinal(at % _CYCLE + 1)).replace("{i}", str(at)) for at in range(times)]


def _ordinal(value: int) -> str:
    """Write 1 to 99 as ordinals are written."""
    tens, ones = divmod(value, 10)
    return (_DIGITS[tens] if tens > 1 else "") + "十" * (tens > 0) + _DIGITS[ones]
