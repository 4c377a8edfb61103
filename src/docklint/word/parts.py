"""A package being written to: its parts parsed when they are asked for, edited, made and dropped."""

from __future__ import annotations

import posixpath
import re

from docklint.word import errors, guard
from docklint.word.names import STRICT, TRANSITIONAL
from docklint.word.package import Package, Relationship, relationships_part
from docklint.word.repackage import repackage
from docklint.word.source import Source, SourceNode
from docklint.word.splice import Splices
from docklint.word.wording import attribute

_BASES = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships/",
}
"""What the types of relationships begin with, by the namespace of the main part."""
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIPS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_TYPES = "[Content_Types].xml"


class Parts:
    """One package and all that is to become of it. Raises a `PackageError` if it is none."""

    def __init__(self, data: bytes) -> None:
        self.data = guard.without_padding(data)
        self.package = Package(data)
        self.main = self.package.main()
        if self.package.name(_TYPES) is None:
            raise errors.Damaged(english=f"no {_TYPES}")
        self._sources: dict[str, Source] = {}
        self._splices: dict[str, Splices] = {}
        self._made: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        self._declared: set[str] = set()

    def source(self, part: str) -> Source:
        """Return a part, parsed once."""
        if part not in self._sources:
            made = self._made.get(part)
            self._sources[part] = Source(part, self.package.inflate(part) if made is None else made)
        return self._sources[part]

    def splices(self, part: str) -> Splices:
        """Return the edits of a part, to add to them."""
        return self._splices.setdefault(part, Splices(self.source(part)))

    def related(self, kind: str) -> str | None:
        """Return the first part that the main part is related to in this way."""
        return next(iter(self.all_related(kind)), None)

    def all_related(self, kind: str) -> list[str]:
        """Return the parts that the main part is related to in this way, each once."""
        named = (self.package.name(each.target) for each in self._of_kind(kind) if each.target)
        return list(dict.fromkeys(name for name in named if name is not None))

    def add(self, kind: str, content: bytes, content_type: str) -> str:
        """Add a part that the main part is related to, with all that says so; return its name."""
        dangling = next((each.target for each in self._of_kind(kind) if each.target), None)
        part = dangling or self._free(f"{kind}.xml")
        self._made[part] = content
        self._splices.pop(part, None)
        if dangling is None:
            self._relate(kind, part)
        self.declare(part, content_type)
        return part

    def drop(self, kind: str, part: str) -> None:
        """Drop a part that the main part is related to, with all that says so."""
        self._dropped.add(part)
        rels = self.splices(relationships_part(self.main))
        for node in rels.source.root:
            if self._leads_to(node, kind, part):
                rels.remove(node)
        types = self.splices(_TYPES)
        for node in types.source.root:
            if (node.get("PartName") or "").casefold() == f"/{part}".casefold():
                types.remove(node)

    def result(self) -> bytes:
        """Return the package with everything done."""
        changed = {part: content for part, content in self._made.items() if part not in self._splices}
        for part, splices in self._splices.items():
            if part not in self._dropped:
                changed[part] = splices.stored()
        return repackage(self.data, changed, frozenset(self._dropped))

    def _of_kind(self, kind: str) -> list[Relationship]:
        return [each for each in self.package.relationships(self.main) if each.kind == kind]

    def _free(self, name: str) -> str:
        """Return a name beside the main part that no part has."""
        stem, suffix = posixpath.splitext(name)
        folder = posixpath.dirname(self.main)
        at, tried = 1, posixpath.join(folder, name)
        while self.package.name(tried) is not None:
            at, tried = at + 1, posixpath.join(folder, f"{stem}{at}{suffix}")
        return tried

    def _relate(self, kind: str, part: str) -> None:
        rels = relationships_part(self.main)
        if self.package.name(rels) is None and rels not in self._made:
            self._made[rels] = _DECLARATION + _RELATIONSHIPS
        root = self.source(rels).root
        uri = self.source(self.main).root.tag[1:].partition("}")[0]
        target = posixpath.relpath(part, posixpath.dirname(self.main) or ".")
        words = (f'Id="{_fresh_id(root)}"', f'Type="{_BASES[uri]}{kind}"', f'Target="{attribute(target)}"')
        self.splices(rels).append(root, f"<{_sibling(root, 'Relationship')} {' '.join(words)}/>".encode())

    def declare(self, part: str, content_type: str) -> None:
        """Say what a part is, unless that is said already."""
        if part in self._declared:
            return
        self._declared.add(part)
        root = self.source(_TYPES).root
        if any((node.get("PartName") or "").casefold() == f"/{part}".casefold() for node in root):
            return
        words = f'PartName="/{attribute(part)}" ContentType="{content_type}"'
        self.splices(_TYPES).append(root, f"<{_sibling(root, 'Override')} {words}/>".encode())

    def _leads_to(self, node: SourceNode, kind: str, part: str) -> bool:
        if (node.get("Type") or "").rpartition("/")[2] != kind:
            return False
        found = [each.target for each in self._of_kind(kind) if each.id == (node.get("Id") or "")]
        return any(target is not None and target.casefold() == part.casefold() for target in found)


def _sibling(root: SourceNode, local: str) -> str:
    """Name a child of the root in the root's own namespace."""
    prefix = root.raw.rpartition(":")[0]
    return f"{prefix}:{local}" if prefix else local


def _fresh_id(root: SourceNode) -> str:
    """Return a relationship's id that none has; numbers as Word gives them."""
    numbers = [
        int(found[1]) for node in root if (found := re.fullmatch(r"rId(\d{1,9})", node.get("Id") or ""))
    ]
    return f"rId{max(numbers, default=0) + 1}"
