"""Why the system refused a file, and why a text is no TOML. Asked only when something failed."""

from __future__ import annotations

import errno
from re import search

from docklint.texts import Text


def of_system(error: OSError, writing: bool = False) -> Text:
    """Say why a file cannot be read, or written to; what is not known here is told in the system's words."""
    known = {**_SYSTEM, **(_WRITING if writing else {})}.get(error.errno or 0)
    return Text(known) if known else Text("system.other", english=error.strerror or type(error).__name__)


def of_toml(error: ValueError) -> Text:
    """Return where and why a text is no TOML; `error`: from tomllib, whose line and column count from 1."""
    told = str(error)
    place = search(r"^(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)$", told)
    words = place[1] if place else told
    key = next((key for known, key in _TOML.items() if known in words), "toml.other")
    what = Text(key, english=words)
    if place and place[2]:
        return Text("toml.at-line", line=place[2], column=place[3], what=what)
    return Text("toml.at-end" if place else "toml.somewhere", what=what)


_SYSTEM = {
    errno.ENOENT: "system.no-file",
    errno.ENOTDIR: "system.no-file",
    errno.EISDIR: "system.folder",
    errno.EACCES: "system.no-permission",
    errno.EPERM: "system.no-permission",
    errno.ENOSPC: "system.disk-full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "system.disk-full",
    errno.EFBIG: "system.too-large",
    errno.EROFS: "system.read-only",
    errno.EIO: "system.disk-failed",
    errno.ELOOP: "system.link-circle",
    errno.ENAMETOOLONG: "system.name-too-long",
}
_WRITING = {errno.ENOENT: "system.no-folder", errno.ENOTDIR: "system.no-folder"}
# In the words of tomllib; what a later version words otherwise is shown as it stands.
_TOML = {
    "Unescaped '\\'": "toml.backslash",
    "Invalid hex value": "toml.backslash",
    "Unterminated string": "toml.quotes",
    "Illegal character '\\n'": "toml.quotes",
    "Illegal character": "toml.character",
    "Unclosed array": "toml.bracket",
    "Unclosed inline table": "toml.brace",
    "at the end of a table declaration": "toml.table-name",
    "at the end of an array declaration": "toml.table-name",
    "Expected '=' after a key": "toml.equals",
    "Expected newline or end of document": "toml.rest-of-line",
    "Invalid initial character for a key": "toml.key",
    "Invalid statement": "toml.key",
    "Cannot overwrite": "toml.key-twice",
    "Duplicate inline table key": "toml.key-twice",
    "Cannot declare": "toml.table-twice",
    "Cannot mutate": "toml.table-closed",
    "Invalid value": "toml.value",
    "Invalid date": "toml.date",
}
