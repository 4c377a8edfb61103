"""A part as a tree that knows where in the bytes each of its elements stands: what a writer splices into.

Nothing here is ever serialised again: an edit names bytes, and every byte outside an edit stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any
from xml.parsers import expat

from docklint.word import errors, guard
from docklint.word.encoding import Encoding, encoding_of
from docklint.word.names import Names, names_of

_TAG = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")
"""A whole start tag; `>` may stand in an attribute."""


class SourceNode:
    """An element. `start`, `inside`, `close`, `end`: bytes where its start tag begins and ends, and its end tag.

    Of `<a/>`, `inside`, `close` and `end` are one. `raw`: its name as written, prefix included. `scope`: the prefixes
    bound here (`""`: the default namespace) and their namespaces.
    """

    __slots__ = (
        "attributes",
        "children",
        "close",
        "end",
        "inside",
        "parent",
        "raw",
        "scope",
        "start",
        "tag",
    )

    def __init__(self, name: str, attributes: dict[str, str], parent: SourceNode | None, start: int) -> None:
        uri, local, prefix = _parted(name)
        self.tag = f"{{{uri}}}{local}" if uri else local
        self.raw = f"{prefix}:{local}" if prefix else local
        self.attributes = attributes
        self.parent = parent
        self.children: list[SourceNode] = []
        self.start = start
        self.inside = self.close = self.end = start
        self.scope: Mapping[str, str] = {}

    text: str | None = None
    """Only for the sake of `Element`: a writer looks at the bytes."""

    def __iter__(self) -> Iterator[SourceNode]:
        return iter(self.children)

    def __len__(self) -> int:
        return len(self.children)

    def __bool__(self) -> bool:
        return True

    @property
    def local(self) -> str:
        """Return the name without its namespace."""
        return self.tag.rpartition("}")[2]

    @property
    def empty(self) -> bool:
        """Say whether it is written as one tag, `<a/>`."""
        return self.inside == self.end

    def get(self, key: str, default: str | None = None, /) -> str | None:
        """Return an attribute by its full name, as `Element.get` does."""
        for name, value in self.attributes.items():
            uri, local, _ = _parted(name)
            if key == (f"{{{uri}}}{local}" if uri else local):
                return value
        return default

    def written(self, key: str) -> str | None:
        """Return an attribute's name as it is written, prefix included."""
        for name in self.attributes:
            uri, local, prefix = _parted(name)
            if key == (f"{{{uri}}}{local}" if uri else local):
                return f"{prefix}:{local}" if prefix else local
        return None

    def child(self, tag: str) -> SourceNode | None:
        """Return the first child of a name."""
        return next((child for child in self.children if child.tag == tag), None)

    def ancestors(self) -> Iterator[SourceNode]:
        """Yield what encloses the element, from the inside out."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def below(self) -> Iterator[SourceNode]:
        """Yield the element and all it encloses, in document order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


class Source:
    """One part, parsed. `data`: its bytes in UTF-8; `encoding`: what it came in. `root`: its tree."""

    def __init__(self, part: str, stored: bytes) -> None:
        """Parse a part. Raises `BadXml`, `DoctypeRefused` or `TooDeep`."""
        self.part = part
        self.encoding: Encoding = encoding_of(stored)
        self.data = self.encoding.decode(stored, part)
        self.root = _Builder(part, self.data).root

    @cached_property
    def w(self) -> Names | None:
        """Return the names of the WordprocessingML namespace of the root."""
        return names_of(self.root.tag)

    def bytes_of(self, node: SourceNode) -> bytes:
        """Return the bytes of a whole element."""
        return self.data[node.start : node.end]

    def content(self, node: SourceNode) -> bytes:
        """Return the bytes between an element's tags."""
        return self.data[node.inside : node.close]

    def start_tag(self, node: SourceNode) -> bytes:
        """Return the start tag, never one that ends the element too."""
        tag = self.data[node.start : node.inside]
        return tag[:-2].rstrip() + b">" if node.empty else tag

    def stored(self, data: bytes) -> bytes:
        """Return edited bytes as the part is to be stored."""
        return self.encoding.encode(data)


class _Builder:
    """What expat calls while it parses one part."""

    def __init__(self, part: str, data: bytes) -> None:
        self.part, self.data = part, data
        self.open: list[SourceNode] = []
        self.bound: dict[str, str] = {}
        self.scope: Mapping[str, str] = {}
        self.parser = self._parser()
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            raise errors.BadXml(part=guard.shown(part), english=guard.shown(str(error))) from error

    root: SourceNode

    def _parser(self) -> Any:
        parser = expat.ParserCreate("utf-8", " ")
        parser.namespace_prefixes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartNamespaceDeclHandler = self._declare
        parser.StartDoctypeDeclHandler = self._refuse
        return parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        start = self.parser.CurrentByteIndex
        parent = self.open[-1] if self.open else None
        node = SourceNode(name, attributes, parent, start)
        if self.bound:
            self.scope, self.bound = {**(parent.scope if parent is not None else {}), **self.bound}, {}
            node.scope = self.scope
        else:
            node.scope = parent.scope if parent is not None else self.scope
        found = _TAG.match(self.data, start)
        assert found is not None, "expat reports no start where there is no tag"
        node.inside = node.close = node.end = found.end()
        if parent is None:
            self.root = node
        else:
            parent.children.append(node)
        if len(self.open) >= guard.MAX_DEPTH:
            raise errors.TooDeep(part=guard.shown(self.part), limit=guard.MAX_DEPTH)
        self.open.append(node)

    def _end(self, _: str) -> None:
        node = self.open.pop()
        if self.data[node.inside - 2 : node.inside] != b"/>":
            node.close = self.parser.CurrentByteIndex
            node.end = self.data.index(b">", node.close) + 1

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self.bound[prefix or ""] = uri or ""

    def _refuse(self, *_: object) -> None:
        raise errors.DoctypeRefused(part=guard.shown(self.part))


@lru_cache(maxsize=1024)
def _parted(name: str) -> tuple[str, str, str]:
    """Part what expat gives, `uri local prefix`, `uri local` or `local`, into the three."""
    parts = name.split(" ")
    if len(parts) == 1:
        return "", parts[0], ""
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""
