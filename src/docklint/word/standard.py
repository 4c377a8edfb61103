"""Parsing with the standard library, for a browser page, which has no lxml."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from docklint.word import errors, guard


def tree(data: bytes, part: str) -> Any:
    """Parse one part. Its expat has no limit of depth: the builder counts.

    Raises `BadXml`, `DoctypeRefused` or `TooDeep`.
    """
    parser = ElementTree.XMLParser(target=_Builder(part))
    try:
        parser.feed(data)
        return parser.close()
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise errors.BadXml(part=part, english=guard.shown(str(error))) from error


class _Builder(ElementTree.TreeBuilder):
    """A tree builder that stops at the limits and at a DTD."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part
        self.depth = 0

    def start(self, tag: Any, attrs: Any, /) -> Any:
        """Open an element."""
        self.depth += 1
        if self.depth > guard.MAX_DEPTH:
            raise errors.TooDeep(part=self.part, limit=guard.MAX_DEPTH)
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> Any:
        """Close an element."""
        self.depth -= 1
        return super().end(tag)

    def doctype(self, *_: str) -> None:
        """Refuse a DTD."""
        raise errors.DoctypeRefused(part=self.part)
