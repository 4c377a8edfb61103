"""Edits on bytes: every edit names the bytes it replaces, and all are made at once, last to first in effect."""

from __future__ import annotations

from docklint.word.source import Source, SourceNode


class Splices:
    """Edits of one part, none of which overlap. Insertions at one place stay in the order of their making."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._edits: list[tuple[int, int, bytes]] = []
        self._appended: dict[SourceNode, list[bytes]] = {}

    def insert(self, at: int, xml: bytes) -> None:
        """Insert before the byte `at`."""
        self._edits.append((at, at, xml))

    def replace(self, start: int, end: int, xml: bytes) -> None:
        """Put `xml` in the place of some bytes."""
        self._edits.append((start, end, xml))

    def remove(self, node: SourceNode) -> None:
        """Take an element out, with all it encloses."""
        self._edits.append((node.start, node.end, b""))

    def append(self, node: SourceNode, xml: bytes) -> None:
        """Add to the end of an element, which is opened for it if it is written as one tag."""
        self._appended.setdefault(node, []).append(xml)

    def prepend(self, node: SourceNode, xml: bytes) -> None:
        """Add to the beginning of an element; to one written as one tag, as `append` does."""
        if node.empty:
            self._appended.setdefault(node, []).insert(0, xml)
        else:
            self.insert(node.inside, xml)

    def result(self) -> bytes:
        """Return the whole part with all edits made, in UTF-8."""
        return self.part_of(0, len(self.source.data))

    def part_of(self, first: int, last: int) -> bytes:
        """Return some of the part with all edits made, which lie within it."""
        data = self.source.data
        out: list[bytes] = []
        done = first
        for start, end, xml in sorted([*self._edits, *self._appends()], key=lambda edit: edit[:2]):
            assert start >= done, "edits overlap"
            out += (data[done:start], xml)
            done = end
        return b"".join((*out, data[done:last]))

    def stored(self) -> bytes:
        """Return the whole part in the encoding it came in."""
        return self.source.stored(self.result())

    def _appends(self) -> list[tuple[int, int, bytes]]:
        return [self._append(node, b"".join(xml)) for node, xml in self._appended.items()]

    def _append(self, node: SourceNode, xml: bytes) -> tuple[int, int, bytes]:
        if not node.empty:
            return node.close, node.close, xml
        opened = self.source.start_tag(node) + xml + f"</{node.raw}>".encode()
        return node.start, node.end, opened
