"""The package: a zip whose parts point to one another by relationships (ISO 29500-2)."""

from __future__ import annotations

import io
import posixpath
import struct
import zlib
from collections.abc import Iterator
from urllib.parse import unquote
from zipfile import BadZipFile, LargeZipFile, ZipFile

from docklint.texts import Text
from docklint.values import Value
from docklint.word import errors, guard, xml

_CHUNK = guard.MEGABYTE
_RELATIONSHIP = "Relationship"
_ZIP_FAULTS = (
    BadZipFile,
    LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
    IndexError,
)
"""Whatever zipfile raises over bytes that somebody tampered with."""


_LEAST_OF_A_NODE = 2
"""Bytes that each element, attribute and text takes at least, on average; no part is longer than it declares."""


class Relationship(Value):
    """`kind`: the type's last word, alike in both namespaces. `target`: a part's name; None: outside."""

    id: str
    kind: str
    target: str | None


class Package:
    """The parts of one file. Names compare without regard to case, as the standard demands."""

    def __init__(self, data: bytes) -> None:
        """Open a whole file's bytes. Raises a `PackageError` for each cause the guard knows."""
        data = guard.without_padding(data)
        guard.check_bytes(data)
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except _ZIP_FAULTS as error:
            raise errors.Damaged(english=guard.shown(str(error))) from error
        entries = self._zip.infolist()
        guard.check_entries(entries)
        self._entries = {guard.part_name(entry.filename).casefold(): entry for entry in entries}
        self._inflated = self._elements = self._nodes = 0
        self._may_hold_too_many = (
            sum(entry.file_size for entry in entries) > _LEAST_OF_A_NODE * guard.MAX_ELEMENTS
        )

    def name(self, part: str) -> str | None:
        """Give the part's name as the package spells it; None if there is no such part."""
        entry = self._entries.get(part.casefold())
        return guard.part_name(entry.filename) if entry else None

    def names(self) -> tuple[str, ...]:
        """Give the names of all entries, folded, in file order."""
        return tuple(self._entries)

    def read(self, part: str) -> bytes:
        """Inflate a part, at most `guard.MAX_PART` bytes of it, whatever size it declares."""
        entry = self._entries[part.casefold()]
        if entry.file_size > guard.MAX_PART:
            raise guard.too_many_bytes(part, guard.MAX_PART)
        try:
            with self._zip.open(entry) as stream:
                return b"".join(self._bounded(iter(lambda: stream.read(_CHUNK), b""), part))
        except _ZIP_FAULTS as error:
            raise errors.Damaged(english=guard.shown(str(error))) from error

    def inflate(self, part: str) -> bytes:
        """Inflate an XML part; all of them together may hold `guard.MAX_ELEMENTS`."""
        data = self.read(part)
        # Of a draft's megabyte of markup each sign to be counted would take a twentieth of the time to read it.
        elements, nodes = xml.count(data) if self._may_hold_too_many else (0, 0)
        self._elements += elements
        self._nodes += nodes
        if self._elements > guard.MAX_ELEMENTS or self._nodes > guard.MAX_NODES:
            raise errors.TooManyElements(part=guard.shown(part), limit=guard.MAX_ELEMENTS)
        return data

    def parse(self, part: str) -> xml.Element:
        """Inflate and parse a part."""
        return xml.parse(self.inflate(part), guard.shown(part))

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """Give a part's relationships, in file order; of the package itself for the empty name."""
        rels = relationships_part(part)
        if self.name(rels) is None:
            return ()
        return tuple(_relationships(self.parse(rels), posixpath.dirname(part)))

    def main(self) -> str:
        """Find the main document through the relationships; its name is the writer's affair.

        Raises `NoMainPart`, or `OtherOffice` for an OpenDocument text.
        """
        named = [
            each.target for each in self.relationships() if each.kind == "officeDocument" and each.target
        ]
        for target in (*named, "word/document.xml"):
            if found := self.name(target):
                return found
        if self.name("content.xml") and self.name("mimetype"):
            raise errors.OtherOffice(kind=Text("kind.opendocument"))
        raise errors.NoMainPart()

    def _bounded(self, chunks: Iterator[bytes], part: str) -> Iterator[bytes]:
        size = 0
        for chunk in chunks:
            size += len(chunk)
            self._inflated += len(chunk)
            if size > guard.MAX_PART:
                raise guard.too_many_bytes(part, guard.MAX_PART)
            if self._inflated > guard.MAX_TOTAL:
                raise guard.too_many_bytes("*", guard.MAX_TOTAL)
            yield chunk


def relationships_part(part: str) -> str:
    """Give the name of the part that holds a part's relationships."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", base + ".rels")


def _relationships(root: xml.Element, folder: str) -> Iterator[Relationship]:
    """Read what can be read; a relationship without type or target leads nowhere and is dropped."""
    for element in root:
        kind, target = element.get("Type"), element.get("Target")
        if element.tag.rpartition("}")[2] != _RELATIONSHIP or not kind or target is None:
            continue
        external = element.get("TargetMode") == "External"
        where = None if external else _resolve(folder, target)
        yield Relationship(element.get("Id") or "", kind.rpartition("/")[2], where)


def _resolve(folder: str, target: str) -> str:
    """Give the part a target names; a leading slash means the package's root, `..` cannot leave it."""
    path = unquote(guard.part_name(target)).partition("#")[0]
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
