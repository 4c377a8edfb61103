"""Writing XML: names with the prefixes that are in force where they are put, and text with its signs escaped."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat
from xml.sax.saxutils import escape

from docklint.word.source import SourceNode

_TEXT = {"\r": "&#13;"}
_ATTRIBUTE = {**_TEXT, "\n": "&#10;", "\t": "&#9;", '"': "&quot;"}
_FORBIDDEN = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], "\ufffd"
)
"""What XML cannot hold, even as a reference."""


class Dialect:
    """How one namespace is written at a place. `declared`: the declaration that an element put there has to bring."""

    def __init__(self, scope: Mapping[str, str], uri: str, wanted: str) -> None:
        """Find a prefix in `scope`, or take `wanted`. The default namespace will not do: it names no attributes."""
        known = next((prefix for prefix, bound in scope.items() if prefix and bound == uri), None)
        self.prefix = known or wanted
        self.declared = "" if known else f' xmlns:{wanted}="{uri}"'

    def __call__(self, local: str) -> str:
        """Return a name with its prefix."""
        return f"{self.prefix}:{local}"

    def open(self, local: str, **attributes: object) -> str:
        """Return the inside of a start tag: name, declaration, attributes of the same namespace."""
        return self(local) + self.declared + "".join(self._attribute(*each) for each in attributes.items())

    def one(self, local: str, **attributes: object) -> str:
        """Return an element without content."""
        return f"<{self.open(local, **attributes)}/>"

    def _attribute(self, name: str, value: object) -> str:
        return "" if value is None else f' {self(name)}="{attribute(str(value))}"'


def dialect(node: SourceNode, uri: str, wanted: str) -> Dialect:
    """Return how a namespace is written inside an element; its own prefix first, if it is of that namespace."""
    own, _, _ = node.raw.rpartition(":")
    scope = {own: node.scope[own], **node.scope} if own in node.scope else node.scope
    return Dialect(scope, uri, wanted)


def text(words: str) -> str:
    """Return text as it stands between tags."""
    return escape(words.translate(_FORBIDDEN), _TEXT)


def attribute(value: str) -> str:
    """Return text as it stands in an attribute."""
    return escape(value.translate(_FORBIDDEN), _ATTRIBUTE)


def parsed(content: bytes) -> str:
    """Return the text that UTF-8 content stands for, up to its first element, as a parser gives it."""
    if not any(sign in content for sign in (b"&", b"<", b"\r")):
        return content.decode()
    words: list[str] = []
    inner: list[str] = []
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda name, _: inner.append(name)
    parser.CharacterDataHandler = lambda data: None if len(inner) > 1 else words.append(data)
    parser.Parse(b"<t>" + content + b"</t>", True)
    return "".join(words)
