"""Parsing with the standard library, for a browser page, which has no lxml."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from docklint.word import errors, guard
from docklint.word.names import BOUND, REQUIRES


def tree(data: bytes, part: str) -> Any:
    """Parse one part. Its expat has no limit of depth: the builder counts.

    Raises `BadXml`, `DoctypeRefused` or `TooDeep`.
    """
    builder = _ElementBuilder if len(data) <= guard.MAX_TEXT else _Measuring
    parser = ElementTree.XMLParser(target=builder(part))
    try:
        parser.feed(data)
        return parser.close()
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise errors.BadXml(part=part, english=guard.shown(str(error))) from error


class _ElementBuilder(ElementTree.TreeBuilder):
    """A tree builder that stops at the limits and at a DTD."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part
        self.depth = 0
        self.bound: dict[str, list[str]] = {}

    def start(self, tag: Any, attrs: Any, /) -> Any:
        """Open an element."""
        self.depth += 1
        if self.depth > guard.MAX_DEPTH:
            raise errors.TooDeep(part=self.part, limit=guard.MAX_DEPTH)
        if REQUIRES in attrs:
            bound = (self.bound.get(prefix) or [""] for prefix in attrs[REQUIRES].split())
            attrs = {**attrs, BOUND: " ".join(uris[-1] for uris in bound)}
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> Any:
        """Close an element."""
        self.depth -= 1
        return super().end(tag)

    def start_ns(self, prefix: str | None, uri: str) -> None:
        """Bind a prefix: a tree keeps none of them, and `Requires` names namespaces by prefixes."""
        self.bound.setdefault(prefix or "", []).append(uri)

    def end_ns(self, prefix: str | None) -> None:
        """Unbind a prefix."""
        self.bound[prefix or ""].pop()

    def doctype(self, *_: str) -> None:
        """Refuse a DTD."""
        raise errors.DoctypeRefused(part=self.part)


class _Measuring(_ElementBuilder):
    """A tree builder for parts so large that one stretch of text in them may be beyond the limit."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.size = 0

    def start(self, tag: Any, attrs: Any, /) -> Any:
        """Open an element; measure its attributes."""
        for value in attrs.values():
            self.size = 0
            self._measure(value)
        self.size = 0
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> Any:
        """Close an element."""
        self.size = 0
        return super().end(tag)

    def data(self, data: str, /) -> None:
        """Take a piece of text."""
        self._measure(data)
        super().data(data)

    def _measure(self, text: str) -> None:
        self.size += len(text.encode())
        if self.size > guard.MAX_TEXT:
            raise errors.TextTooLarge(part=self.part, limit=guard.MAX_TEXT // 1_000_000)
