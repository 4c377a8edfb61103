"""Plain TOML, lines of `key = value`, as most configurations are: read without a parser, whose import takes 4 ms.

What is not plainly that is for the parser, every mistake with it; `tests/test_plain_toml.py` holds one against the other.
"""

from __future__ import annotations

from docklint.typed import Any

MOST_DIGITS = 9


def plain(text: str) -> dict[str, Any] | None:
    """Return the keys of a text with their values: texts, whole numbers, flags and lists of texts, each on a line.

    None if there is more to the text than such lines, empty ones and comments.
    """
    found: dict[str, Any] = {}
    for line in text.split("\n"):
        said = line.strip(" ")
        if not said.isprintable():
            return None
        if said and not said.startswith("#"):
            key, _, written = said.partition("=")
            key, value = key.rstrip(" "), _value(written.lstrip(" "))
            if value is None or key in found or not _is_bare(key):
                return None
            found[key] = value
    return found


def _is_bare(key: str) -> bool:
    return key.isascii() and key.replace("-", "").replace("_", "").isalnum()


def _value(written: str) -> Any:
    """Return what a value says; None if it is none of the plain ones."""
    if written in ("true", "false"):
        return written == "true"
    if written.startswith("[") and written.endswith("]"):
        listed = [_text(each.strip(" ")) for each in written[1:-1].split(",")]
        return None if None in listed else listed
    return _text(written) if written.startswith('"') else _number(written)


def _text(written: str) -> str | None:
    inside = written[1:-1]
    is_plain = written == f'"{inside}"' and '"' not in inside and "\\" not in inside
    return inside if is_plain else None


def _number(written: str) -> int | None:
    is_plain = written.isascii() and written.isdigit() and len(written) <= MOST_DIGITS and written[0] != "0"
    return int(written) if is_plain else None
