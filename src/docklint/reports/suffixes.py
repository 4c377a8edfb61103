"""Which format a file name asks for."""

from __future__ import annotations

from docklint.errors import SetupError
from docklint.reports import STATISTICS

SUFFIXES = {
    ".html": ("html",),
    ".htm": ("html",),
    ".docx": ("docx",),
    ".json": ("json", "sarif", "gitlab"),
    ".jsonl": ("jsonl",),
    ".sarif": ("sarif",),
    ".sarif.json": ("sarif",),
    ".md": ("markdown",),
    ".xml": ("junit",),
    ".txt": ("text", "concise", "github", "markdown", STATISTICS),
}
"""Suffix → the formats that a file of that name can have; the first is meant where none is named."""

FOREIGN = (
    *(".doc", ".wps", ".odt", ".rtf", ".dot", ".dotx", ".docm", ".dotm", ".wpt", ".ott", ".pdf"),
    *(".xls", ".xlsx", ".csv", ".ppt", ".pptx", ".zip"),
)
"""Suffixes under which other programs expect what docklint does not write."""


def format_of_name(name: str, asked: str | None) -> str:
    """Return the format of a report in a file of that name. `asked`: the format that was named, if any was.

    A name without a suffix, or with one that means nothing, can have any format. Raises `SetupError` if the format
    asked for cannot stand under that name, or none can.
    """
    if could_be(name, asked):
        return asked or _meant(name)
    known = tuple(SUFFIXES) if asked is None else tuple(_suffixes_of(asked))
    key = "setup.suffix-unknown" if asked is None else "setup.suffix-of-other"
    raise SetupError(key, output=name, format=asked or "", known=known)


def could_be(name: str, asked: str | None) -> bool:
    """Return whether a file of that name could hold the format, or any format if none is named."""
    suffix = _suffix(name)
    if suffix in SUFFIXES:
        return asked is None or asked in SUFFIXES[suffix]
    return not suffix or (asked is not None and suffix not in FOREIGN)


def suffix_for(format: str) -> str:
    """Return the suffix of a file in that format."""
    return _suffixes_of(format)[0]


def _meant(name: str) -> str:
    suffix = _suffix(name)
    return SUFFIXES[suffix][0] if suffix else "text"


def _suffixes_of(format: str) -> list[str]:
    """Return where a format can stand; where it is the one that is meant comes first."""
    able = [suffix for suffix, formats in SUFFIXES.items() if format in formats]
    return sorted(able, key=lambda suffix: SUFFIXES[suffix][0] != format)


def _suffix(name: str) -> str:
    """Return the suffix in lower case, a known double one whole; empty where there is none."""
    stem, dot, last = name.lower().rpartition(".")
    if not dot or not stem:
        return ""
    double = next((each for each in SUFFIXES if each.count(".") > 1 and name.lower().endswith(each)), "")
    return double or dot + last
