"""The guard: what a file must be like before any parser sees it.

The limits leave a wide margin above 2,077 real documents, the largest of which had 291 entries, 16.6 MB in
all and 12.6 MB in one part; at most one million elements keep a parse near 190 MB.
"""

from __future__ import annotations

import struct
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from docklint.errors import Empty, TooLarge
from docklint.texts import Text
from docklint.word import errors

MEGABYTE = 1 << 20
MAX_BYTES = 100 * MEGABYTE
"""Bytes of the file."""
MAX_TOTAL = 256 * MEGABYTE
"""Bytes of all parts, inflated: as declared, and again while reading."""
MAX_PART = 64 * MEGABYTE
"""Bytes of one XML part, inflated."""
MAX_TEXT = 10_000_000
"""Bytes of one stretch of text or one attribute; libxml2's own limit."""
MAX_ENTRIES = 4000
MAX_ELEMENTS = 1_000_000
"""Elements of all XML parts that are read."""
MAX_NODES = 1_500_000
"""Elements, their attributes and the texts between them: at most some 230 MB in memory."""
MAX_LINES = 100_000
MAX_CHARACTERS = 2_000_000
"""Code points of visible text, beside the tree they are taken from."""
MAX_PIECES = 200_000
"""Stretches of visible text that lie apart in the file; another 40 MB."""
MAX_MARKS = 50_000
"""Tracked changes, comments and hidden passages."""
MAX_FIELDS = 100
"""Fields inside fields."""
MAX_TRACES = 8
"""Tracked changes inside tracked changes that are told apart."""
MAX_DEPTH = 256
"""Elements inside elements; libxml2's own limit, and within Python's stack."""

_ENCRYPTED_FLAG = 0x1
_OWNER_FILE_BYTES = 162
_END = b"PK\x05\x06"
_ENTRY = b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"{\\rtf", "RTF"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"MIME-Version", "MHTML"),
    (b"<html", "HTML"),
    (b"<!DOCTYPE", "HTML"),
    (b"<?xml", "XML"),
)


def check_size(size: int) -> None:
    """Refuse no bytes (`Empty`) and more than `MAX_BYTES` of them (`TooLarge`)."""
    if size == 0:
        raise Empty()
    if size > MAX_BYTES:
        raise TooLarge(limit=MAX_BYTES // MEGABYTE)


def check_bytes(data: bytes) -> None:
    """Look at a whole file's bytes: a zip with its end in place and not too many entries."""
    check_size(len(data))
    if data.startswith(_OLE):
        raise errors.Encrypted() if _ENCRYPTED_STREAM in data else errors.OldWord()
    if not data.startswith(b"PK"):
        raise _stranger(data)
    end = data.rfind(_END, max(0, len(data) - _LONGEST_END))
    if end < 0 or len(data) < end + _SHORTEST_END:
        raise errors.Truncated()
    _check_directory(data, end)


def without_padding(data: bytes) -> bytes:
    """Cut off what follows the zip: some disks and mail programs fill files up, beyond where a zip's end is sought.

    An end record is that of the whole file, not of a package embedded in it, if its directory ends where it begins.
    """
    if not data.startswith(b"PK") or data.rfind(_END, max(0, len(data) - _LONGEST_END)) >= 0:
        return data
    end = data.rfind(_END)
    for _ in range(_MOST_ENDS):
        if end < 0 or len(data) < end + _SHORTEST_END:
            break
        size, offset, comment = struct.unpack_from("<IIH", data, end + 12)
        if offset + size == end:
            return data[: end + _SHORTEST_END + comment]
        end = data.rfind(_END, 0, end)
    return data


_SHORTEST_END = 22
_LONGEST_END = _SHORTEST_END + 0xFFFF
_MOST_ENDS = 100
"""How many end records are tried: each package embedded without compression has one."""


def check_entries(entries: list[ZipInfo]) -> None:
    """Refuse what no document has: repeated or unsafe names, other methods, encryption, too many bytes."""
    if len(entries) > MAX_ENTRIES:
        raise errors.TooManyEntries(limit=MAX_ENTRIES)
    seen: set[str] = set()
    for entry in entries:
        _check_entry(entry)
        name = part_name(entry.filename).casefold()
        if name in seen:
            raise errors.UnsafeName(name=shown(entry.filename))
        seen.add(name)
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise too_many_bytes("*", MAX_TOTAL)


def part_name(name: str) -> str:
    """Give an entry's name as a part name: some writers on Windows use backslashes."""
    return name.replace("\\", "/")


def shown(name: str) -> str:
    """Make a name from a file fit for a message: short, and without control characters."""
    return "".join(c if c.isprintable() else "?" for c in name[:80])


def too_many_bytes(part: str, limit: int) -> errors.TooManyBytes:
    """Give the error for a part, or for all of them (`*`), that inflates to more than `limit` bytes."""
    return errors.TooManyBytes(part=shown(part), limit=limit // MEGABYTE)


def _stranger(data: bytes) -> errors.PackageError:
    """Say what a file is that is no zip."""
    if len(data) == _OWNER_FILE_BYTES and data[0] < 0x40:
        return errors.OwnerFile()
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    kind = next((kind for magic, kind in _OTHERS if head.startswith(magic.lower())), None)
    if kind is None:
        return errors.NotDocx(kind=Text("kind.none-known"))
    return errors.NotDocx(kind=Text("kind.looks-like", kind=kind))


def _check_directory(data: bytes, end: int) -> None:
    """Count the entries before zipfile builds an object for each; the declared number may lie."""
    declared, size = struct.unpack_from("<HI", data, end + 10)
    start = max(0, end - size - 76) if size != 0xFFFFFFFF else 0
    if (declared > MAX_ENTRIES and declared != 0xFFFF) or data.count(_ENTRY, start, end) > MAX_ENTRIES:
        raise errors.TooManyEntries(limit=MAX_ENTRIES)


def _check_entry(entry: ZipInfo) -> None:
    name = part_name(entry.filename)
    if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
        raise errors.UnsafeName(name=shown(name))
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise errors.Encrypted()
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise errors.Damaged(english=f"zip method {entry.compress_type}")
