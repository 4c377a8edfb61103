"""From a path or bytes to a Document: the suffix decides which reader is imported, and nothing else is."""

from __future__ import annotations

import os
import stat
from importlib import import_module

from docklint.document import Document
from docklint.errors import (
    Convertible,
    Forbidden,
    NoSuffix,
    NotAFile,
    NotFound,
    NotFoundForBlank,
    NotFoundNear,
    NotFoundNearFolder,
    OldFormat,
    OwnReport,
    TooLarge,
    UnknownFormat,
    Unreadable,
)
from docklint.typed import Protocol, cast

LIMIT_MB = 100
"""The largest file that is read, in units of 1024 × 1024 bytes."""

READERS = {
    ".docx": "docklint.readers.docx",
    ".docm": "docklint.readers.docx",
    ".dotx": "docklint.readers.docx",
    ".dotm": "docklint.readers.docx",
    ".txt": "docklint.readers.text",
    ".md": "docklint.readers.text",
}
"""Suffix → the module whose `read(path, data, revisions)` understands it."""

TEMPLATES = frozenset({".docm", ".dotx", ".dotm"})
"""Read when named, but not looked for in a folder: they are hardly ever drafts."""

OLD_FORMATS = frozenset({".doc", ".wps", ".odt", ".rtf"})
"""Read through LibreOffice, if that is asked for."""

OLD_TEMPLATES = frozenset({".dot", ".wpt"})
"""Read likewise when named, but not looked for in a folder."""

_PASSED_OVER = {
    "old-format": OLD_FORMATS | OLD_TEMPLATES,
    "template": TEMPLATES,
    "foreign-format": frozenset({".pdf", ".ofd", ".pages"}),
}
"""Files of a folder that may be papers and are not checked: why, and their suffixes."""

OLD_SHEETS = frozenset({".et"})
"""Never read: WPS spreadsheets."""


class _Reader(Protocol):
    def read(self, path: str, data: bytes, revisions: str) -> Document: ...


def read(path: str, revisions: str = "final", convert: bool = False) -> Document:
    """Read one file. `revisions`: `final` or `original`, for tracked changes. `convert`: old formats as well.

    Raises a `DraftError` of the fitting kind; a file of a foreign suffix is not opened at all.
    """
    try:
        reader = _reader(_suffix(path), convert)
    except (UnknownFormat, OldFormat):
        _check_there(path)
        raise
    return _draft(reader.read(path, load(path), revisions))


def parse(name: str, data: bytes, revisions: str = "final", convert: bool = False) -> Document:
    """Read bytes that came without a file, as from standard input; `name` tells the format, else they do.

    Raises a `DraftError` of the fitting kind.
    """
    reader = _reader(_suffix(name) or _guessed(data), convert)
    return _draft(reader.read(name, data, revisions))


def is_draft_name(name: str, convert: bool = False) -> bool:
    """Return whether a file of this name is a draft when a folder is walked; owner files (`~$…`) are not."""
    wanted = READERS.keys() - TEMPLATES | (OLD_FORMATS if convert else frozenset())
    return _suffix(name) in wanted and not is_owner_file(name)


def why_passed_over(name: str, convert: bool = False) -> str:
    """Return what keeps a file of a folder from being checked: a key of `[passed-over]`; empty if it is nothing like a paper,
    or is checked.
    """
    suffix = _suffix(name)
    if is_owner_file(name) or is_draft_name(name, convert):
        return ""
    return next((key for key, suffixes in _PASSED_OVER.items() if suffix in suffixes), "")


def is_owner_file(name: str) -> bool:
    """Return whether the name is that of the lock file Word and WPS lay beside an open document."""
    return os.path.basename(name).startswith("~$")


def is_word_name(name: str) -> bool:
    """Return whether a file of this name is a Word document."""
    return format_of(name) == "docx"


def format_of(name: str) -> str:
    """Return the format a file of this name is read as: `docx` or `text`."""
    return "docx" if READERS.get(_suffix(name), "").endswith(".docx") else "text"


def load(path: str) -> bytes:
    """Read the bytes of a regular file of at most `LIMIT_MB`.

    Raises `NotFound`, `NotAFile`, `Forbidden`, `TooLarge` or `Unreadable`. A pipe or a device is not opened,
    since reading it might never end.
    """
    try:
        _check(os.stat(path))
        with open(path, "rb") as file:
            return within_limit(file.read(_room(os.fstat(file.fileno()).st_size)))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _not_found(path) from error
    except PermissionError as error:
        raise Forbidden() from error
    except OSError as error:
        # Late: only who fails needs the words for it.
        from docklint.error_texts import of_system

        raise Unreadable(reason=of_system(error)) from error
    except ValueError as error:
        # A name that no system knows, with a zero byte in it.
        raise NotFound() from error


def _room(size: int) -> int:
    """Return how many bytes to ask for, so that one beyond the limit shows; some systems do not tell the size."""
    return min(max(size, 2**20), LIMIT_MB * 2**20) + 1


def within_limit(data: bytes) -> bytes:
    """Return `data` back, or raise `TooLarge`."""
    if len(data) > LIMIT_MB * 2**20:
        raise TooLarge(limit=LIMIT_MB)
    return data


def _draft(document: Document) -> Document:
    """Return the document, or raise `OwnReport`: what docklint says of a draft is none."""
    # Late: who asks only for names of files needs no words of ours.
    from docklint.own_reports import is_own_document

    if is_own_document(document):
        raise OwnReport()
    return document


def _check_there(path: str) -> None:
    """Raise `NotFound`, `NotAFile` or `OwnReport` where a foreign suffix is not what is the matter."""
    if not os.path.lexists(path):
        raise _not_found(path)
    if not os.path.isfile(path):
        raise NotAFile()
    from docklint.own_reports import is_own_report

    if is_own_report(path):
        raise OwnReport()


def _not_found(path: str) -> NotFound:
    """Build the error for a file that is not there, with the one that was likely meant."""
    # Late: only a mistake needs it.
    from docklint.near_files import for_shell, has_blank, near_files, near_folders

    near = near_files(path, tuple(READERS.keys() | OLD_FORMATS))
    if not near:
        folders = near_folders(path)
        return NotFoundNearFolder(near=tuple(map(for_shell, folders))) if folders else NotFound()
    # What a shell made of a name with a blank is a part of it.
    cause = NotFoundForBlank if has_blank(near[0]) and not has_blank(path) else NotFoundNear
    return cause(near=tuple(map(for_shell, near)))


def _check(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile()
    if status.st_size > LIMIT_MB * 2**20:
        raise TooLarge(limit=LIMIT_MB)


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _guessed(data: bytes) -> str:
    # A zip or an OLE container can only be meant as a Word file; its reader says what is wrong with it.
    return ".docx" if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")) else ".txt"


def _reader(suffix: str, convert: bool) -> _Reader:
    return cast(_Reader, import_module(READERS.get(suffix) or _converter(suffix, convert)))


def _converter(suffix: str, convert: bool) -> str:
    """Return the module that reads an old format, if that is wanted; else say what can be done about it."""
    if suffix in OLD_SHEETS:
        raise OldFormat(suffix=suffix)
    if suffix not in OLD_FORMATS | OLD_TEMPLATES:
        raise UnknownFormat(suffix=suffix) if suffix.strip(".") else NoSuffix()
    if not convert:
        # Late: looking for LibreOffice costs nothing unless there is such a file.
        from docklint.readers.convert import find

        raise (Convertible if find() else OldFormat)(suffix=suffix)
    return "docklint.readers.convert"
