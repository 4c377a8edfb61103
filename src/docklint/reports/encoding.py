"""Values as JSON, for every format that is made of it."""

from __future__ import annotations

from json import JSONEncoder

from docklint.neutral import escaped
from docklint.typed import Any

_plain = JSONEncoder(ensure_ascii=False, default=str).encode


def encode(value: Any) -> str:
    """Return JSON on one line, readable, and without a character that could drive a terminal."""
    return escaped(_plain(value))
