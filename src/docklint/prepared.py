"""What building a wheel has parsed: modules with `TABLES`, each by the contents of the file it came from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from zlib import crc32

from docklint.typed import Any

Fingerprint = tuple[int, int]


def fingerprint(data: bytes) -> Fingerprint:
    """Tell contents apart: length in bytes and CRC-32. Enough against accidents; nobody gains by a forgery."""
    return len(data), crc32(data)


@cache
def prepared(module: str) -> Mapping[Fingerprint, dict[str, Any]]:
    """Return the tables of a module that building a wheel adds; none in a checkout, where nothing was built."""
    try:
        tables: Mapping[Fingerprint, dict[str, Any]] = import_module(module).TABLES
    except ModuleNotFoundError:
        return {}
    return tables
