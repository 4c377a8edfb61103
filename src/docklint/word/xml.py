"""The one door to an XML parser: lxml where it is installed, else the standard library's.

Both are asked for the same: no entity, no DTD, no network, comments and processing instructions dropped (so
that text on both sides of one is continuous), a bounded number of elements, a bounded depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from docklint.patterns import compiled
from docklint.typed import Any, Protocol, cast
from docklint.word import errors, guard
from docklint.word.encoding import DECLARED
from docklint.word.names import BOUND, REQUIRES

try:
    from lxml import etree
except ImportError:  # a browser page
    etree = None  # type: ignore[assignment]

_ENCODINGS = {
    "utf-8",
    "utf8",
    "utf-16",
    "us-ascii",
    "ascii",
    "iso-8859-1",
    "windows-1252",
    "gb2312",
    "gbk",
    "gb18030",
}
"""Encodings in which the bytes `<` and `<!DOCTYPE` mean what they say; the standard allows the UTFs alone."""
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_RESOURCE_LIMIT = 114
_LARGE = r"(?i)huge text node|too (?:long|big)|size limit exceeded"
"""What libxml2 says of a text, an attribute or a name beyond its limits."""


class Element(Protocol):
    """What the project uses of an element, common to both parsers."""

    @property
    def tag(self) -> str:
        """The name, as `{namespace}local`."""

    @property
    def text(self) -> str | None:
        """The text before the first child."""

    def get(self, key: str, default: str | None = None, /) -> str | None:
        """Give an attribute."""

    def __iter__(self) -> Iterator[Element]: ...

    def __len__(self) -> int: ...


def parse(data: bytes, part: str) -> Element:
    """Parse one part.

    Raises `BadXml`, `DoctypeRefused` or `TooDeep`; `part` names it in their sentences.
    """
    _check(data, part)
    data = _in_utf8(data, part)
    if etree is not None:
        return _with_lxml(data, part)
    # Late: where there is lxml, as everywhere but in a browser page, nobody needs the other.
    from docklint.word.standard import tree

    return cast("Element", tree(data, part))


def count(data: bytes) -> tuple[int, int]:
    """Count a part's elements, and the nodes of its tree (attributes and texts, too), before it is parsed.

    Upper bounds, near the truth where that matters: every element begins with a `<` that no `/` follows, and text
    holds none; every attribute has a `=`; every text follows a `>` and is no `<`.
    """
    elements = data.count(b"<")
    if elements < _FEW_TAGS:
        return elements, elements + data.count(b"=") + elements // 2
    elements -= data.count(b"</")
    return elements, elements + data.count(b"=") + data.count(b">") - data.count(b"><")


_FEW_TAGS = 500_000


def descend(element: Element, *tags: str) -> Iterator[Element]:
    """Yield the element and everything below it that has one of `tags`, in document order."""
    if etree is not None:
        return cast("Iterator[Element]", cast("Any", element).iter(*tags))
    wanted = set(tags)
    return (found for found in cast("Any", element).iter() if found.tag in wanted)


def has(element: Element, *tags: str) -> bool:
    """Say whether one of `tags` occurs at or below the element; far cheaper than looking in Python."""
    return next(descend(element, *tags), None) is not None


def replace_alternatives(root: Element, branches: Mapping[Element, Element | None]) -> None:
    """Put the children of its branch in the place of each alternative; of those in one another the inner first."""
    for holder in reversed(list(_holders(root, list(branches)))):
        kept: list[Element] = []
        for child in holder:
            if child not in branches:
                kept.append(child)
            elif (branch := branches[child]) is not None:
                kept += branch
        cast("Any", holder)[:] = kept


def _holders(root: Element, children: Sequence[Element]) -> Iterator[Element]:
    """Yield the elements that hold one of these children, in document order."""
    if etree is not None:
        return iter(dict.fromkeys(cast("Any", child).getparent() for child in children))
    wanted = set(children)
    return (each for each in cast("Any", root).iter() if not wanted.isdisjoint(each))


def required(choice: Element) -> list[str]:
    """Give the namespaces an `mc:Choice` requires; an empty one for a prefix that is bound to none."""
    prefixes = (choice.get(REQUIRES) or "").split()
    if etree is not None:
        bound = cast("Any", choice).nsmap
        return [bound.get(prefix, "") for prefix in prefixes]
    return (choice.get(BOUND) or "").split(" ") if prefixes else []


def _check(data: bytes, part: str) -> None:
    """Refuse, by bytes alone, what a parser should not even begin to read."""
    wide = data.startswith(_UTF16_MARKS)
    named = None if wide else DECLARED.match(data[:256].removeprefix(b"\xef\xbb\xbf"))
    if named and named[1].decode().lower() not in _ENCODINGS:
        raise errors.BadXml(part=part, english=named[1].decode())
    if any(doctype in data for doctype in _WIDE_DOCTYPES) if wide else _has_doctype(data):
        raise errors.DoctypeRefused(part=part)


def _has_doctype(data: bytes) -> bool:
    """Return whether a document type follows blanks, instructions and comments, each stepped over once."""
    at = len(_MARK) if data.startswith(_MARK) else 0
    while aside := _ASIDE.match(data, at):
        at = aside.end()
    return data.startswith(b"<!DOCTYPE", at)


def _in_utf8(data: bytes, part: str) -> bytes:
    """Turn a part in another encoding into UTF-8: each parser would read some of them, and not the same ones."""
    if data.startswith(_UTF16_MARKS):
        return data
    marked = data.startswith(_MARK)
    plain = data.removeprefix(_MARK)
    named = DECLARED.match(plain[:256])
    if not named:
        return data
    name = named[1].decode().lower()
    rest = plain[: named.start(1)] + b"utf-8" + plain[named.end(1) :]
    if marked or name in _UTF8:
        return rest
    try:
        # GB18030 holds the other two, and those who write them are not strict about which.
        return rest.decode("gb18030" if name in _CHINESE else name).encode("utf-8")
    except UnicodeDecodeError as error:
        raise errors.BadXml(part=part, english=f"{name}: byte {error.start}") from error


_MARK = b"\xef\xbb\xbf"
_UTF8 = ("utf-8", "utf8", "utf-16", "us-ascii", "ascii")
"""What is UTF-8, whatever it says: UTF-16 would not begin with these bytes, and ASCII is a part of it."""
_CHINESE = ("gb2312", "gbk", "gb18030")
_ASIDE = re.compile(rb"\s++|<\?.*?\?>|<!--.*?-->", re.DOTALL)
"""What may stand before the document type."""
_WIDE_DOCTYPES = ("<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


@cache
def _parser() -> Any:
    """Make the one parser; with one for each parse, freeing the tree takes as long as building it."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        collect_ids=False,
    )


def _with_lxml(data: bytes, part: str) -> Element:
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise _cause(error, part) from error
    if root is None:
        raise errors.BadXml(part=part, english="empty")
    if cast("Any", root).getroottree().docinfo.doctype:
        raise errors.DoctypeRefused(part=part)
    return cast("Element", root)


def _cause(error: Exception, part: str) -> errors.PackageError:
    told = str(error)
    if getattr(error, "code", None) == _RESOURCE_LIMIT and "depth" in told:
        return errors.TooDeep(part=part, limit=guard.MAX_DEPTH)
    if compiled(_LARGE).search(told):
        return errors.TextTooLarge(part=part, limit=guard.MAX_TEXT // 1_000_000)
    return errors.BadXml(part=part, english=guard.shown(str(error)))
