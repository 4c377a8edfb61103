"""TOML and JSON to values, whatever the text: what cannot be read, or would take too long, is one sentence."""

from __future__ import annotations

from collections.abc import Callable

from docklint.packs.plain_toml import plain
from docklint.patterns import compiled
from docklint.texts import Text
from docklint.typed import Any

MOST_PARTS = 16
"""Parts of a dotted key. Nothing docklint reads has more than seven, and tomllib's time grows with their square."""
MOST_STEPS = 400_000
"""What all dotted keys of four parts and more may cost together: the sum of the squares of these parts."""
MOST_NODES = 1_000_000
"""Objects and arrays of a JSON text, which take far more memory than the characters they are written with."""
MOST_VALUES = 5_000_000

_PART = r"(?:[A-Za-z0-9_-]++|\"[^\"\n]*+\"|'[^'\n]*+')"
_DOTTED = rf"(?m)(?:^|[\[{{,])[ \t]*+({_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{3,}})"


class Unparsable(ValueError):
    """A text that is not read, and why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text


def toml(text: str) -> dict[str, Any]:
    """Parse TOML. Raises `Unparsable`."""
    said = plain(text)
    if said is not None:
        return said
    # Late, here and below: of what ships with a wheel nothing is parsed, and most configurations are plain.
    import tomllib

    if not _is_shallow(text):
        raise Unparsable(Text("fault.too-many-parts", most=MOST_PARTS))
    try:
        tables: dict[str, Any] = _guarded(tomllib.loads, text)
    except tomllib.TOMLDecodeError as error:
        from docklint.error_texts import of_toml

        raise Unparsable(Text("fault.not-toml", reason=of_toml(error))) from error
    if compiled(_BASED).search(text) and _holds_huge(tables):
        raise Unparsable(_NO_NUMBER)
    return tables


def json(text: str) -> Any:
    """Parse JSON. Raises `Unparsable`."""
    import json as standard

    if text.count("{") + text.count("[") > MOST_NODES or text.count(",") > MOST_VALUES:
        raise Unparsable(Text("fault.too-much"))
    try:
        return _guarded(standard.loads, text)
    except standard.JSONDecodeError as error:
        place = Text("fault.not-json", line=error.lineno, column=error.colno, english=str(error))
        raise Unparsable(place) from error


def _guarded(loads: Callable[[str], Any], text: str) -> Any:
    """Let a parser work; what it does not say in words of its own is said here."""
    try:
        return loads(text)
    except RecursionError as error:
        raise Unparsable(Text("fault.too-deep")) from error
    except MemoryError as error:
        raise Unparsable(Text("fault.no-memory")) from error
    except ValueError as error:
        # Both decode errors are a ValueError, too; a bare one comes from a number too long to be read.
        if type(error) is not ValueError:
            raise
        raise Unparsable(_NO_NUMBER) from error


def _is_shallow(text: str) -> bool:
    """Say whether no key has too many parts, and not too many keys have many."""
    left = MOST_STEPS
    for key in compiled(_DOTTED).finditer(text):
        parts = len(compiled(_PART).findall(key[1]))
        left -= parts * parts
        if left < 0 or parts > MOST_PARTS:
            return False
    return True


_NO_NUMBER = Text("fault.no-number")
_BASED = "0[xob][0-9A-Fa-f_]{3000}"
_WIDEST = 14_000
"""Bits of an integer that Python can write in decimal; those to the base of 2, 8 or 16 it reads at any length."""


def _holds_huge(tables: dict[str, Any]) -> bool:
    waiting: list[Any] = [tables]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict | list):
            waiting.extend(value.values() if isinstance(value, dict) else value)
        elif type(value) is int and value.bit_length() > _WIDEST:
            return True
    return False
