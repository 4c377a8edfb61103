"""XML 1.0 as text: names and attributes are ours, everything else is escaped."""

from __future__ import annotations

from docklint.patterns import compiled

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
_FORBIDDEN = compiled(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


def escaped(text: str) -> str:
    """Escape for an attribute; characters that XML does not allow, or advises against, are removed (§2.2).

    So are direction and zero-width marks: what stands in a report of tests is there to be shown.
    """
    return _FORBIDDEN.sub("", text).translate(_ESCAPES)


def opened(name: str, /, **attributes: object) -> str:
    """Return a start tag."""
    listed = "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items())
    return f"<{name}{listed}>"


def element(name: str, text: str = "", /, **attributes: object) -> str:
    """Return an element that holds text only."""
    shown = escaped(text).replace("&#10;", "\n")
    return f"{opened(name, **attributes)}{shown}</{name}>"
